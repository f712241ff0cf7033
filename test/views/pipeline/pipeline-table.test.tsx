import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { PipelineTable } from "../../../src/views/pipeline/PipelineTable.tsx";
import { doing, laneRecording, openPlayground, show, textOf } from "../support.tsx";

afterEach(cleanup);

it("the table of the picture stands still while it plays, and follows a pause", () => {
  const playground = openPlayground();
  show(playground, <PipelineTable recording={laneRecording(playground)} lane={0} />);
  doing(() => playground.actions.seek(1000));
  expect(textOf("caption")).toBe("State at 1.000 s");
  doing(() => {
    playground.actions.play();
    for (let frame = 0; frame < 100; frame++) playground.frame(16);
  });
  expect(playground.store.getState().position.timeMs).toBeGreaterThan(2000);
  expect(textOf("caption")).toBe("State at 1.000 s");
  doing(playground.actions.pause);
  expect(textOf("caption")).toBe("State at 2.600 s");
});

describe("what a pattern adds", () => {
  const rowOf = (name: string) => {
    const row = [...document.querySelectorAll("tr")].find(
      (candidate) => candidate.querySelector("th")?.textContent === name,
    );
    return [...(row?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent).join(" ");
  };
  const open = (link: string, timeMs: number, language: "ko" | "en" = "en") => {
    const playground = openPlayground(link, language);
    show(playground, <PipelineTable recording={laneRecording(playground)} lane={0} />);
    doing(() => playground.actions.seek(timeMs));
  };

  it("is told in words: permits and who waits for one", () => {
    open("#s=rate-limiting&k=rate-limiting-written", 900);
    expect(rowOf("Semaphore")).toBe("0/10 permits free");
    expect(rowOf("Producer")).toBe("waits for a permit ");
  });

  it("tokens, the breaker with its state and clock", () => {
    open("#s=rate-limiting&k=token-bucket", 0);
    expect(rowOf("Token bucket")).toMatch(/^\d+ of \d+ tokens$/);
    cleanup();
    open("#s=circuit-breaker&k=circuit-breaker-written", 3500);
    expect(rowOf("Circuit breaker")).toBe("OPEN, half-open in 4.5 s, at 8.0 s");
    cleanup();
    open("#s=circuit-breaker&k=circuit-breaker-written", 3500, "ko");
    expect(rowOf("회로 차단기")).toBe("열림 OPEN, 4.5초 뒤 반열림, 8.0초부터");
  });

  it("the tray of a batch, with its elements in the worker's row", () => {
    open("#s=batching&k=batching-written", 60);
    expect(rowOf("Batch tray")).toBe("Batch 7 of 10");
    expect(rowOf("Worker 1")).toBe("working 0, 1, 2, 3, 4, 5, 6");
  });

  it("kinds, and who was never heard", () => {
    open("#s=priority-drop&k=priority-buffer", 900);
    expect(rowOf("high priority")).toMatch(/^heard \/ made: \d+ \/ \d+$/);
    expect(rowOf("low priority")).toMatch(/^heard \/ made: 0 \/ \d+, never heard$/);
  });

  it("elements in flight, threads and who waits for one", () => {
    open("#lat=1000&w=4&th=2&p=20", 3000);
    expect(rowOf("Network (model)")).toBe("1,000 ms · 50 in flight");
    expect(rowOf("threads")).toBe("0 of 2 free");
    const waits = [...document.querySelectorAll("td")].filter(
      ({ textContent }) => textContent === "waits for a thread",
    );
    expect(waits.length).toBe(2);
  });
});
