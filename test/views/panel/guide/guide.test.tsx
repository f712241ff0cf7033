import { getDefaultHighWaterMark } from "node:stream";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fillIn, LANGUAGES, type Language } from "../../../../src/i18n/index.ts";
import {
  CHOOSER_ANSWERS,
  type ChooserAnswer,
  type ChooserAnswers,
  type ChooserQuestion,
  type ChooserResult,
  chooseStrategy,
  LIBRARIES,
  LIBRARY_OPERATORS,
  type Library,
  NEEDS,
  type Need,
} from "../../../../src/scenarios/index.ts";
import { isUntouched, readLink } from "../../../../src/store/index.ts";
import { BUFFERED, bufferShape } from "../../../../src/systems/kotlin/channels/buffer-shape.ts";
import { highWaterMarkParam } from "../../../../src/systems/node/params.ts";
import { MAX_INPUT_BUFFER } from "../../../../src/systems/pekko/graph.ts";
import { SMALL_BUFFER_SIZE } from "../../../../src/systems/reactor/operators/publish-on.ts";
import { BUFFER_SIZE } from "../../../../src/systems/rxjava/operators/observe-on.ts";
import {
  answerWords,
  chooserWords,
  costWords,
  needWords,
  questionWords,
} from "../../../../src/views/panel/guide/chooser-words.ts";
import { ASKED_AGAIN, DEFAULT_SIZES } from "../../../../src/views/panel/guide/default-sizes.ts";
import {
  columnNames,
  everywhereWords,
  pointTitles,
  pointWords,
  rowNames,
} from "../../../../src/views/panel/guide/everywhere-words.ts";
import { Guide, RULES } from "../../../../src/views/panel/guide/Guide.tsx";
import {
  adviceWords,
  formulaWords,
  titleWords,
} from "../../../../src/views/panel/guide/guide-words.ts";
import { nearWords, reasonsOf } from "../../../../src/views/panel/guide/reason-words.ts";
import { catalogue } from "../../../support/everything.ts";
import { openPlayground, show } from "../../support.tsx";

afterEach(cleanup);

function open(language: Language = "en"): void {
  show(openPlayground("", language), <Guide />);
}

const chooser = () => within(screen.getByRole("region", { name: chooserWords.chooser.en }));
const asked = () => chooser().queryByRole("heading", { level: 4 })?.textContent;
const press = (name: string) => fireEvent.click(chooser().getByRole("button", { name }));
const give = (...answers: readonly ChooserAnswer[]) => {
  for (const answer of answers) press(answerWords[answer].en);
};

/** The first answers that lead to each need of a library, with a necessary loss and with a needless one. */
function waysTo(
  library: Library,
): ReadonlyMap<string, readonly [ChooserQuestion, ChooserAnswer][]> {
  const ways = new Map<string, [ChooserQuestion, ChooserAnswer][]>();
  const follow = (given: [ChooserQuestion, ChooserAnswer][]) => {
    const step = chooseStrategy(Object.fromEntries(given) as ChooserAnswers);
    if ("ask" in step) {
      for (const answer of CHOOSER_ANSWERS[step.ask]) follow([...given, [step.ask, answer]]);
      return;
    }
    const name = `${step.need}${step.needless ? ", needless loss" : ""}`;
    if (!ways.has(name)) ways.set(name, given);
  };
  follow([["library", library]]);
  return ways;
}

describe.each(LIBRARIES)("the chooser, for %s", (library) => {
  it.each([...waysTo(library)])(
    "asks, then names the operator, the reason and its cost: %s",
    (_, way) => {
      open();
      for (const [question, answer] of way) {
        expect(asked()).toBe(questionWords[question].en);
        give(answer);
      }
      const { need, needless } = chooseStrategy(
        Object.fromEntries(way) as ChooserAnswers,
      ) as ChooserResult;
      expect(asked()).toBe(needWords[need].en);
      const said = chooser().getByRole("heading", { level: 4 }).parentElement?.textContent;
      const { code, link, others = [], isInstead } = LIBRARY_OPERATORS[library][need];
      expect(said).toContain(code);
      expect(said).toContain(
        fillIn(reasonsOf(library)[need].en, { prefetch: DEFAULT_SIZES[library] }),
      );
      expect(said).toContain(costWords[need].en);
      expect(said?.includes(chooserWords.needless.en)).toBe(needless);
      const has = isInstead === true ? chooserWords.instead : chooserWords.result;
      const head = need === "impossible" ? chooserWords.refuse : has;
      expect(said).toContain(fillIn(head.en, { library: answerWords[library].en }));
      const links = chooser().getAllByRole("link");
      expect(links.map((each) => each.getAttribute("href"))).toEqual(
        [link, ...others.map((other) => other.link)].map((each) => `#v=1&${each}`),
      );
    },
  );

  it("says what the page shows wherever it does not play the code itself", () => {
    for (const need of NEEDS) {
      const isNear = LIBRARY_OPERATORS[library][need].isNear === true;
      expect(nearWords[`${library} ${need}` as `${Library} ${Need}`] !== undefined, need).toBe(
        isNear,
      );
    }
  });
});

