import { at, said } from "../../source-text.ts";
import { chain, SOURCE, WORKERS } from "../../topology.ts";
import {
  boundaryParam,
  inputBufferOf,
  inputStations,
  lastStationId,
  withBoundary,
} from "../boundary.ts";
import { boundaryCode, javaProgram } from "../code/java-program.ts";
import { type Counted, countedLog } from "../counted.ts";
import { defineStrategy } from "../define-strategy.ts";
import { Source } from "../graph.ts";
import type { Program } from "../program.ts";
import { conflate } from "../stages/conflate.ts";
import { MapStage } from "../stages/map.ts";
import { Take } from "../stages/take.ts";
import { Tick } from "../stages/tick.ts";
import { ZipWith } from "../stages/zip-with.ts";

/** A counting `conflate` below a source that ticks; its counts are zipped with a slow tick. */
export const pekkoConflate = defineStrategy({
  id: "pekko-conflate",
  version: "library",
  name: { ko: "Pekko conflate", en: "Pekko conflate" },
  summary: {
    ko: "요청이 없는 동안 온 것을 하나로 합칩니다. 소스는 느려지지 않고, 쌓이는 것도 하나뿐입니다.",
    en: "Elements that arrive without demand are merged into one. The source is not slowed down, and at most one waits.",
  },
  advice: {
    ko: "합치거나 최신 값만 남겨도 되는 측정값, 알림에 씁니다. 바로 아래에 .async()가 있으면 그 입력 버퍼가 소비자보다 먼저 16개를 요청하므로, 소비자의 속도에 맞추려면 inputBuffer(1, 1)로 줄이세요.",
    en: "For readings and notifications that can be summed up, or where only the newest counts. An .async() below it requests 16 ahead of the consumer; set inputBuffer(1, 1) if you need the consumer’s own rate.",
  },
  params: [boundaryParam],
  lines: { count: "count {0}", completed: "completed" },
  guarantees: (values) => ({
    maxBuffered: 1 + inputBufferOf(values),
    lossless: true,
    producerWaits: false,
    inOrder: true,
    keeps: "all",
  }),
  topology: (values) =>
    chain(
      SOURCE,
      "request",
      {
        kind: "buffer",
        id: "conflate",
        name: { ko: "conflate", en: "conflate" },
        capacity: 1,
        merges: true,
      },
      ...inputStations(values),
      "request",
      { ...WORKERS, name: { ko: "zip", en: "zip" } },
    ),
  launch(program) {
    const last = lastStationId(program.values, "conflate");
    const log = last === "conflate" ? program.lastStation("conflate") : program.station("conflate");
    const counting = conflate<Counted>(
      ({ first, count }, next) => ({ first, count: count + next.count }),
      countedLog(log),
      program.connection("source", "conflate"),
    );
    const counts = withBoundary(fastTicks(program).via(counting), program, "conflate", countedLog);
    const { tick, zip } = new SlowZip(program, last);
    program.workersStart();
    counts
      .zipWith(Source.of(tick), zip)
      .via(new MapStage(({ count }: Counted) => program.print("count", count)))
      .to(program.foreach(() => undefined))
      .run(program.loop, inputBufferOf(program.values) || undefined);
  },
  source: (values) => {
    const [fast, slow] = [everyOf(values.producerDelayMs), everyOf(values.consumerDelayMs)].map(
      (ms) => `Duration.ofMillis(${ms}), Duration.ofMillis(${ms})`,
    );
    return javaProgram(
      {
        imports: [],
        graph: [
          said(at(`Source.tick(${fast}, 1)`, "producer.ready"), { ko: "생산자", en: "producer" }),
          ...(values.count === 0 ? [] : [`.take(${values.count})`]),
          ".conflate(Integer::sum)",
          ...boundaryCode(values),
          ".zipWith(",
          "    Source.tick(",
          at(`        ${slow}, "tick"),`, "worker.ready", "worker.busy"),
          "    (count, tick) -> count)",
        ],
        each: 'count -> System.out.println("count " + count)',
        methods: [],
      },
      values,
    );
  },
});

/** Returns the interval of a tick in ms. It can't be 0, which is taken as 1. */
function everyOf(delayMs: number): number {
  return Math.max(1, delayMs);
}

/** The fast source: each tick counts as one. */
function fastTicks(program: Program): Source<Counted> {
  const { values } = program;
  const every = () => everyOf(values.producerDelayMs);
  let next = 0;
  const tick = new Tick<Counted>(every(), every, () => {
    const first = next++;
    program.made(first);
    return { first, count: 1 };
  });
  const source = Source.of(tick);
  return values.count === 0 ? source : source.via(new LastTick(values.count, program));
}

/** The `take` with which the source ends: it records the end. */
class LastTick extends Take<Counted> {
  private readonly program: Program;
  private wasCancelled = false;

  constructor(count: number, program: Program) {
    super(count);
    this.program = program;
  }

  override onDownstreamFinish(cause: Error): void {
    this.wasCancelled = true;
    super.onDownstreamFinish(cause);
  }

  override postStop(): void {
    this.program.sourceEnded(this.wasCancelled);
  }
}

const TICK = "tick";

/** The slow tick and the zip: together a worker that has one count in hand until the next tick comes. */
class SlowZip {
  readonly tick: Tick<typeof TICK>;
  readonly zip: ZipWith<Counted, typeof TICK, Counted>;
  private readonly program: Program;
  private nextTickMs: number;
  /** Whether a tick has come and waits for a count. */
  private hasTick = false;

  constructor(program: Program, last: string) {
    const { values, loop } = program;
    this.program = program;
    const every = () => {
      const ms = everyOf(values.consumerDelayMs);
      this.nextTickMs = loop.now + ms;
      return ms;
    };
    const initialMs = every();
    this.nextTickMs = initialMs;
    this.tick = new Tick(initialMs, every, () => TICK);
    const log = {
      ...program.station("workers"),
      entered: (element: unknown) => this.entered(element as Counted | typeof TICK),
      merged: () => undefined,
      left: (element: unknown) => this.paired(element as Counted),
    };
    this.zip = new ZipWith((count) => count, log, program.connection(last, "workers"));
  }

  private entered(element: Counted | typeof TICK): void {
    if (element === TICK) this.hasTick = true;
    else
      this.program.began(element.first, this.hasTick ? 0 : this.nextTickMs - this.program.loop.now);
  }

  private paired({ first }: Counted): void {
    this.hasTick = false;
    this.program.finished(first);
  }
}
