/** Notices in words: what was wrong, what is allowed and what was done. */

import { fillIn, type Text } from "../../i18n/index.ts";
import type { Param, ParamProblem } from "../../params/index.ts";
import { type Catalogue, entryOf } from "../../scenarios/index.ts";
import type { Notice } from "../../store/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { noticeWords } from "./notice-words.ts";

type Say = (text: Text) => string;

/** A text with the values of its placeholders: those quoted from a link, which may be anything, and others. */
type Words = readonly [
  text: Text,
  quoted: Readonly<Record<string, string>>,
  others?: Readonly<Record<string, string | number>>,
];

/** The notices that are shown here; `NotLoaded`, which is always there, shows the others. */
export type ToldNotice = Exclude<Notice, { readonly kind: "notLoaded" }>;

/** The number of characters of a link that are quoted. */
const MAX_QUOTED = 40;

export function noticeText(catalogue: Catalogue, notice: ToldNotice, say: Say): string {
  const [text, quoted, others] = wordsOf(catalogue, notice, say);
  const cut = Object.entries(quoted).map(([name, given]) => [name, cutShort(given)]);
  return fillIn(say(text), { ...others, ...Object.fromEntries(cut) });
}

function cutShort(given: string): string {
  const letters = [...given];
  return letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED).join("")}…` : given;
}

function wordsOf(catalogue: Catalogue, notice: ToldNotice, say: Say): Words {
  switch (notice.kind) {
    case "param":
      return paramWords(notice.problem, say);
    case "unknownKey":
      return [noticeWords.noticeUnknownKey, { key: notice.key }];
    case "repeatedKey":
      return [noticeWords.noticeRepeated, { key: notice.key, used: notice.used }];
    case "unknownScenario":
      return [
        noticeWords.noticeScenario,
        { given: notice.given },
        { used: say(entryOf(notice.used).name) },
      ];
    case "unknownStrategy":
      return [
        noticeWords.noticeStrategy,
        { given: notice.given },
        { used: say(strategyOf(catalogue, notice.used).name) },
      ];
    case "newerVersion":
      return [noticeWords.noticeVersion, { given: notice.given }];
    case "newerRevision":
      return [noticeWords.noticeRevision, { given: notice.given }];
    case "seed":
      return [noticeWords.noticeSeed, { given: notice.given }, { used: notice.used }];
    case "time":
      return [noticeWords.noticeTime, { given: notice.given }];
    case "timeRange":
      return [noticeWords.noticeTimeRange, {}, { given: notice.given, used: notice.used }];
    case "rows":
      return [
        notice.shows === "all" ? noticeWords.noticeRowsAll : noticeWords.noticeRowsNone,
        { given: notice.given },
      ];
    case "intervention":
      return [noticeWords.noticeIntervention, { given: notice.given }];
    case "afterEnd":
      return [noticeWords.noticeAfterEnd, { given: notice.given }, { endMs: notice.endMs }];
    case "tooManyLinkChanges":
      return [noticeWords.noticeLinkChanges, {}, { given: notice.given, used: notice.used }];
    case "tooManyChanges":
      return [noticeWords.noticeChanges, {}, { max: notice.max }];
    case "tooManyLanes":
      return [noticeWords.noticeLanes, {}, { given: notice.given, used: notice.used }];
    case "laneName":
      return [noticeWords.noticeLaneName, { given: notice.given }];
    case "strips":
      return [noticeWords.noticeStrips, { given: notice.given }];
    case "tooLong":
      return [noticeWords.noticeLong, {}, { given: notice.given }];
  }
}

function paramWords({ param, given, used, kind }: ParamProblem, say: Say): Words {
  const text = {
    notOne: noticeWords.noticeNotOne,
    tooSmall: noticeWords.noticeRange,
    tooLarge: noticeWords.noticeRange,
    rounded: noticeWords.noticeRounded,
  }[kind];
  const others = { name: say(param.label), allowed: allowedText(param), used: String(used) };
  return [text, { given }, others];
}

function allowedText(param: Param): string {
  switch (param.kind) {
    case "int":
      return `${param.min}–${param.max}`;
    case "choice":
      return param.choices.map(({ value }) => value).join(", ");
  }
}
