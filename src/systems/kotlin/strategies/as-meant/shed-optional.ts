import type { Text } from "../../../../i18n/index.ts";
import { intParam } from "../../../../params/index.ts";
import {
  importanceNames,
  importanceOf,
  requiredEveryParam,
  workloadParams,
} from "../../../../workloads/index.ts";
import { REJECTED } from "../../../losses.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, said } from "../../../source-text.ts";
import { oneThread } from "../../code/one-thread.ts";
import { plainProgram } from "../../code/plain-program.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchProducerAndWorkers } from "../../programs/producer-and-workers.ts";
import { throughBuffer, workloadStations } from "../../programs/through-buffer.ts";

const reducedPercentParam = intParam({
  key: "reducedPercent",
  link: "l1",
  label: { ko: "1단계 시작", en: "Level 1 from" },
  help: {
    ko: "버퍼가 용량의 이만큼 차면 선택 작업을 거절합니다.",
    en: "When the buffer is this full, optional tasks are rejected.",
  },
  unit: "percent",
  min: 1,
  max: 100,
  default: 50,
  change: "structural",
});

const essentialPercentParam = intParam({
  key: "essentialPercent",
  link: "l2",
  label: { ko: "2단계 시작", en: "Level 2 from" },
  help: {
    ko: "버퍼가 용량의 이만큼 차면 필수 작업만 받습니다. 1단계보다 낮으면 1단계와 같습니다.",
    en: "When the buffer is this full, only required tasks are accepted. If lower than level 1, it equals level 1.",
  },
  unit: "percent",
  min: 1,
  max: 100,
  default: 80,
  change: "structural",
});

const hysteresisPercentParam = intParam({
  key: "hysteresisPercent",
  link: "hy",
  label: { ko: "히스테리시스 폭", en: "Hysteresis" },
  help: {
    ko: "단계를 내리려면 시작한 곳보다 이만큼 더 비어야 합니다. 0이면 임계값에서 단계가 쉴 새 없이 오르내릴 수 있습니다.",
    en: "A level ends only when the buffer has fallen this far below where the level begins. With 0, the level may flip back and forth at the threshold.",
  },
  unit: "percent",
  min: 0,
  max: 100,
  default: 20,
  change: "structural",
});

const levelNames: readonly Text[] = [
  { ko: "모두 받음", en: "everything" },
  { ko: "선택 작업 거절", en: "no optional tasks" },
  { ko: "필수 작업만", en: "required tasks only" },
];

