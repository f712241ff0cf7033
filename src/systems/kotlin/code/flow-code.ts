/** The lines that programs with a cold flow share: the emitting flow, the operators and the collecting block. */
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

/** The call of `collect` with its block, beginning with the dot. */
export function collectorCode(call: "collect" | "collectLatest", body: Source): Source {
  return [
    said(at(`.${call} { element ->`, "worker.ready"), { ko: "수집기", en: "collector" }),
    ...indented(body),
    "}",
  ];
}

/** The lines of the block that work on an element for `consumerDelayMs` and print it. */
export function workCode(consumerDelayMs: number): Source {
  return [delayOf("worker", consumerDelayMs), 'println("done $element")'];
}

/** A chain of `calls` and then `last` on `flow`. If there is only `last`, it begins on the same line as `flow`. */
export function chained(flow: string, calls: Source, last: Source): Source {
  const [call, ...block] = last;
  if (calls.length > 0 || typeof call !== "object") return [flow, ...indented([...calls, ...last])];
  return [{ ...call, text: `${flow}${call.text}` }, ...block];
}
