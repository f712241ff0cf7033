import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { PictureTable } from "../../../../src/views/stage/picture/PictureTable.tsx";
import { doing, laneRecording, laneState, openPlayground, show } from "../../support.tsx";

afterEach(cleanup);

function open(link: string, language: "ko" | "en" = "en") {
  const playground = openPlayground(link, language);
  show(playground, <PictureTable recording={laneRecording(playground)} lane={0} />);
  return playground;
}

const row = (name: string) =>
  [...(screen.getByRole("rowheader", { name }).closest("tr")?.children ?? [])].map(
    ({ textContent }) => textContent,
  );

describe("the table that replaces the picture for screen readers", () => {
  it("says at every station what the picture says, and which elements are there", () => {
    const playground = open("v=1&t=5050");
    const { stations } = laneState(playground);
    const [, buffer] = stations;
    const first = buffer?.contents.toArray().slice(0, 8).join(", ") ?? "";
    expect(row("Buffer")).toEqual(["Buffer", "8 of 8, full", first]);
  });

  it("says which actors are held before which station, with what in hand", () => {
    const playground = open("v=1&t=5050");
    const [, buffer] = laneState(playground).stations;
    const [held] = buffer?.held ?? [];
    expect(held).toBeDefined();
    expect(row("Before: Buffer")).toEqual([
      "Before: Buffer",
      "held for 150 ms",
      String(held?.element),
    ]);
  });

  it.each([
    ["v=1&s=circuit-breaker&t=3500", "Circuit breaker", "OPEN"],
    ["v=1&s=rate-limiting&t=1500", "Semaphore", "0 of 10 permits free"],
    ["v=1&s=rate-limiting&k=token-bucket&t=1500", "Token bucket", "tokens"],
    ["v=1&s=degradation&t=6000", "Service level", "no optional tasks"],
    ["v=1&s=pool-size&t=6000", "Threads", "0 of 3 free"],
    ["v=1&s=node-streams&t=700", "Writable", "length 2, mark 4"],
    ["v=1&s=node-streams&t=700", "Before: Writable", "write() → false"],
    ["v=1&s=node-streams&k=web-write&t=700", "Before: WritableStream", "ready: pending"],
  ])("%s: %s, %s", (link, name, text) => {
    open(link);
    expect(row(name)[1]).toContain(text);
  });

  it("says of a producer whether it waits of its own accord or pauses", () => {
    const producer = () => document.querySelector("[data-station] + [data-actor]")?.textContent;
    open("v=1&s=node-streams&t=700");
    expect(producer()).toContain("waiting for the stream’s signal");
    cleanup();
    open("v=1&s=node-streams&t=700&hd=nothing");
    expect(producer()).toContain("pausing before the next");
  });

  it("stays as it was while the run plays, and speaks both languages", () => {
    const playground = open("v=1&t=5050", "ko");
    const before = row("버퍼");
    doing(() => playground.actions.play());
    doing(() => playground.frame(900));
    expect(row("버퍼")).toEqual(before);
    doing(() => playground.actions.pause());
    const seconds = (playground.position().timeMs / 1000).toFixed(3);
    expect(screen.getByRole("caption").textContent).toBe(`${seconds}초의 상태`);
    expect(Number(seconds)).toBeGreaterThan(5.05);
  });
});
