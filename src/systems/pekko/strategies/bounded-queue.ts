import { capacityParam } from "../../params/capacity.ts";
import { at } from "../../source-text.ts";
import { WORK_IMPORTS, workCode, workMethod } from "../code/java-program.ts";
import { pauseCode, produceMethod, queueProgram } from "../code/queue-program.ts";
import { defineStrategy } from "../define-strategy.ts";
import { Source } from "../graph.ts";
import { OfferingProducer } from "../offering-producer.ts";
import { parallelismParam } from "../parallelism.ts";
import { queueTopology } from "../queue-topology.ts";
import { queueWords } from "../queue-words.ts";
import { BoundedSourceQueue } from "../stages/bounded-source-queue.ts";

/** `Source.queue(n)`: a producer outside the stream offers to it, and is answered at once. */
export const pekkoBoundedQueue = defineStrategy({
  id: "pekko-bounded-queue",
  version: "library",
  words: queueWords,
  name: { ko: "Pekko Source.queue(n)", en: "Pekko Source.queue(n)" },
  summary: {
    ko: "offer는 기다리지 않고 바로 답합니다. 자리가 있으면 Enqueued, 없으면 들어오던 요소를 버리고 Dropped입니다.",
    en: "offer never waits; it answers at once: Enqueued, or Dropped for the incoming element if there is no room.",
  },
  advice: {
    ko: "스트림 밖(HTTP 요청, 콜백)에서 요소가 오고 생산자가 기다릴 수 없을 때 씁니다. Dropped를 받은 쪽이 거절하거나 나중에 다시 보냅니다. 답을 확인하지 않으면 아무도 모르게 잃습니다.",
    en: "For elements from outside the stream, such as requests or callbacks, whose producer can’t wait. On Dropped, the sender can reject the element or retry. If it ignores the answer, the loss goes unnoticed.",
  },
  params: [capacityParam, parallelismParam],
  lines: {
    made: "made {0}",
    enqueued: "offer {0}: Enqueued",
    dropped: "offer {0}: Dropped",
    received: "received {0}",
    done: "done {0}",
    completed: "completed",
  },
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  topology: ({ capacity }) => queueTopology(capacity, "none"),
  workers: ({ parallelism }) => parallelism,
  launch(program) {
    const queue = new BoundedSourceQueue<number>(
      program.values.capacity,
      program.lastStation("buffer"),
    );
    // Nothing below the queue fails.
    program.consume(Source.of(queue), "buffer", undefined, () => {});
    new OfferingProducer(program, {
      offer(element, answered) {
        const { kind } = queue.offer(element);
        answered({ line: kind === "Dropped" ? "dropped" : "enqueued", goesOn: true });
      },
      complete: () => queue.complete(),
    }).produce(0);
  },
  source: (values) =>
    queueProgram({
      imports: [...WORK_IMPORTS, "org.apache.pekko.stream.BoundedSourceQueue"],
      queue: "BoundedSourceQueue",
      source: `Source.<Integer>queue(${values.capacity})`,
      operators: workCode(values.parallelism),
      each: 'i -> System.out.println("done " + i)',
      methods: [
        produceMethod("BoundedSourceQueue", values, [
          at('System.out.println("offer " + i + ": " + queue.offer(i));', "producer.ready"),
          ...pauseCode(values),
        ]),
        workMethod(values),
      ],
    }),
});
