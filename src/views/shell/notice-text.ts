import { fillIn, type Text } from "../../i18n/index.ts";
import type { Param, ParamProblem } from "../../params/index.ts";
import { scenarioOf } from "../../scenarios/index.ts";
import type { Notice } from "../../store/index.ts";
import { strategyOf } from "../../strategies/index.ts";
import { words } from "./words.ts";

type Say = (text: Text) => string;

/** What was wrong, what is allowed and what was done, in words. */
export function noticeText(notice: Notice, say: Say): string {
  switch (notice.kind) {
    case "param":
      return paramText(notice.problem, say);
    case "unknownKey":
      return fillIn(say(words.noticeUnknownKey), { key: notice.key });
    case "unknownScenario":
      return fillIn(say(words.noticeScenario), {
        given: notice.given,
        used: say(scenarioOf(notice.used).name),
      });
    case "unknownStrategy":
      return fillIn(say(words.noticeStrategy), {
        given: notice.given,
        used: say(strategyOf(notice.used).name),
      });
    case "newerVersion":
      return fillIn(say(words.noticeVersion), { given: notice.given });
    case "newerRevision":
      return fillIn(say(words.noticeRevision), { given: notice.given });
    case "seed":
      return fillIn(say(words.noticeSeed), { given: notice.given, used: notice.used });
    case "time":
      return fillIn(say(words.noticeTime), { given: notice.given });
    case "intervention":
      return fillIn(say(words.noticeIntervention), { given: notice.given });
    case "tooManyChanges":
      return fillIn(say(words.noticeChanges), { max: notice.max });
    case "tooManyLanes":
      return fillIn(say(words.noticeLanes), { given: notice.given, used: notice.used });
    case "tooLong":
      return fillIn(say(words.noticeLong), { given: notice.given });
  }
}

function paramText({ param, given, used, kind }: ParamProblem, say: Say): string {
  const template = {
    notOne: words.noticeNotOne,
    tooSmall: words.noticeRange,
    tooLarge: words.noticeRange,
    rounded: words.noticeRounded,
  }[kind];
  return fillIn(say(template), {
    name: say(param.label),
    given,
    allowed: allowedText(param),
    used: String(used),
  });
}

function allowedText(param: Param): string {
  switch (param.kind) {
    case "int":
      return `${param.min}–${param.max}`;
    case "choice":
      return param.choices.map(({ value }) => value).join(", ");
    case "toggle":
      return "0, 1";
  }
}
