/** Lanes to compare: adding and taking away. */
import { describe, expect, test } from "vitest";
import {
  createPlayground,
  MAX_LANES,
  type Playground,
  readLink,
  stripsOf,
  writeLink,
} from "../../src/store/index.ts";
import { strategyIds, strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";

function open(link = ""): Playground {
  return createPlayground({ language: "en", theme: "light" }, readLink(catalogue, link));
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
    expect(readLink(catalogue, writeLink(catalogue, experiment)).experiment).toEqual(experiment);
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

describe("a lane twice", () => {
  test("stands behind itself with all that it has set, and is selected", () => {
    const page = open("s=fast-producer&k=bounded&cap=3&2.k=conflated");
    page.actions.duplicateLane(0);
    const { experiment, selected, recordings } = page.store.getState();
    expect(experiment.lanes.map(({ strategy }) => strategy)).toEqual([
      "bounded",
      "bounded",
      "conflated",
    ]);
    expect(experiment.lanes[1]?.values).toEqual({ capacity: 3 });
    expect(selected).toBe(1);
    expect(recordings[0]).not.toBe(recordings[1]);
  });
});

describe("a lane that is moved", () => {
  test("takes its recording and its selection with it", () => {
    const page = open("s=fast-producer&2.k=conflated&3.k=unlimited&t=4000");
    const before = page.store.getState().recordings;
    page.actions.selectLane(0);
    page.actions.moveLane(0, 2);
    expect(strategiesOf(page)).toEqual(["conflated", "unlimited", "bounded"]);
    const { recordings, selected } = page.store.getState();
    expect(selected).toBe(2);
    expect(recordings[2]).toBe(before[0]);
    expect(recordings[0]).toBe(before[1]);
  });

  test("stays where there is no place for it", () => {
    const page = open("2.k=conflated");
    page.actions.moveLane(0, -1);
    page.actions.moveLane(1, 1);
    expect(strategiesOf(page)).toEqual(["bounded", "conflated"]);
    expect(page.store.getState().past).toEqual([]);
  });
});

describe("the selected lane", () => {
  test("is one of those that are there, whatever is added and taken away", () => {
    const page = open("2.k=conflated&3.k=unlimited");
    page.actions.selectLane(9);
    expect(page.store.getState().selected).toBe(2);
    page.actions.removeLane(0);
    expect(page.store.getState().selected).toBe(1);
    page.actions.removeLane(1);
    expect(page.store.getState().selected).toBe(0);
    page.actions.addLane();
    expect(page.store.getState().selected).toBe(1);
    page.actions.undo();
    expect(page.store.getState().selected).toBe(0);
  });
});

describe("the name of a lane", () => {
  test.each(["fast", "빠른 쪽", "a b-c_d.e~f", "🐢🐇", "열두글자로된이름입니다요", "<b>&=#"])(
    "%s stands in the link as letters, digits, - and _ alone",
    (name) => {
      const page = open("2.k=conflated");
      page.actions.nameLane(1, name);
      const { experiment } = page.store.getState();
      expect(experiment.lanes[1]?.name).toBe(name);
      const link = writeLink(catalogue, experiment);
      expect(link).toMatch(/(^|&)2\.nm=[\w-]+(&|$)/);
      expect(readLink(catalogue, link).experiment).toEqual(experiment);
      expect(readLink(catalogue, link).notices).toEqual([]);
    },
  );

  test("has at most twelve characters, no control characters, and no blanks around it", () => {
    const page = open();
    page.actions.nameLane(0, "  a\u0000\n b, and more than twelve ");
    expect(page.store.getState().experiment.lanes[0].name).toBe("a b, and mor");
    page.actions.nameLane(0, "   ");
    expect(page.store.getState().experiment.lanes[0].name).toBeUndefined();
  });

  test.each(["a*b", "ZZ", "YWJjZGVmZ2hpamtsbQ", "4pi", "IA", "gICA"])(
    "%s is none, and the link says so",
    (given) => {
      const { experiment, notices } = readLink(catalogue, `nm=${given}`);
      expect(experiment.lanes[0].name).toBeUndefined();
      expect(notices).toEqual([{ kind: "laneName", given }]);
    },
  );

  test("is kept when the strategy changes and when settings go back to the scenario's", () => {
    const page = open("cap=3");
    page.actions.nameLane(0, "mine");
    page.actions.setStrategy(0, "unlimited");
    page.actions.resetSettings();
    expect(page.store.getState().experiment.lanes[0]).toEqual({
      strategy: "unlimited",
      values: {},
      name: "mine",
    });
  });
});

describe("strips", () => {
  test("are those of the scenario until others are chosen, which then stand in the link", () => {
    const page = open();
    const own = stripsOf(catalogue, page.store.getState().experiment);
    expect(writeLink(catalogue, page.store.getState().experiment)).not.toContain("st=");
    page.actions.setStrips(["losses", "depth"]);
    const { experiment } = page.store.getState();
    expect(writeLink(catalogue, experiment)).toContain("st=losses~depth");
    expect(readLink(catalogue, writeLink(catalogue, experiment)).experiment).toEqual(experiment);
    page.actions.setStrips(own);
    expect(page.store.getState().experiment.strips).toBeUndefined();
  });

  test("none at all is a choice, too", () => {
    const page = open();
    page.actions.setStrips([]);
    const { experiment } = page.store.getState();
    expect(stripsOf(catalogue, experiment)).toEqual([]);
    expect(readLink(catalogue, writeLink(catalogue, experiment)).experiment).toEqual(experiment);
  });

  test.each(["depth~heat", "cold", "depth~depth"])("%s is said to be wrong", (given) => {
    const { experiment, notices } = readLink(catalogue, `st=${given}`);
    expect(notices).toEqual([{ kind: "strips", given }]);
    expect(stripsOf(catalogue, experiment).length).toBeGreaterThan(0);
  });
});

test("no setting of any strategy has a key that a link uses for something else", () => {
  const own = new Set(["v", "s", "k", "nm", "st", "seed", "i", "t", "e"]);
  const links = strategyIds.flatMap((id) => {
    const { params, workload } = strategyOf(catalogue, id);
    return [...params, ...workload].map(({ link }) => link);
  });
  expect(links.filter((link) => own.has(link))).toEqual([]);
});
