/** The lines that programs of a cold flow share: the flow that emits, the operators, the block that collects. */
import { at, indented, type Source, said } from "../../source-text.ts";
import { delayOf, producerLoop } from "./blocks.ts";

interface EmitterTimes {
  readonly count: number;
  readonly producerDelayMs: number;
}

/** The flow `numbers`: 0, 1, 2, ... with a pause after each. */
export function numbersCode({ count, producerDelayMs }: EmitterTimes): Source {
  const emit = [at("emit(i)", "producer.held"), delayOf("producer", producerDelayMs)];
  return [
    said("val numbers = flow {", { ko: "내보내는 쪽", en: "emitter" }),
    ...indented(producerLoop(count, emit, [])),
    "}",
  ];
}

/** The call of `collect` with its block, behind a dot. */
export function collectorCode(call: "collect" | "collectLatest", body: Source): Source {
  return [
    said(at(`.${call} { element ->`, "worker.ready"), { ko: "수집기", en: "collector" }),
    ...indented(body),
    "}",
  ];
}

/** What the block does with an element: it takes its time, and says so. */
export function workCode(consumerDelayMs: number): Source {
  return [delayOf("worker", consumerDelayMs), 'println("done $element")'];
}

/** Calls on `flow` in a row: on one line if there is one of them. */
export function chained(flow: string, calls: Source, last: Source): Source {
  const [call, ...block] = last;
  if (calls.length > 0 || typeof call !== "object") return [flow, ...indented([...calls, ...last])];
  return [{ ...call, text: `${flow}${call.text}` }, ...block];
}
