/**
 * Tours of every scenario, each with one look of the page. Whatever must hold in all scenarios is checked at one stop,
 * because getting the page there costs more than checking it.
 */
import assert from "node:assert/strict";
import type { BrowserContextOptions } from "playwright-core";
import type { Language } from "../../src/i18n/index.ts";
import { allScenarios, type NamedScenario } from "../support/everything.ts";
import type { Check, Checks } from "./check.ts";
import {
  aWrongGuess,
  axeFindsNothing,
  coloursAreTold,
  eachStrategy,
  eachTabOfAPhone,
  everyTab,
  halfOfTheWindow,
  headStandsClear,
  lessonBeneathTheStage,
  nameIsWhole,
  noticeIsRead,
  notSideways,
  oneLanguage,
  oneScreen,
  type Sight,
  sliderStays,
  whyAndTwin,
  wordsInside,
} from "./sights.ts";

interface Tour {
  /** How the page looks. */
  readonly look: string;
  readonly language: Language;
  readonly theme?: string;
  readonly context?: BrowserContextOptions;
  /** Added to the link of a scenario. */
  readonly link?: string;
  /** What is checked, in this order. */
  readonly seen: readonly Sight[];
}

const fingers = (width: number): BrowserContextOptions => ({
  viewport: { width, height: 844 },
  hasTouch: true,
  isMobile: true,
});

const LESSON = [oneScreen, aWrongGuess, wordsInside];

const TOURS: readonly Tour[] = [
  {
    look: "1280x720, light, en",
    language: "en",
    seen: [...LESSON, halfOfTheWindow, headStandsClear, oneLanguage, axeFindsNothing, whyAndTwin],
  },
  {
    look: "1280x720, light, ko",
    language: "ko",
    seen: [...LESSON, halfOfTheWindow, headStandsClear, oneLanguage],
  },
  {
    look: "1280x720, projector, en",
    language: "en",
    theme: "projector",
    // The projector has the largest type.
    seen: [...LESSON, axeFindsNothing, eachStrategy],
  },
  {
    look: "1280x720, projector, ko",
    language: "ko",
    theme: "projector",
    seen: [...LESSON, eachStrategy],
  },
  {
    look: "1280x720, dark, ko",
    language: "ko",
    theme: "dark",
    seen: [coloursAreTold, sliderStays],
  },
  {
    look: "390x844, en",
    language: "en",
    context: fingers(390),
    link: "&t=9000&colour=red&cap=99999",
    seen: [noticeIsRead, nameIsWhole, wordsInside, axeFindsNothing, eachTabOfAPhone],
  },
  {
    look: "390x844, ko",
    language: "ko",
    context: fingers(390),
    link: "&t=9000&colour=red&cap=99999",
    seen: [noticeIsRead, nameIsWhole, wordsInside],
  },
  {
    look: "390x844, lesson, en",
    language: "en",
    context: fingers(390),
    seen: [sliderStays, lessonBeneathTheStage],
  },
  {
    look: "320x844, en",
    language: "en",
    context: fingers(320),
    link: "&t=9000",
    seen: [nameIsWhole, wordsInside, notSideways, everyTab],
  },
  {
    look: "320x844, ko",
    language: "ko",
    context: fingers(320),
    link: "&t=9000",
    seen: [nameIsWhole, wordsInside, notSideways, everyTab],
  },
  {
    look: "320x640 (1280 at 400 %), en",
    language: "en",
    context: { viewport: { width: 320, height: 640 } },
    link: "&t=9000",
    seen: [notSideways],
  },
];

export const tours: Checks = TOURS.map(
  ({ look, language, theme, context, link = "", seen }): Check => ({
    name: `${look}: every scenario: ${seen.map(({ name }) => name).join(", ")}`,
    context: { ...context, locale: language },
    async run(desk) {
      desk.language = language;
      const problems: string[] = [];
      await desk.open();
      if (theme !== undefined) await desk.chooseTheme(theme);
      for (const scenario of allScenarios) {
        await desk.goTo(linkOf(scenario) + link);
        await desk.scenarioIs(scenario.id);
        for (const sight of seen) {
          const found = await sight.problems(desk, scenario);
          problems.push(...found.map((problem) => `${scenario.id}: ${sight.name}: ${problem}`));
        }
      }
      assert.deepEqual(problems, []);
    },
  }),
);

function linkOf({ id, revision }: NamedScenario): string {
  return `v=1&s=${id}.${revision}`;
}