/** Graceful degradation: as the buffer fills up, less important work is rejected before it. */
export const shedOptional = defineStrategy({
  id: "shed-optional",
  version: "meant",
  name: { ko: "덜 중요한 것부터 거절", en: "Shed the optional first" },
  summary: {
    ko: "버퍼가 찰수록 덜 중요한 작업부터 거절합니다. 필수 작업은 자리가 날 때까지 기다립니다.",
    en: "The fuller the buffer, the more optional tasks are rejected. Required tasks wait for room instead.",
  },
  advice: {
    ko: "작업마다 중요도가 다르고 몰릴 때에도 중요한 것은 제때 처리해야 할 때 쓰세요. 필수 작업만으로 넘치면 효과가 없습니다.",
    en: "For tasks of different importance when the important ones must continue under load. It can't help if required tasks alone are too many.",
  },
  params: [capacityParam, reducedPercentParam, essentialPercentParam, hysteresisPercentParam],
  workload: [...workloadParams, requiredEveryParam],
  lines: { done: "done {0}", shed: "shed {0}", level: "level {0}" },
  echo: { done: "done", lost: { rule: REJECTED, line: "shed" } },
  kinds: ({ requiredEvery }) => ({
    names: importanceNames,
    of: (element) => importanceOf(element, requiredEvery),
  }),
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: true,
    keeps: "important",
  }),
  topology: (values) =>
    throughBuffer({ capacity: values.capacity }, "suspend", {
      gate: { kind: "levels", id: "levels", levels: levelNames },
      ...workloadStations(values),
    }),
  launch(program) {
    const channel = program.channel(program.values.capacity);
    const levels = new Levels(program);
    launchProducerAndWorkers(program, {
      channel,
      *offer(element) {
        if (levels.admit(element)) yield* channel.send(element);
        else program.rejected(element, "levels");
      },
      received: () => levels.taken(),
    });
  },
  kotlin: (values) =>
    plainProgram(
      {
        channel: ["CAPACITY"],
        before: ["val levels = Levels()"],
        offer: (by) => [
          at('if (levels.admit(i)) channel.send(i) else println("shed $i")', `${by}.held`),
        ],
        received: ["levels.taken()"],
        after: [
          `const val CAPACITY = ${values.capacity}`,
          `const val REDUCED_PERCENT = ${values.reducedPercent}`,
          `const val ESSENTIAL_PERCENT = ${essentialFrom(values)}`,
          `const val HYSTERESIS_PERCENT = ${values.hysteresisPercent}`,
          "",
          oneThread({
            ko: "받는 것: 0이면 모두, 1이면 선택 작업은 빼고, 2면 필수 작업만.",
            en: "The levels admit: 0 everything, 1 no optional work, 2 only required work.",
          }),
          "class Levels {",
          "    private var level = 0",
          said("    private var waiting = 0", {
            ko: "받았고 아직 꺼내지 않은 것",
            en: "admitted but not yet taken",
          }),
          "",
          "    fun admit(element: Int): Boolean {",
          "        adjust()",
          "        if (importance(element) > 2 - level) return false",
          "        waiting++",
          "        return true",
          "    }",
          "",
          "    fun taken() {",
          "        waiting--",
          "    }",
          "",
          "    private fun importance(element: Int) = when {",
          said(`        element % ${values.requiredEvery} == 0 -> 0`, {
            ko: "필수",
            en: "required",
          }),
          said("        element % 2 == 0 -> 1", { ko: "있으면 좋음", en: "useful" }),
          said("        else -> 2", { ko: "선택", en: "optional" }),
          "    }",
          "",
          "    private fun adjust() {",
          "        val percent = 100 * waiting / CAPACITY",
          "        val before = level",
          "        while (level < 2 && percent >= start(level + 1)) level++",
          "        while (level > 0 && percent < end(level)) level--",
          '        if (level != before) println("level $level")',
          "    }",
          "",
          "    private fun start(level: Int) =",
          "        if (level == 1) REDUCED_PERCENT else ESSENTIAL_PERCENT",
          "",
          "    private fun end(level: Int) = start(level) - HYSTERESIS_PERCENT",
          "}",
        ],
      },
      values,
    ),
});

interface LevelValues {
  readonly capacity: number;
  readonly reducedPercent: number;
  readonly essentialPercent: number;
  readonly hysteresisPercent: number;
  readonly requiredEvery: number;
}

/** The second level never begins before the first. */
function essentialFrom(values: Pick<LevelValues, "reducedPercent" | "essentialPercent">): number {
  return Math.max(values.reducedPercent, values.essentialPercent);
}

const HIGHEST = 2;

/** The level of service, which determines how important work has to be to be admitted. */
class Levels {
  private readonly program: Program<LevelValues>;
  private level = 0;
  private isReported = false;
  /** The number of elements that were admitted and have not been taken. */
  private waiting = 0;

  constructor(program: Program<LevelValues>) {
    this.program = program;
  }

  admit(element: number): boolean {
    this.adjust();
    const { requiredEvery } = this.program.values;
    if (importanceOf(element, requiredEvery) > HIGHEST - this.level) return false;
    this.waiting++;
    return true;
  }

  taken(): void {
    this.waiting--;
  }

  private adjust(): void {
    const { program, level } = this;
    const { capacity, hysteresisPercent } = program.values;
    const percent = Math.floor((this.waiting * 100) / capacity);
    while (this.level < HIGHEST && percent >= this.startOf(this.level + 1)) this.level++;
    while (this.level > 0 && percent < this.startOf(this.level) - hysteresisPercent) this.level--;
    if (this.level !== level || !this.isReported) program.gauge("levels", "level", this.level);
    if (this.level !== level) program.print("level", this.level);
    this.isReported = true;
  }

  /** Returns the percentage of the capacity at which a level begins. */
  private startOf(level: number): number {
    const { values } = this.program;
    return level === 1 ? values.reducedPercent : essentialFrom(values);
  }
}