describe("the chooser", () => {
  it("goes back one step, to any step, and to the start", () => {
    open();
    expect(chooser().queryByRole("button", { name: chooserWords.back.en })).toBeNull();
    give("reactor", "yes", "recent", "no");
    expect(asked()).toBe(questionWords.memory.en);
    press(chooserWords.back.en);
    expect(asked()).toBe(questionWords.wait.en);
    fireEvent.click(
      chooser().getByRole("button", { name: new RegExp(questionWords.keep.en.replace("?", "")) }),
    );
    expect(asked()).toBe(questionWords.keep.en);
    give("newest");
    expect(asked()).toBe(needWords.newest.en);
    press(chooserWords.startOver.en);
    expect(asked()).toBe(questionWords.library.en);
    expect(chooser().queryAllByRole("listitem")).toEqual([]);
  });

  it("moves the focus with each step, and leaves it alone at first", () => {
    open();
    expect(document.activeElement).toBe(document.body);
    give("node");
    expect(document.activeElement?.textContent).toContain(questionWords.loss.en);
  });
});

describe("what is the same, and what differs", () => {
  it.each(LANGUAGES)("is explained in %s: four points, and a row for each library", (language) => {
    open(language);
    for (const [point, title] of Object.entries(pointTitles)) {
      const heading = screen.getByRole("heading", { name: title[language] });
      const words = pointWords[point as keyof typeof pointWords];
      expect(heading.parentElement?.textContent).toContain(words[language]);
    }
    const table = within(screen.getByRole("table", { name: everywhereWords.differs[language] }));
    expect(table.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      everywhereWords.library[language],
      ...Object.values(columnNames).map((name) => name[language]),
    ]);
    expect(table.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(
      Object.values(rowNames).map((name) => name[language]),
    );
    for (const cell of table.getAllByRole("cell")) expect(cell.textContent).not.toMatch(/[{}]|^$/);
  });

  it("gives the sizes that the page's programs have, and those of the Node that runs this test", () => {
    expect(DEFAULT_SIZES).toEqual({
      channel: bufferShape(BUFFERED, "SUSPEND").capacity,
      flow: bufferShape(BUFFERED, "SUSPEND").capacity,
      rxjava: BUFFER_SIZE,
      reactor: SMALL_BUFFER_SIZE,
      pekko: MAX_INPUT_BUFFER,
      node: getDefaultHighWaterMark(true),
      web: new WritableStream().getWriter().desiredSize,
    });
    expect(DEFAULT_SIZES.node).toBe(highWaterMarkParam.default);
    expect(ASKED_AGAIN).toEqual({ rxjava: 96, reactor: 192, pekko: 8 });
    open();
    const table = screen.getByRole("table", { name: everywhereWords.differs.en });
    for (const said of ["128, then 96", "256, then 192", "16, then 8", "BUFFERED 64"]) {
      expect(table.textContent).toContain(said);
    }
  });
});

describe("what to do besides", () => {
  it.each(LANGUAGES)("has a title, a formula and advice for each rule: %s", (language) => {
    open(language);
    for (const [rule] of RULES) {
      const heading = screen.getByRole("heading", { name: titleWords[rule][language] });
      const card = heading.closest("article")?.textContent ?? "";
      expect(card).toContain(adviceWords[rule][language]);
      for (const line of formulaWords[rule][language].split("|")) expect(card).toContain(line);
    }
  });

  it.each(RULES)("%s is shown by the scenario %s, at its own settings", (rule, scenario) => {
    open();
    const link = screen.getByRole("link", { name: new RegExp(titleWords[rule].en) });
    const hash = link.getAttribute("href")?.slice(1) ?? "";
    const { experiment, notices } = readLink(catalogue, hash);
    expect(notices).toEqual([]);
    expect(experiment.scenario).toBe(scenario);
    expect(isUntouched(catalogue, experiment)).toBe(true);
  });
});
