import { choiceParam, intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { REFUSED } from "../../../losses.ts";
import { at, indented, type Source, said } from "../../../source-text.ts";
import type { Guarantees } from "../../../strategy.ts";
import type { BufferOverflow } from "../../channels/index.ts";
import { OLDEST } from "../../channels/losses.ts";
import { delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { COMPLETED } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { MutableSharedFlow } from "../../flow/index.ts";
import { flowWords } from "../../flow-words.ts";
import type { Program } from "../../program.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const replayParam = intParam({
  key: "replay",
  link: "rpl",
  label: { ko: "replay", en: "replay" },
  help: {
    ko: "새 수집기에게 주려고 남겨 두는 마지막 값의 수. 그만큼 버퍼의 자리도 됩니다.",
    en: "How many of the last values are kept for new collectors. They also count as buffer places.",
  },
  unit: "elements",
  min: 0,
  max: 1000,
  default: 0,
  change: "structural",
});

const extraBufferParam = intParam({
  key: "extraBuffer",
  link: "xb",
  label: { ko: "extraBufferCapacity", en: "extraBufferCapacity" },
  help: {
    ko: "replay에 더해 두는 버퍼의 자리 수. 가장 느린 수집기가 가져갈 때까지 값이 자리를 차지합니다.",
    en: "Buffer places in addition to replay. A value keeps its place until the slowest collector has taken it.",
  },
  unit: "elements",
  min: 0,
  max: 1000,
  default: 4,
  change: "structural",
});

const overflowParam = choiceParam({
  key: "sharedOverflow",
  link: "so",
  label: { ko: "onBufferOverflow", en: "onBufferOverflow" },
  help: {
    ko: "가장 느린 수집기 때문에 버퍼가 찼을 때의 동작. 버퍼의 자리가 하나도 없으면 SUSPEND만 됩니다.",
    en: "What happens when the slowest collector keeps the buffer full. With no places at all, only SUSPEND is allowed.",
  },
  choices: [
    { value: "suspend", label: { ko: "SUSPEND", en: "SUSPEND" } },
    { value: "drop-oldest", label: { ko: "DROP_OLDEST", en: "DROP_OLDEST" } },
    { value: "drop-latest", label: { ko: "DROP_LATEST", en: "DROP_LATEST" } },
  ],
  default: "suspend",
  change: "structural",
});

const emitWithParam = choiceParam({
  key: "emitWith",
  link: "em",
  label: { ko: "내보내는 함수", en: "Emits with" },
  help: {
    ko: "emit은 자리가 없으면 기다리고, tryEmit은 기다리지 않고 false를 돌려줍니다.",
    en: "If there is no room, emit waits and tryEmit returns false.",
  },
  choices: [
    { value: "emit", label: { ko: "emit", en: "emit" } },
    { value: "try-emit", label: { ko: "tryEmit", en: "tryEmit" } },
  ],
  default: "emit",
  change: "structural",
});

const collectorsParam = intParam({
  key: "collectors",
  link: "cl",
  label: { ko: "수집기 수", en: "Collectors" },
  help: {
    ko: "마지막 하나만 ‘처리 시간’이 걸리고, 나머지는 시간이 전혀 걸리지 않습니다.",
    en: "The last one is slow and takes the consumer delay; the others take no time.",
  },
  unit: "workers",
  min: 1,
  max: 8,
  default: 3,
  change: "structural",
});

const subscribeParam = intParam({
  key: "subscribeMs",
  link: "sub",
  label: { ko: "구독 시작", en: "Subscribe after" },
  help: {
    ko: "수집기들이 collect를 호출할 때까지의 시간. 0이면 첫 값이 나오기 전에 구독합니다.",
    en: "When the collectors call collect. 0: before the first value.",
  },
  unit: "ms",
  min: 0,
  max: 60000,
  default: 0,
  scale: "log",
  change: "structural",
});

interface Values {
  readonly replay: number;
  readonly extraBuffer: number;
  readonly sharedOverflow: (typeof overflowParam)["default"];
  readonly emitWith: (typeof emitWithParam)["default"];
  readonly collectors: number;
  readonly subscribeMs: number;
  readonly count: number;
  readonly producerDelayMs: number;
  readonly consumerDelayMs: number;
}

