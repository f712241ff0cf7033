/** The glossary of the page: each thing has one term, and all Korean sentences end in the same level of speech. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

/** The Korean terms of the page, each with the words that must not be used in its place. */
const INSTEAD: Readonly<Record<string, RegExp>> = {
  "서킷 브레이커": /써킷|차단기/,
  배치: /일괄 처리|뱃치/,
  시드: /씨앗|씨드/,
  임계값: /문턱|임계치|기준값/,
  버림: /드롭|드랍/,
  손실: /유실|잃음/,
  이용률: /사용률|가동률|활용률/,
  히스테리시스: /이력/,
  소스: /원천/,
  기준선: /표시선/,
  "로그 레벨": /로그의? 수준/,
  "main 블록": /본문/,
  멈춤: /붙들/,
  "원문 그대로": /글에 쓰인/,
  줄: /레인/,
  비교: /견[주줘줄줍]/,
  쓰로틀링: /쓰로틀(?!링)|스로틀/,
};

/** English phrases that a plain sentence avoids. */
const UNGAINLY =
  /what becomes of|at the worst|for ever\b|\bheed(?:s|ed|ing)?\b|turned away|in the mean\b|flutter|utilization|\bwhoever\b/i;

/** Plain speech ("된다.") where the page says "됩니다." */
const PLAIN_SPEECH = /[가-힣](?<![니마])다(?=[.!])/;

/** Informal politeness ("돼요.") where the page says "됩니다."; "-세요" and "-까요?" are what a teacher says to a class. */
const INFORMAL =
  /(?:어|아|해|돼|에|예|지|네|나|니까|는데|거든|서|워|와|봐|줘|져|려|여)요(?=[.?!]|$)|죠(?=[.?!]|$)/;

/** Phrases that must occur: each replaced one that sounded translated. */
const GOOD: readonly string[] = [
  "GC가 살아 있는 객체 1GiB당 1초씩 모두를 멈추고",
  "문제는 메모리만이 아닙니다",
  "비상관 지터(decorrelated)",
  "main 블록 끝에는",
  "짧게 몰리고",
  "의도대로 고치면",
  "감수할 만하지만",
  "적어도 200ms마다 한 번은 처리됩니다",
  "로그 레벨",
  "제공 부하(offered load)",
  "예상이 빗나갔습니다",
  "취소하는 코드가 없으므로",
  "할당할 때마다",
  "a little over 3",
  "main ends with delay(5000)",
  "only ends main's body",
  "The longest wait was",
  "each GC pause lasts 1 s per live GiB",
  "Does a one-slot buffer reduce throughput?",
  "finishes earlier: the last 11 are still buffered or in progress",
  "readings processed per sensor",
  "4 must be in service",
  "on average in this run",
  "What is the peak backlog?",
  "this is the average rate",
  "the level flips back and forth at the threshold",
  "Only randomness (jitter) spreads them",
  "via HALF_OPEN",
  "Not quite",
  "with the current settings",
  "Catching Exception also swallows cancellation; rethrow it",
];

interface Found {
  readonly file: string;
  readonly text: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.tsx?$/.test(file),
);

/** All texts in the language: the strings that follow `ko:` or `en:` in the source. */
function textsOf(language: "ko" | "en"): readonly Found[] {
  const pattern = new RegExp(
    String.raw`\b${language}:\s*(?:"((?:[^"\\]|\\.)*)"|\`([^\`]*)\`)`,
    "g",
  );
  return files.flatMap((file) =>
    [...readFileSync(join(SRC, file), "utf8").matchAll(pattern)].map(([, plain, template]) => ({
      file,
      text: (plain ?? template ?? "").replaceAll('\\"', '"'),
    })),
  );
}

const ko = textsOf("ko");
const en = textsOf("en");

function matching(texts: readonly Found[], pattern: RegExp): readonly string[] {
  return texts.filter(({ text }) => pattern.test(text)).map(({ file, text }) => `${file}: ${text}`);
}

test("the texts of both languages are found", () => {
  expect(ko.length).toBeGreaterThan(2_000);
  expect(en.length).toBeGreaterThan(2_000);
});

describe("Korean", () => {
  test.each(Object.entries(INSTEAD))("has one term: %s", (_, pattern) => {
    expect(matching(ko, pattern)).toEqual([]);
  });

  test("sentences end in 합니다체", () => {
    expect(matching(ko, PLAIN_SPEECH)).toEqual([]);
    expect(matching(ko, INFORMAL)).toEqual([]);
  });

  test("a unit follows its number without a space", () => {
    expect(matching(ko, /[\d}] (?:%|ms|[KMG]iB)/)).toEqual([]);
  });

  test("the patterns tell the levels of speech apart", () => {
    const wrong = ["서로 흩어진다.", "효율이 올라간다."];
    const informal = ["중요하니까요.", "기다려요.", "흘러들어서요.", "그렇죠?"];
    const right = [
      "됩니다.",
      "어떻게 될까요?",
      "비교해 보세요.",
      "주문이라면 아니요.",
      "시각이 필요.",
    ];
    expect(wrong.map((text) => PLAIN_SPEECH.test(text))).toEqual([true, true]);
    expect(informal.map((text) => INFORMAL.test(text))).toEqual([true, true, true, true]);
    for (const text of right)
      expect([PLAIN_SPEECH.test(text), INFORMAL.test(text)], text).toEqual([false, false]);
  });
});

describe("English", () => {
  test("sentences are plain", () => {
    expect(matching(en, UNGAINLY)).toEqual([]);
  });

  test('"the newest" is the last element of a buffer; an element that finds no room is "the incoming one"', () => {
    const newest = en.filter(({ text }) => /drops the newest/.test(text));
    for (const { file, text } of newest) expect(text, file).toMatch(/buffer|DROP_LATEST/);
  });

  test("a space separates a unit from its number", () => {
    expect(matching(en, /[\d}](?:%|ms\b|[KMG]iB)/)).toEqual([]);
  });
});

test.each(GOOD)("occurs: %s", (form) => {
  expect([...ko, ...en].some(({ text }) => text.includes(form))).toBe(true);
});
