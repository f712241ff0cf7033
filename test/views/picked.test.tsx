import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { lifelineOf } from "../../src/run/index.ts";
import { pickedOf } from "../../src/store/index.ts";
import { CodePanel } from "../../src/views/panel/code/CodePanel.tsx";
import { EventsPanel } from "../../src/views/panel/events/EventsPanel.tsx";
import { Caption } from "../../src/views/stage/lanes/Caption.tsx";
import { lifeText } from "../../src/views/stage/lanes/life-text.ts";
import { Strips } from "../../src/views/stage/strips/index.ts";
import { eventually } from "../support/eventually.ts";
import { doing, laneRecording, openPlayground, part, show, textOf } from "./support.tsx";

afterEach(cleanup);

/** Draws the page's parts that show elements, for the run at 3,250 ms: number 19 is held, 10 is being processed. */
function opened() {
  const playground = openPlayground("#s=fast-producer&t=3250");
  const recording = laneRecording(playground);
  show(
    playground,
    <>
      <Caption recording={recording} lane={0} />
      <EventsPanel recording={recording} />
      <CodePanel recording={recording} />
      <Strips
        ids={["ladder"]}
        spanMs={5_000}
        recordings={[recording]}
        laneNames={["one"]}
        thresholds={undefined}
        playing={false}
        speed={1}
        language="en"
        publishedMs={0}
        onSeek={playground.actions.seek}
        position={playground.position}
        onPosition={playground.onPosition}
      />
    </>,
  );
  return { playground, recording };
}

const field = () => screen.getByRole("textbox") as HTMLInputElement;

describe("a picked element", () => {
  it("is the same in the log, the ladder, the caption and beside the code, wherever it was picked", async () => {
    const { playground } = opened();
    await eventually(() => expect(document.querySelector("[data-plot] svg")).not.toBeNull());
    await eventually(() => expect(document.querySelector("[data-picker]")).not.toBeNull());
    doing(() => playground.actions.pick({ lane: 0, element: 10 }));
    expect(field().value).toBe("10");
    expect(textOf("[data-picker]")).toBe("Element 10");
    expect(part("[data-life]").textContent).toBe(
      "No. 10: made at 1.000 s · waited for 2.000 s · processed for 0.250 s",
    );
    expect(document.querySelectorAll("li[data-picked=true]")).toHaveLength(1);
    // An element that waits in the buffer is marked at the line where it was sent.
    doing(() => playground.actions.pick({ lane: 0, element: 15 }));
    expect(document.querySelectorAll("li[data-picked=true]")).toHaveLength(1);
    const sent = part("li[data-picked=true]").style.top;
    expect(sent).toBe(part("[data-role=producer][data-line]").closest("li")?.style.top);
    doing(() => playground.actions.pick({ lane: 0, element: 10 }));
    // An element that is typed in the log is picked everywhere.
    fireEvent.change(field(), { target: { value: "19" } });
    expect(pickedOf(playground.store.getState())?.element).toBe(19);
    expect(textOf("[data-picker]")).toBe("Element 19");
    expect(part("[data-life]").textContent).toBe(
      "No. 19: made at 3.100 s · held for 0.150 s by the full buffer",
    );
    fireEvent.change(field(), { target: { value: "" } });
    expect(pickedOf(playground.store.getState())).toBeNull();
    expect(document.querySelector("[data-life]")).toBeNull();
  });

  it("can be picked by its number in a row of the log", () => {
    const { playground } = opened();
    fireEvent.click(screen.getAllByTitle("Follow element 18")[0] as HTMLElement);
    expect(pickedOf(playground.store.getState())?.element).toBe(18);
    expect(field().value).toBe("18");
  });

  it("belongs to its run: another run has none", () => {
    const { playground } = opened();
    doing(() => playground.actions.pick({ lane: 0, element: 10 }));
    doing(() => playground.actions.setStrategy(0, "conflated"));
    expect(pickedOf(playground.store.getState())).toBeNull();
    doing(() => playground.actions.pick({ lane: 7, element: 1 }));
    expect(playground.store.getState().picked).toBeNull();
  });
});

it.each([
  [
    "#s=fast-producer&k=conflated&t=3000",
    1,
    /^No\. 1: made at 0\.100 s · waited for 0\.100 s \(.+\) · lost at 0\.200 s \(.+\)$/,
  ],
  [
    "#s=fast-producer&lat=700&t=4000",
    0,
    /0\.700 s on the network · processed for 0\.300 s · done at/,
  ],
  ["#s=fast-producer&t=100", 30, /^No\. 30: not made yet$/],
] as const)("a life is told with its causes: %s, %i", (link, element, told) => {
  const playground = openPlayground(link);
  const recording = laneRecording(playground);
  const { trace } = recording;
  const events = lifelineOf(trace, element, trace.rowsUntil(playground.position().timeMs));
  const say = ({ en }: { readonly en: string }) => en;
  const timeMs = playground.position().timeMs;
  expect(lifeText(recording, element, events, timeMs, { say, language: "en" })).toMatch(told);
});
