/** The text of a `create` that emits only while elements are requested, and resumes when more are. */
import type { Load } from "../reactive/index.ts";
import { at, busy, indented, type Source, said } from "../source-text.ts";

export function heedingSource(load: Load): Source {
  return [
    said("Flux.create<Int> { sink ->", { ko: "생산자", en: "producer" }),
    ...indented(bodyOf(load)),
    "}",
  ];
}

function bodyOf({ count, producerDelayMs }: Load): Source {
  return [
    "var next = 0",
    "var idle = true",
    "fun emit() {",
    "    idle = sink.requestedFromDownstream() == 0L",
    "    if (idle) return",
    said(at("    sink.next(next++)", "producer.ready"), {
      ko: "요청받은 것 하나",
      en: "one that was requested",
    }),
    ...(count === 0 ? [] : [`    if (next == ${count}) return sink.complete()`]),
    at(
      `    timer.schedule({ emit() }, ${producerDelayMs}, MILLISECONDS)`,
      busy("producer", producerDelayMs),
    ),
    "}",
    said(at("sink.onRequest {", "producer.held"), {
      ko: "더 요청받음",
      en: "more was requested",
    }),
    "    timer.schedule({ if (idle) emit() }, 0, MILLISECONDS)",
    "}",
  ];
}
