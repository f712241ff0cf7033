import { choiceParam } from "../../../params/index.ts";
import { burstParam, ratePerSecParam } from "../../params/token-bucket.ts";
import { at } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import {
  javaProgram,
  MADE,
  pacedSourceCode,
  WORK_IMPORTS,
  workCode,
  workMethod,
} from "../code/java-program.ts";
import { defineStrategy } from "../define-strategy.ts";
import { parallelismParam } from "../parallelism.ts";
import type { Program } from "../program.ts";
import { Throttle } from "../stages/throttle.ts";

const modeParam = choiceParam({
  key: "throttleMode",
  link: "tm",
  label: { ko: "ThrottleMode", en: "ThrottleMode" },
  help: {
    ko: "토큰이 없을 때 요소가 오면 shaping은 토큰이 생길 때까지 기다리게 하고, enforcing은 스트림을 실패시킵니다.",
    en: "If an element arrives when there is no token, shaping holds it until there is one; enforcing fails the stream.",
  },
  choices: [
    { value: "shaping", label: { ko: "shaping(늦춤)", en: "shaping (delays)" } },
    { value: "enforcing", label: { ko: "enforcing(실패함)", en: "enforcing (fails)" } },
  ],
  default: "shaping",
  change: "structural",
});

/** `throttle` in both modes between a paced source and a consumer. */
export const pekkoThrottle = defineStrategy({
  id: "pekko-throttle",
  version: "library",
  name: { ko: "Pekko throttle", en: "Pekko throttle" },
  summary: {
    ko: "요소마다 토큰을 하나 씁니다. 토큰이 없으면 shaping은 요소를 기다리게 하여 소스를 늦추고, enforcing은 스트림을 실패시킵니다.",
    en: "Each element costs a token. Without one, shaping holds the element, which slows down the source; enforcing fails the stream.",
  },
  advice: {
    ko: "소비자가 빠르더라도 넘으면 안 되는 속도(외부 API)가 있을 때 shaping을 씁니다. enforcing은 상대가 약속한 속도를 어겼음을 알아내는 도구이지, 속도를 늦추는 도구가 아닙니다.",
    en: "Use shaping if a rate must not be exceeded however fast the consumer is, for example that of an external API. Enforcing slows nothing down: it detects a source that exceeds its agreed rate.",
  },
  params: [ratePerSecParam, burstParam, modeParam, parallelismParam],
  lines: {
    made: "made {0}",
    received: "received {0}",
    done: "done {0}",
    completed: "completed",
    failed: "Maximum throttle throughput exceeded.",
  },
  guarantees: ({ throttleMode }) => ({
    maxBuffered: 0,
    lossless: throttleMode === "shaping",
    producerWaits: true,
    inOrder: true,
    keeps: throttleMode === "shaping" ? "all" : "some",
  }),
  topology: ({ ratePerSec, burst }) =>
    chain(
      SOURCE,
      "request",
      {
        kind: "tokens",
        id: "throttle",
        name: { ko: "throttle", en: "throttle" },
        ratePerSec,
        burst,
      },
      "request",
      WORKERS,
    ),
  workers: ({ parallelism }) => parallelism,
  launch(program) {
    const throttle = new RecordedThrottle(program);
    const source = program.pacedSource().via(throttle);
    program.consume(source, "throttle", undefined, () => program.print("failed"));
  },
  source: (values) =>
    javaProgram(
      {
        imports: [...WORK_IMPORTS, "org.apache.pekko.stream.ThrottleMode"],
        graph: [
          ...pacedSourceCode(values),
          at(".throttle(", "producer.gate"),
          `    ${values.ratePerSec},`,
          "    Duration.ofSeconds(1),",
          `    ${values.burst},`,
          `    ThrottleMode.${values.throttleMode}())`,
          ...workCode(values.parallelism),
        ],
        each: 'i -> System.out.println("done " + i)',
        methods: [MADE, workMethod(values)],
      },
      { boundary: "fused" },
    ),
});

interface ThrottleValues {
  readonly ratePerSec: number;
  readonly burst: number;
  readonly throttleMode: "shaping" | "enforcing";
}

/**
 * A throttle that records its tokens as a gauge. While it holds an element, the source counts as held with that element
 * in hand.
 */
class RecordedThrottle extends Throttle<number> {
  private readonly program: Pick<Program, "gauge">;

  constructor(program: Program & { readonly values: ThrottleValues }) {
    const { ratePerSec, burst, throttleMode } = program.values;
    const log = program.lastStation("throttle");
    super(
      { elements: ratePerSec, perMs: 1000, maximumBurst: burst, mode: throttleMode },
      {
        ...log,
        entered: (element) => program.held("throttle", element as number),
        left: (element) => {
          program.released("throttle", element as number);
          log.passed(element);
        },
      },
      program.connection("source", "throttle"),
    );
    this.program = program;
  }

  override preStart(): void {
    super.preStart();
    this.recordTokens();
  }

  protected override delayOf(nowNanos: number): number {
    const before = this.tokens.levelAt(nowNanos);
    const delayNanos = super.delayOf(nowNanos);
    // While an element waits, the gauge shows the token for which it waits flowing in.
    this.recordTokens(delayNanos === 0 ? undefined : before);
    return delayNanos;
  }

  protected override release(element: number): void {
    this.recordTokens();
    super.release(element);
  }

  private recordTokens(level = this.tokens.levelAt(this.island.loop.nowNanos)): void {
    this.program.gauge("throttle", "thousandths", Math.floor(level * 1000));
  }
}
