import { intParam } from "../../../params/index.ts";
import { subscribe } from "../../reactive/index.ts";
import { at, busy, indented, type Source } from "../../source-text.ts";
import { chain } from "../../topology.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { observeOn as observeOnOperator } from "../operators/observe-on.ts";
import type { Load } from "../program.ts";

const prefetchParam = intParam({
  key: "prefetch",
  link: "pf",
  label: { ko: "미리 요청하는 수", en: "Prefetch" },
  help: {
    ko: "observeOn이 처음에 요청하는 수(bufferSize). 그 3/4이 내려갈 때마다 그만큼 다시 요청합니다. 따로 정하지 않으면 128입니다.",
    en: "How many elements observeOn requests first (bufferSize). Each time three quarters of them have gone down, it requests as many again. RxJava's own default is 128.",
  },
  unit: "elements",
  min: 1,
  max: 256,
  default: 8,
  scale: "log",
  change: "structural",
});

/** A source that emits unasked, and `observeOn` before a slow subscriber: two buffers in a row. */
export const rxObserveOn = defineStrategy({
  id: "rx-observe-on",
  version: "library",
  name: { ko: "RxJava observeOn", en: "RxJava observeOn" },
  summary: {
    ko: "observeOn은 큐를 채울 만큼만 요청합니다. 요청받지 않고 나온 요소는 create(BUFFER)가 끝없이 쌓아 둡니다.",
    en: "observeOn requests what its queue holds. What is emitted unasked piles up in create(BUFFER), without a bound.",
  },
  advice: {
    ko: "요청을 듣는 원천(generate, 파일, 데이터베이스)이라면 observeOn만으로 배압이 이어집니다. 듣지 않는 원천이라면 요청은 create에서 멈추니, 버퍼의 한계나 버리는 규칙을 거기서 정해야 합니다.",
    en: "With a source that heeds requests (generate, a file, a database), observeOn alone carries the pressure on. With one that does not, requests end at create: that is where a bound or a rule of loss belongs.",
  },
  params: [prefetchParam],
  lines: { requested: "request {0}", done: "done {0}" },
  echo: { done: "done" },
  guarantees: () => ({
    maxBuffered: Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: false,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ prefetch }) =>
    chain(
      { kind: "source", id: "source" },
      "none",
      {
        kind: "buffer",
        id: "overflow",
        name: { ko: "create의 버퍼", en: "create’s buffer" },
        capacity: Number.POSITIVE_INFINITY,
      },
      "request",
      {
        kind: "buffer",
        id: "queue",
        name: { ko: "observeOn의 큐", en: "observeOn’s queue" },
        capacity: prefetch,
      },
      "request",
      { kind: "workers", id: "workers" },
    ),
  launch(program) {
    const { clock, values } = program;
    subscribe(
      create(program.emitting(), "BUFFER", program.created("overflow")),
      [
        observeOnOperator(
          clock,
          { bufferSize: values.prefetch },
          program.lastStation("queue"),
          program.connection("overflow", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) => [
    "import io.reactivex.rxjava3.core.BackpressureStrategy",
    "import io.reactivex.rxjava3.core.Flowable",
    "import io.reactivex.rxjava3.schedulers.Schedulers",
    "import io.reactivex.rxjava3.subscribers.DisposableSubscriber",
    "import java.util.concurrent.Executors",
    "import java.util.concurrent.TimeUnit.MILLISECONDS",
    "",
    "fun main() {",
    "    val worker = Executors.newSingleThreadScheduledExecutor()",
    "    Flowable.create<Int>({ emitter ->         // producer",
    ...indented(emitterCode(values), 8),
    "    }, BackpressureStrategy.BUFFER)",
    "        .subscribeOn(Schedulers.io())",
    '        .doOnRequest { n -> println("request $n") }',
    `        .observeOn(Schedulers.single(), false, ${values.prefetch})`,
    "        .subscribe(object : DisposableSubscriber<Int>() {",
    ...indented(subscriberCode(values), 12),
    "        })",
    "    worker.awaitTermination(Long.MAX_VALUE, MILLISECONDS)",
    "}",
  ],
});

function emitterCode({ count, producerDelayMs }: Load): Source {
  const pause = at(`    Thread.sleep(${producerDelayMs})`, busy("producer", producerDelayMs));
  const body = [
    at("    emitter.onNext(i)                 // returns at once", "producer.ready"),
    ...(producerDelayMs === 0 ? [] : [pause]),
  ];
  if (count === 0) return ["var i = 0", "while (true) {", ...body, "    i++", "}"];
  return [`for (i in 0 until ${count}) {`, ...body, "}", "emitter.onComplete()"];
}

function subscriberCode({ consumerDelayMs }: Load): Source {
  return [
    "override fun onStart() = request(1)",
    "",
    at("override fun onNext(element: Int) {       // consumer", "worker.ready"),
    "    worker.schedule({",
    '        println("done $element")',
    "        request(1)",
    at(`    }, ${consumerDelayMs}, MILLISECONDS)`, busy("worker", consumerDelayMs)),
    "}",
    "",
    "override fun onError(error: Throwable) = error.printStackTrace()",
    "",
    "override fun onComplete() = worker.shutdown()",
  ];
}