/** A hot flow with a slow collector beside fast ones. The buffer holds the values that the slow one has yet to take. */
export const sharedFlow = defineStrategy({
  id: "shared-flow",
  version: "library",
  words: flowWords,
  name: { ko: "Kotlin SharedFlow", en: "Kotlin SharedFlow" },
  summary: {
    ko: "모든 수집기가 모든 값을 받습니다. 값은 가장 느린 수집기가 가져갈 때까지 자리를 차지하고, 자리가 없으면 emit이 기다려 모두가 느려집니다.",
    en: "Every collector gets every value. A value keeps its place until the slowest has taken it; if no place is left, emit waits, and so does everyone else.",
  },
  advice: {
    ko: "여러 곳에 같은 값을 알릴 때 씁니다. 느린 수집기가 다른 수집기를 멈추게 하면 안 된다면 DROP_OLDEST를 주거나, 느린 쪽에서 buffer나 conflate로 받으세요. 수집기가 없을 때 나온 값은 replay만큼만 남습니다.",
    en: "For sending the same values to several places. If a slow collector must not hold up the others, use DROP_OLDEST, or put a buffer or conflate before the slow one. Of the values emitted while nobody collects, only the replay is kept.",
  },
  params: [
    replayParam,
    extraBufferParam,
    overflowParam,
    emitWithParam,
    collectorsParam,
    subscribeParam,
  ],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { took: "collector {0}: {1}", refused: "refused {0}" },
  guarantees: (values) => ({
    maxBuffered: placesOf(values),
    lossless: isLossless(values),
    producerWaits: emitWaits(values),
    inOrder: true,
    keeps: keptBy(values),
  }),
  topology: (values) =>
    throughBuffer(
      { capacity: placesOf(values), name: { ko: "공유 버퍼", en: "shared buffer" } },
      emitWaits(values) ? "suspend" : "none",
    ),
  launch: (program) => new HotFlow(program).launch(),
  kotlin(values) {
    const { subscribeMs } = values;
    const overflow = overflowOf(values);
    return {
      imports: [
        "kotlinx.coroutines.flow.MutableSharedFlow",
        ...(overflow === "SUSPEND" ? [] : ["kotlinx.coroutines.channels.BufferOverflow"]),
      ],
      program: [
        MAIN,
        "    val shared = MutableSharedFlow<Int>(",
        `        replay = ${values.replay},`,
        `        extraBufferCapacity = ${values.extraBuffer},`,
        ...(overflow === "SUSPEND"
          ? []
          : [`        onBufferOverflow = BufferOverflow.${overflow},`]),
        "    )",
        "",
        ...(subscribeMs === 0
          ? [...collectorsOf(values), "", ...producerOf(values)]
          : [
              ...producerOf(values),
              said(`    delay(${subscribeMs})`, {
                ko: "아직 아무도 모으지 않음",
                en: "nobody collects yet",
              }),
              ...collectorsOf(values),
            ]),
        "}",
      ],
    };
  },
});

/** The lines that launch the collectors. All but the last take no time. */
function collectorsOf({ collectors, consumerDelayMs }: Values): Source {
  return [
    `    repeat(${collectors}) { n ->`,
    said("        launch {", { ko: "수집기 n", en: "collector n" }),
    at("            shared.collect {", "worker.ready"),
    said(`                if (n == ${collectors - 1}) {`, {
      ko: "느린 수집기",
      en: "the slow one",
    }),
    ...indented([delayOf("worker", consumerDelayMs)], 20),
    "                }",
    '                println("collector $n: $it")',
    "            }",
    "        }",
    "    }",
  ];
}

function producerOf({ emitWith, count, producerDelayMs }: Values): Source {
  const offer =
    emitWith === "emit"
      ? [at("shared.emit(i)", "producer.held")]
      : [at("if (!shared.tryEmit(i)) {", "producer.ready"), '    println("refused $i")', "}"];
  return producerBlock(count, [...offer, delayOf("producer", producerDelayMs)], []);
}

function placesOf({ replay, extraBuffer }: Pick<Values, "replay" | "extraBuffer">): number {
  return replay + extraBuffer;
}

