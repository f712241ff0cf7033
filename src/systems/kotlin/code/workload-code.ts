/** The workload's rhythms and service laws in Kotlin, by their ids. */
import type { WorkloadValues } from "../../../workloads/index.ts";
import { at, busy, type Source, type Spot } from "../../source-text.ts";
import { delayOf } from "./blocks.ts";
import type { SharedName } from "./shared.ts";

/** Lines of a program, with the declarations and imports that they need. */
interface Fragment {
  readonly lines: Source;
  readonly shared: readonly SharedName[];
  readonly imports: readonly string[];
}

const PLAIN = { shared: [], imports: [] } as const;

/** Returns the pause after element `i`. */
type PauseCode = (values: WorkloadValues) => Fragment;

const PAUSES: Readonly<Record<WorkloadValues["arrivals"], PauseCode>> = {
  steady: ({ producerDelayMs }) => ({
    ...PLAIN,
    lines: producerDelayMs === 0 ? [] : [delayOf("producer", producerDelayMs)],
  }),
  jitter: ({ producerDelayMs, jitterPercent }) => ({
    lines: [
      `val off = ${jitterPercent / 100} * (2 * random.nextDouble() - 1)`,
      at(`delay(pauses.next(${producerDelayMs} * (1 + off)))`, "producer.busy"),
    ],
    shared: ["random", "pauses"],
    imports: [],
  }),
  bursts: (values) => ({ ...PLAIN, lines: [burstPause(values)] }),
  poisson: ({ producerDelayMs }) => ({
    lines: [
      "val drawn = -ln(1 - random.nextDouble())",
      at(`delay(pauses.next(drawn * ${producerDelayMs}))`, "producer.busy"),
    ],
    shared: ["random", "pauses"],
    imports: ["kotlin.math.ln"],
  }),
};

/** The pause after element `i` of a producer that makes bursts: it pauses only after the last element of each burst. */
export function burstPause({
  producerDelayMs,
  burstSize,
}: Pick<WorkloadValues, "producerDelayMs" | "burstSize">) {
  const pauseMs = producerDelayMs * burstSize;
  return at(`if ((i + 1) % ${burstSize} == 0) delay(${pauseMs})`, busy("producer", pauseMs));
}

/** Returns the lines of a producer's pause between two elements, in the rhythm of the workload. */
export function pauseCode(values: WorkloadValues): Fragment {
  return PAUSES[values.arrivals](values);
}

interface ServiceCode {
  /** The lines that a producer runs when it makes an element. */
  readonly made: Fragment;
  /** How long the work on `element` takes, as an expression in ms. */
  readonly serve: { readonly ms: string; readonly spot: Spot } & Pick<Fragment, "shared">;
}

const SERVICES: Readonly<Record<WorkloadValues["service"], (ms: number) => ServiceCode>> = {
  constant: (ms) => ({
    made: { ...PLAIN, lines: [] },
    serve: { ms: String(ms), spot: busy("worker", ms), shared: [] },
  }),
  exponential: (ms) => ({
    made: {
      lines: ["work += -ln(1 - random.nextDouble())"],
      shared: ["random", "work"],
      imports: ["kotlin.math.ln"],
    },
    serve: {
      ms: `services.next(work[element] * ${ms})`,
      spot: { place: "worker.busy", forMs: null },
      shared: ["services", "work"],
    },
  }),
};

/** Returns the parts of producer and consumer that concern an element's work, under the law of the workload. */
export function serviceCode({ service, consumerDelayMs }: WorkloadValues): ServiceCode {
  return SERVICES[service](consumerDelayMs);
}
