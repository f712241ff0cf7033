import { capacityParam } from "../../params/capacity.ts";
import { at, indented } from "../../source-text.ts";
import { WORK_IMPORTS, workCode, workMethod } from "../code/java-program.ts";
import { pauseCode, produceMethod, queueProgram } from "../code/queue-program.ts";
import { defineStrategy } from "../define-strategy.ts";
import { Source } from "../graph.ts";
import { type OfferAnswer, OfferingProducer } from "../offering-producer.ts";
import { KEEPS, overflowParam } from "../overflow-param.ts";
import { parallelismParam } from "../parallelism.ts";
import { queueTopology } from "../queue-topology.ts";
import { queueWords } from "../queue-words.ts";
import type { QueueOfferResult } from "../stages/queue-offer-result.ts";
import { QueueSource } from "../stages/queue-source.ts";

/** `Source.queue(n, overflowStrategy)`: a producer outside the stream offers to it, and awaits each answer. */
export const pekkoQueue = defineStrategy({
  id: "pekko-queue",
  version: "library",
  words: queueWords,
  name: { ko: "Pekko Source.queue(n, …)", en: "Pekko Source.queue(n, …)" },
  summary: {
    ko: "offer는 CompletionStage로 답합니다. backpressure면 자리가 날 때까지 답이 오지 않아 생산자가 기다리고, 나머지 전략은 바로 답하며 버리거나 실패합니다.",
    en: "offer answers with a CompletionStage. With backpressure it completes only when there is room, so the producer waits; the other strategies answer at once and drop, or fail.",
  },
  advice: {
    ko: "스트림 밖의 생산자를 늦추려면 backpressure를 고르고, 답이 온 뒤에 다음 것을 내놓으세요. 기다리지 않고 또 내놓으면 그 offer가 IllegalStateException으로 실패합니다. drop…의 답은 Enqueued라도 나중에 버려질 수 있습니다.",
    en: "To slow down a producer outside the stream, choose backpressure and offer the next element only after the answer: an offer made meanwhile fails with an IllegalStateException. With drop…, an element answered Enqueued may still be dropped later.",
  },
  params: [capacityParam, overflowParam, parallelismParam],
  lines: {
    made: "made {0}",
    enqueued: "offer {0}: Enqueued",
    dropped: "offer {0}: Dropped",
    "failed-offer": "offer {0}: Failure",
    received: "received {0}",
    done: "done {0}",
    completed: "completed",
    failed: "Buffer overflow (max capacity was: {0})!",
  },
  guarantees: ({ capacity, overflowStrategy }) => ({
    maxBuffered: capacity,
    lossless: overflowStrategy === "backpressure",
    producerWaits: overflowStrategy === "backpressure",
    inOrder: true,
    keeps: KEEPS[overflowStrategy],
  }),
  topology: ({ capacity, overflowStrategy }) =>
    queueTopology(capacity, overflowStrategy === "backpressure" ? "suspend" : "none"),
  workers: ({ parallelism }) => parallelism,
  launch(program) {
    const { capacity, overflowStrategy } = program.values;
    const queue = new QueueSource<number>(
      capacity,
      overflowStrategy,
      program.lastStation("buffer"),
    );
    program.consume(Source.of(queue), "buffer", undefined, () => program.print("failed", capacity));
    new OfferingProducer(program, {
      // The producer gets each answer in a task of its own.
      offer: (element, answered) =>
        queue.offer(element, {
          answered: (result) => program.loop.execute(() => answered(answerOf(result))),
          refused: () => program.loop.execute(() => answered(FAILED_OFFER)),
        }),
      complete: () => queue.complete(),
    }).produce(0);
  },
  source(values) {
    const { capacity, overflowStrategy } = values;
    const fails = overflowStrategy === "fail";
    return queueProgram({
      imports: [
        ...WORK_IMPORTS,
        "org.apache.pekko.stream.OverflowStrategy",
        ...(fails ? ["org.apache.pekko.stream.QueueOfferResult"] : []),
        "org.apache.pekko.stream.javadsl.SourceQueueWithComplete",
      ],
      queue: "SourceQueueWithComplete",
      source: `Source.<Integer>queue(${capacity}, OverflowStrategy.${overflowStrategy}())`,
      operators: workCode(values.parallelism),
      each: 'i -> System.out.println("done " + i)',
      methods: [
        produceMethod("SourceQueueWithComplete", values, [
          at("queue.offer(i).thenAcceptAsync(result -> {", "producer.ready", "producer.held"),
          ...indented([
            ...(fails
              ? [
                  "if (result instanceof QueueOfferResult.Failure) {",
                  '    System.out.println("offer " + i + ": Failure");',
                  "    return;",
                  "}",
                ]
              : []),
            'System.out.println("offer " + i + ": " + result);',
            ...pauseCode(values),
          ]),
          "}, system.dispatcher());",
        ]),
        workMethod(values),
      ],
    });
  },
});

const FAILED_OFFER: OfferAnswer = { line: "failed-offer", goesOn: false };

function answerOf({ kind }: QueueOfferResult): OfferAnswer {
  if (kind === "Enqueued") return { line: "enqueued", goesOn: true };
  return kind === "Dropped" ? { line: "dropped", goesOn: true } : FAILED_OFFER;
}
