/** Where a lesson waits, and for which run. */
import { describe, expect, it } from "vitest";
import {
  askedOf,
  createPlayground,
  drawnLaneOf,
  drawnOf,
  NOTHING_YET,
  type Playground,
  readLink,
  runSpecOf,
  showsAtMsOf,
} from "../../src/store/index.ts";
import { catalogue } from "../support/everything.ts";

const TWIN = readLink(catalogue, "v=1&s=fast-producer&p=20&c=100&cap=64").experiment;
const DRAWN = {
  whose: { lane: 0, spec: runSpecOf(TWIN, TWIN.lanes[0]) },
  untilMs: 1000,
  top: 10,
  values: [1, null],
};

function open(link = "v=1"): Playground {
  return createPlayground({ language: "en", theme: "light" }, readLink(catalogue, link));
}

function atTwin(): Playground {
  const playground = open();
  const { actions } = playground;
  actions.setLesson({ part: "twin", twin: { ...NOTHING_YET, experiment: TWIN, showsAtMs: 1000 } });
  actions.tryOut(TWIN);
  return playground;
}

const state = ({ store }: Playground) => store.getState();

describe("the run of a question", () => {
  it("is the scenario's own with its own strategy, whatever stands beside it", () => {
    expect(showsAtMsOf(state(open()))).toBe(3250);
    expect(showsAtMsOf(state(open("v=1&k=unlimited&2.k=bounded")))).toBe(3250);
    expect(showsAtMsOf(state(open("v=1&k=unlimited")))).toBeNull();
    expect(showsAtMsOf(state(open("v=1&p=50")))).toBeNull();
  });

  it("is the twin's while that is asked, whatever stands beside it", () => {
    const playground = atTwin();
    expect(showsAtMsOf(state(playground))).toBe(1000);
    playground.actions.addLane();
    expect(showsAtMsOf(state(playground))).toBe(1000);
    playground.actions.resetSettings();
    expect(showsAtMsOf(state(playground))).toBeNull();
  });

  it("notes for the question that is asked, and no other, that the head has been there", () => {
    const playground = atTwin();
    playground.actions.seek(1000);
    expect(state(playground).lessons["fast-producer"]).toMatchObject({
      reached: false,
      twin: { reached: true },
    });
    playground.actions.setLesson({ part: "question" });
    expect(askedOf(state(playground)).reached).toBe(false);
  });
});

describe("an experiment that is tried out", () => {
  it("stands at its start, and is one step of undo", () => {
    const playground = open("v=1&t=4000");
    const before = state(playground).experiment;
    playground.actions.tryOut(TWIN);
    expect(state(playground).experiment).toBe(TWIN);
    expect(playground.position().timeMs).toBe(0);
    playground.actions.undo();
    expect(state(playground).experiment).toBe(before);
  });
});

describe("a drawing", () => {
  it("is awaited like a guess as soon as something is on it", () => {
    const playground = open();
    const { actions } = playground;
    const playOn = () => {
      actions.reset();
      actions.play();
      for (let frame = 0; frame < 400; frame++) playground.frame(16);
    };
    actions.setAsked({ drawn: { ...DRAWN, values: [null, null] } });
    playOn();
    expect(state(playground).paused).toBeNull();
    actions.setAsked({ drawn: DRAWN, reached: false });
    playOn();
    expect(state(playground).paused).toBe("lesson");
  });

  it("belongs to the run that it was drawn for", () => {
    const playground = atTwin();
    playground.actions.setAsked({ drawn: DRAWN });
    expect(drawnOf(state(playground))).toBe(DRAWN);
    playground.actions.resetSettings();
    expect(drawnOf(state(playground))).toBeNull();
    playground.actions.setLesson({ part: "question" });
    expect(drawnOf(state(playground))).toBeNull();
  });

  it("goes with its lane, and is there again when an undone removal brings it back", () => {
    const playground = open("v=1&2.k=unlimited&3.k=drop-oldest");
    const { actions } = playground;
    const spec = state(playground).recordings[1]?.spec;
    if (spec === undefined) throw new Error("no second lane");
    actions.setAsked({ drawn: { ...DRAWN, whose: { lane: 1, spec } } });
    const lane = () => drawnLaneOf(state(playground));
    expect(lane()).toBe(1);
    actions.moveLane(1, 1);
    expect(lane()).toBe(2);
    actions.removeLane(2);
    expect(lane()).toBeNull();
    expect(drawnOf(state(playground))).toBeNull();
    actions.undo();
    expect(lane()).toBe(2);
    actions.setStrategy(2, "conflated");
    expect(lane()).toBeNull();
  });

  it("of one of two lanes that are alike is of the one where it was begun", () => {
    const playground = open();
    playground.actions.duplicateLane(0);
    const { spec } = state(playground).recordings[1] ?? {};
    if (spec === undefined) throw new Error("no second lane");
    playground.actions.setAsked({ drawn: { ...DRAWN, whose: { lane: 1, spec } } });
    expect(drawnLaneOf(state(playground))).toBe(1);
  });
});
