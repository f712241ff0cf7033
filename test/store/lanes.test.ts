/** Lanes to compare: adding and taking away. */
import { describe, expect, test } from "vitest";
import {
  createPlayground,
  MAX_LANES,
  type Playground,
  readLink,
  writeLink,
} from "../../src/store/index.ts";

function open(link = ""): Playground {
  return createPlayground({ language: "en", theme: "light" }, readLink(link));
}

const strategiesOf = ({ store }: Playground) =>
  store.getState().experiment.lanes.map(({ strategy }) => strategy);

describe("a lane more", () => {
  test("has the first strategy that is not shown yet, and a recording of its own", () => {
    const page = open("s=fast-producer");
    page.actions.seek(2_000);
    page.actions.addLane();
    page.actions.addLane();
    expect(strategiesOf(page)).toEqual(["bounded", "unlimited", "rendezvous"]);
    const { recordings, position } = page.store.getState();
    expect(recordings.map(({ spec }) => spec.strategy)).toEqual(strategiesOf(page));
    expect(position.timeMs).toBe(2_000);
  });

  test("there are never more than there is room for", () => {
    const page = open();
    for (let i = 0; i < 9; i++) page.actions.addLane();
    expect(strategiesOf(page)).toHaveLength(MAX_LANES);
  });

  test("stands in the link, and can be undone", () => {
    const page = open("s=fast-producer");
    page.actions.addLane();
    const { experiment } = page.store.getState();
    expect(readLink(writeLink(experiment)).experiment).toEqual(experiment);
    page.actions.undo();
    expect(strategiesOf(page)).toEqual(["bounded"]);
  });
});

describe("a lane less", () => {
  test("the others stay as they are", () => {
    const page = open("s=fast-producer&2.k=conflated&3.k=drop-latest&3.cap=3");
    page.actions.removeLane(0);
    expect(strategiesOf(page)).toEqual(["conflated", "drop-latest"]);
    expect(page.store.getState().experiment.lanes[1]?.values).toEqual({ capacity: 3 });
  });

  test("the last one stays, and there is none beyond the last", () => {
    const page = open("2.k=conflated");
    page.actions.removeLane(7);
    expect(strategiesOf(page)).toHaveLength(2);
    page.actions.removeLane(1);
    page.actions.removeLane(0);
    expect(strategiesOf(page)).toEqual(["bounded"]);
  });
});
