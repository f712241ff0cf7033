import { isSlowed, lost } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** The same arrivals, the same consumer and the same room in five systems: which sources slow down, and what happens in the others? */
export const oneFlood = defineScenario({
  id: "one-flood",
  revision: 1,
  question: {
    ko: "다섯 프로그램에 같은 부하가 몰립니다. 1초에 20개가 오고 5개를 처리하며, 버퍼는 8개까지입니다. 소스가 느려지는 것은 어디일까요?",
    en: "Five programs get the same flood: 20 elements arrive per second, 5 can be processed, and each has room for 8. In which of them does the source slow down?",
  },
  answers: [
    {
      right: false,
      text: { ko: "다섯 모두에서. 그것이 배압입니다.", en: "In all five: that is backpressure." },
      why: {
        ko: "배압은 저절로 생기지 않습니다. RxJava와 Reactor의 소스는 요청을 보지 않고 내보내고, 이 Node.js 프로그램은 write()의 답을 보지 않습니다.",
        en: "It does not happen by itself. The sources in RxJava and Reactor emit without looking at requests, and this Node.js program ignores what write() returns.",
      },
    },
    {
      right: false,
      text: {
        ko: "Kotlin에서만. send가 멈춰 세웁니다.",
        en: "Only in Kotlin, where send suspends.",
      },
      why: {
        ko: "Kotlin에서는 그렇습니다. Pekko에서도 느려집니다. 요청이 없으면 소스가 호출되지 않습니다.",
        en: "It does in Kotlin, but also in Pekko: a source that is not pulled is not called.",
      },
    },
    {
      right: true,
      text: { ko: "Kotlin과 Pekko에서.", en: "In Kotlin and in Pekko." },
      why: {
        ko: "Kotlin의 send는 자리가 날 때까지 생산자를 멈춰 세우고, Pekko의 소스는 요청받을 때만 내보냅니다. 나머지 셋에서는 소스가 쉬지 않아, 실패하거나 버리거나 쌓입니다.",
        en: "Kotlin’s send holds its caller until there is room, and Pekko’s source emits only when pulled. In the other three the source never pauses: one fails, one drops, one piles up.",
      },
    },
    {
      right: false,
      text: {
        ko: "RxJava와 Reactor에서. 리액티브 스트림이기 때문입니다.",
        en: "In RxJava and Reactor, because they are Reactive Streams.",
      },
      why: {
        ko: "규약은 요청한 것보다 많이 내려보내지 말라고 할 뿐입니다. 소스가 요청을 무시하면 onBackpressureBuffer가 받아 두다가, 넘치면 스트림을 끝내거나 요소를 버립니다.",
        en: "The contract only forbids emitting more than was requested. If the source ignores requests, onBackpressureBuffer stores what arrives and, on overflow, ends the stream or drops elements.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "같은 시각에 같은 요소가 옵니다. 달라지는 것은 만든 수, 기다리는 수, 잃은 수입니다. 다섯 줄의 숫자를 비교해 보세요.",
      en: "The same elements arrive at the same times. What differs is how many are made, waiting and lost: compare the numbers of the five lanes.",
    },
    {
      ko: "처리한 수는 RxJava 말고는 모두 같습니다. 배압은 소비자를 빠르게 하지 않습니다. 넘치는 것을 어디에 둘지를 정할 뿐입니다.",
      en: "All except RxJava process the same number. Backpressure does not make a consumer faster; it decides where the excess goes.",
    },
    {
      ko: "Node.js에서 잘못을 알려 주는 것은 write()가 돌려준 false뿐인데, 이 프로그램은 그것을 무시했습니다.",
      en: "In Node.js, only the false that write() returned tells you that something is wrong, and this program ignored it.",
    },
  ],
  claims: [
    {
      strategy: "bounded",
      text: {
        ko: "10초에 59개만 만듭니다. 소스는 1초에 5개로 느려졌고, 손실은 없습니다.",
        en: "After 10 s it has made only 59: the source has slowed down to 5 a second, and nothing is lost.",
      },
      holds: (run) => madeAt10(run) === 59 && lost(run) === 0,
    },
    {
      strategy: "rx-buffer",
      text: {
        ko: "600ms에 MissingBackpressureException으로 끝나고, 버퍼의 8개도 함께 잃습니다.",
        en: "It ends at 600 ms with a MissingBackpressureException, and the 8 in its buffer are lost with it.",
      },
      holds: (run) =>
        run.end().atMs === 600 &&
        run.end().error === "MissingBackpressureException" &&
        run.countsAt(600).undelivered === 8,
    },
    {
      strategy: "reactor-buffer",
      text: {
        ko: "10초에 201개를 모두 만들고 142개를 버립니다. 버퍼에는 8개까지만 있습니다.",
        en: "After 10 s it has made all 201 and dropped 142; its buffer never holds more than 8.",
      },
      holds: (run) =>
        madeAt10(run) === 201 && run.countsAt(10_000).dropped === 142 && run.maxBuffered() === 8,
    },
    {
      strategy: "pekko-buffer",
      text: {
        ko: "10초에 59개만 만듭니다. 요청이 없으면 소스가 호출되지 않습니다.",
        en: "After 10 s it has made only 59: a source that is not pulled is not called.",
      },
      holds: (run) => madeAt10(run) === 59 && lost(run) === 0,
    },
    {
      strategy: "node-write",
      text: {
        ko: "10초에 201개를 모두 만들고, 150개가 기준선 8을 넘어 기다립니다.",
        en: "After 10 s it has made all 201, and 150 are waiting, far above the mark of 8.",
      },
      holds: (run) =>
        madeAt10(run) === 201 && run.countsAt(10_000).waiting === 150 && lost(run) === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "Kotlin 채널, RxJava, Reactor, Akka Streams, Node.js 스트림은 모두 배압을 지원합니다.",
      en: "Kotlin channels, RxJava, Reactor, Akka Streams and Node.js streams all support backpressure.",
    },
    findings: [
      {
        strategy: "bounded",
        text: {
          ko: "Kotlin: 생산자는 send에서 기다렸습니다. 이 시간에 {produced}개를 만들고 {lost}개를 잃었습니다.",
          en: "Kotlin: the producer waited in send. In this time it made {produced} and lost {lost}.",
        },
        applies: (run) => isSlowed(run, run.end().atMs),
        numbers: figures("produced", "lost"),
      },
      {
        strategy: "rx-buffer",
        text: {
          ko: "RxJava: 소스가 요청을 무시하여 {produced}번째에서 오류({error})가 났습니다. {done}개를 처리하고 {lost}개를 잃었습니다.",
          en: "RxJava: its source ignores requests, so element {produced} caused a {error}; {done} were done and {lost} lost.",
        },
        applies: (run) => run.end().error !== undefined,
        numbers: figures("produced", "error", "done", "lost"),
      },
      {
        strategy: "reactor-buffer",
        text: {
          ko: "Reactor: 버퍼가 한도를 지키는 대신 {produced}개 가운데 {lost}개를 버렸습니다.",
          en: "Reactor: to keep its bound, the buffer dropped {lost} of {produced} elements.",
        },
        applies: (run) => lost(run) > 0,
        numbers: figures("produced", "lost"),
      },
      {
        strategy: "pekko-buffer",
        text: {
          ko: "Akka/Pekko: 배압을 위한 코드가 없는데도 소스는 {produced}개만 만들었습니다. 요청받은 만큼만 흐르는 것이 스트림의 기본이기 때문입니다.",
          en: "Akka and Pekko: no code was written for backpressure, yet the source made only {produced}, because pulls drive the stream.",
        },
        applies: (run) => lost(run) === 0 && isSlowed(run, run.end().atMs),
        numbers: figures("produced"),
      },
      {
        strategy: "node-write",
        text: {
          ko: "Node.js: 지원하지만, 답을 따르는 프로그램에서만 그렇습니다. 여기서는 최대 {most}개가 쌓였습니다.",
          en: "Node.js: supported, but only for programs that respect the answer. Here up to {most} piled up.",
        },
        numbers: figures("most"),
      },
    ],
  },
  pairs: [
    {
      of: ["bounded", "pekko-buffer"],
      same: true,
      why: {
        ko: "둘 다 소스가 소비자의 속도만큼만 만듭니다. 다만 Kotlin의 생산자는 호출 도중에 멈춰 있고, Pekko의 소스는 아예 호출되지 않습니다.",
        en: "In both, the source keeps to the consumer’s rate. But Kotlin’s producer is suspended inside a call, while Pekko’s source is not called at all.",
      },
    },
    {
      of: ["bounded", "rx-buffer"],
      same: false,
      why: {
        ko: "send는 기다릴 수 있지만 onNext는 기다릴 수 없습니다. 그래서 넘치면 오류가 납니다.",
        en: "send can wait and onNext can’t, so an overflow is an error.",
      },
    },
    {
      of: ["bounded", "reactor-buffer"],
      same: false,
      why: {
        ko: "버퍼의 한도는 같지만, 한쪽에서는 생산자가 기다리고 다른 쪽에서는 요소가 버려집니다.",
        en: "The bounds are the same, but in one the producer waits and in the other elements are dropped.",
      },
    },
    {
      of: ["bounded", "node-write"],
      same: false,
      why: {
        ko: "send는 멈춰 세우고 write()는 답만 합니다. 한도는 그 답을 따르는 프로그램에만 있습니다.",
        en: "send suspends; write() only answers. The bound exists only for programs that respect the answer.",
      },
    },
    {
      of: ["rx-buffer", "reactor-buffer"],
      same: false,
      why: {
        ko: "같은 이름의 연산자지만 고른 규칙이 다릅니다. 하나는 오류로 끝나고, 하나는 가장 오래된 것을 버립니다. 둘 다 소스를 늦추지 못합니다.",
        en: "Same operator name, different rule: one ends with an error, the other drops the oldest. Neither slows down its source.",
      },
    },
    {
      of: ["rx-buffer", "pekko-buffer"],
      same: false,
      why: {
        ko: "둘 다 아래에서 위로 요청합니다. 이 RxJava 소스는 요청을 보지 않고, Pekko의 단계는 요청받을 때만 내보냅니다.",
        en: "Both request upstream. This RxJava source ignores requests; a Pekko stage emits only when pulled.",
      },
    },
    {
      of: ["rx-buffer", "node-write"],
      same: false,
      why: {
        ko: "한쪽은 한도를 넘으면 끝나고, 다른 쪽은 한도가 없는 것처럼 계속 받습니다.",
        en: "One ends at its bound; the other continues as if there were none.",
      },
    },
    {
      of: ["reactor-buffer", "pekko-buffer"],
      same: false,
      why: {
        ko: "Reactor의 버퍼는 위로 끝없이 요청하므로 넘치는 것을 버려야 합니다. Pekko의 버퍼는 자리가 있을 때만 당깁니다.",
        en: "Reactor’s buffer requests without limit and has to drop. Pekko’s pulls only while it has room.",
      },
    },
    {
      of: ["reactor-buffer", "node-write"],
      same: false,
      why: {
        ko: "둘 다 소스가 쉬지 않습니다. 한쪽은 메모리를 지키려고 요소를 버리고, 다른 쪽은 요소를 지키려고 메모리를 씁니다.",
        en: "Neither source pauses. One drops elements to save memory; the other uses memory to save elements.",
      },
    },
    {
      of: ["pekko-buffer", "node-write"],
      same: false,
      why: {
        ko: "Pekko에서는 요청하지 않으면 나오지 않고, Node.js의 write()는 요청하지 않아도 받습니다.",
        en: "In Pekko nothing is emitted without a request; write() in Node.js accepts what nobody requested.",
      },
    },
  ],
  next: [
    {
      text: {
        ko: "Node.js 프로그램이 write()의 답을 따르면?",
        en: "What if the Node.js program respects what write() returns?",
      },
      link: "s=one-flood&k=node-write&hd=answer",
    },
    {
      text: {
        ko: "RxJava의 버퍼가 가장 오래된 것을 버리면?",
        en: "What if RxJava’s buffer drops the oldest?",
      },
      link: "s=one-flood&k=rx-buffer&xo=drop-oldest&2.k=reactor-buffer",
    },
    {
      text: {
        ko: "Pekko의 버퍼에 fail을 고르면 RxJava와 같을까요?",
        en: "With fail, does Pekko’s buffer end the stream as RxJava does?",
      },
      link: "s=one-flood&k=pekko-buffer&os=fail&2.k=rx-buffer",
    },
  ],
  strategies: ["bounded", "rx-buffer", "reactor-buffer", "pekko-buffer", "node-write"],
  lanes: ["bounded", "rx-buffer", "reactor-buffer", "pekko-buffer", "node-write"],
  values: {
    durationS: 20,
    producerDelayMs: 50,
    consumerDelayMs: 200,
    capacity: 8,
    highWaterMark: 8,
    heeds: "nothing",
    reactorOverflow: "drop-oldest",
  },
  controls: ["producerDelayMs", "consumerDelayMs", "capacity", "highWaterMark"],
  strips: ["depth", "losses"],
});

function madeAt10(run: ClaimRun): number {
  return run.countsAt(10_000).made;
}

const FIGURES = {
  produced: (run: ClaimRun) => run.countsAt(run.end().atMs).made,
  done: (run: ClaimRun) => run.countsAt(run.end().atMs).done,
  lost: (run: ClaimRun) => run.countsAt(run.end().atMs).lost,
  most: (run: ClaimRun) => run.maxBuffered(),
  error: (run: ClaimRun) => run.end().error ?? "-",
};

/** Returns a function that computes the figures of these names from a run. */
function figures(...names: readonly (keyof typeof FIGURES)[]) {
  return (run: ClaimRun) => Object.fromEntries(names.map((name) => [name, FIGURES[name](run)]));
}