/** Returns the overflow of the flow. Kotlin allows only SUSPEND if there is no buffer. */
function overflowOf(values: Values): BufferOverflow {
  if (placesOf(values) === 0) return "SUSPEND";
  switch (values.sharedOverflow) {
    case "drop-oldest":
      return "DROP_OLDEST";
    case "drop-latest":
      return "DROP_LATEST";
    default:
      return "SUSPEND";
  }
}

function emitWaits(values: Values): boolean {
  return values.emitWith === "emit" && overflowOf(values) === "SUSPEND";
}

function isLossless(values: Values): boolean {
  return emitWaits(values) && values.subscribeMs === 0;
}

function keptBy(values: Values): Guarantees["keeps"] {
  if (isLossless(values)) return "all";
  if (emitWaits(values) || overflowOf(values) === "DROP_OLDEST") return "newest";
  // Before the collectors come, the oldest values are lost; after that, the newest.
  return values.subscribeMs === 0 ? "oldest" : "some";
}

/**
 * The shared flow with its coroutines. The buffer's rows are about the slow collector, because only its progress makes
 * room: a value waits until the slow collector takes it, and is lost if that misses it, even if others have taken it.
 */
class HotFlow {
  private readonly program: Program<Values>;
  private readonly shared: MutableSharedFlow<number>;
  private producer = 0;
  private slow = 0;
  /** The last value that the slow collector has taken; -1 for none. */
  private taken = -1;

  constructor(program: Program<Values>) {
    const { sim, values } = program;
    this.program = program;
    this.shared = new MutableSharedFlow<number>(sim, {
      replay: values.replay,
      extraBufferCapacity: values.extraBuffer,
      onBufferOverflow: overflowOf(values),
      log: {
        entered: (element) => program.entered(element as number, "buffer", this.producer),
        // No collector needs it any more: the slow one has taken it or has been moved past it.
        left: (element) => {
          if ((element as number) > this.taken) program.lost(element as number, OLDEST);
        },
        lost: (element, rule) => program.lost(element as number, rule),
        // Without a buffer a value passes when the slow collector takes it.
        passed: () => {},
        taken: (element) => this.tookOne(element as number),
      },
      emitters: {
        held: (element) => program.held(element as number),
        released: () => program.released(),
      },
    });
  }

  launch(): void {
    const { program } = this;
    const { subscribeMs } = program.values;
    program.launch("body", 0, () => this.main(subscribeMs));
  }

  private *main(subscribeMs: number) {
    if (subscribeMs > 0) {
      this.launchProducer();
      yield* this.program.delay(subscribeMs);
    }
    const { collectors } = this.program.values;
    for (let n = 0; n < collectors; n++) this.launchCollector(n, n === collectors - 1);
    if (subscribeMs === 0) this.launchProducer();
  }

  private launchCollector(n: number, isSlow: boolean): void {
    const { program, shared } = this;
    const { sim } = program;
    const takeAtOnce = (element: number) => {
      program.print("took", n, element);
      return COMPLETED;
    };
    const take = isSlow ? (element: number) => this.takeSlowly(n, element) : takeAtOnce;
    const { id } = program.launch("worker", n, () => shared.collect(sim, take));
    if (isSlow) this.slow = id;
  }

  private launchProducer(): void {
    const { program } = this;
    this.producer = program.launch("producer", 0, () => this.produce()).id;
  }

  private *produce() {
    const { program, shared } = this;
    const { values } = program;
    const { count, emitWith } = values;
    for (let i = 0; count === 0 || i < count; i++) {
      program.made(i);
      if (emitWith === "emit") {
        yield* shared.emit(i);
      } else if (!shared.tryEmit(i)) {
        program.lost(i, REFUSED);
        program.print("refused", i);
      }
      yield* program.delay(values.producerDelayMs);
    }
  }

  private *takeSlowly(n: number, element: number) {
    const { program } = this;
    yield* program.delay(program.values.consumerDelayMs);
    program.done(element);
    program.print("took", n, element);
  }

  /** Records that the running collector takes a value, if it is the slow one. */
  private tookOne(element: number): void {
    const { program, producer, slow } = this;
    if (program.sim.current.id !== slow) return;
    this.taken = element;
    if (placesOf(program.values) === 0) program.handed(element, producer, slow);
    else program.left(element);
  }
}
