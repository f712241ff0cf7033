import { type ClaimRun, defineScenario } from "./scenario.ts";

/** The same arrivals, the same consumer and the same room in five systems: who is slowed, and who pays instead? */
export const oneFlood = defineScenario({
  id: "one-flood",
  revision: 1,
  question: {
    ko: "다섯 프로그램에 같은 홍수가 옵니다. 1초에 20개가 오고 5개를 처리하며, 버퍼는 8개까지입니다. 원천이 느려지는 것은 어디일까요?",
    en: "One flood meets five programs: 20 elements come in a second, 5 can be handled, and each has room for 8. In which of them does the source slow down?",
  },
  answers: [
    {
      right: false,
      text: { ko: "다섯 모두에서. 그것이 배압입니다.", en: "In all five: that is backpressure." },
      why: {
        ko: "배압은 저절로 생기지 않습니다. RxJava와 Reactor의 create는 요청을 듣지 않고, 이 Node.js 프로그램은 write()의 답을 보지 않습니다.",
        en: "It does not come by itself. create of RxJava and Reactor heeds no request, and this Node.js program does not look at the answer of write().",
      },
    },
    {
      right: false,
      text: {
        ko: "Kotlin에서만. send가 멈춰 세우니까요.",
        en: "In Kotlin alone, where send suspends.",
      },
      why: {
        ko: "Kotlin에서는 그렇습니다. Pekko에서도 느려집니다. 아무도 당기지 않으면 원천은 불리지 않습니다.",
        en: "It does in Kotlin. In Pekko too: a source that nobody pulls is not called.",
      },
    },
    {
      right: true,
      text: { ko: "Kotlin과 Pekko에서.", en: "In Kotlin and in Pekko." },
      why: {
        ko: "Kotlin의 send는 자리가 날 때까지 멈춰 세우고, Pekko의 원천은 당겨질 때만 나옵니다. 나머지 셋에서는 원천이 쉬지 않아, 실패하거나 버리거나 쌓입니다.",
        en: "Kotlin’s send holds its caller until there is room, and Pekko’s source gives only what is pulled. In the other three it never pauses: one fails, one drops, one piles up.",
      },
    },
    {
      right: false,
      text: {
        ko: "RxJava와 Reactor에서. 리액티브 스트림이니까요.",
        en: "In RxJava and Reactor, as these are Reactive Streams.",
      },
      why: {
        ko: "규약은 요청한 것보다 많이 내려보내지 말라고 할 뿐입니다. 요청을 듣지 않는 원천 앞에서는 onBackpressureBuffer가 받아 두다가, 넘치면 끝내거나 버립니다.",
        en: "The contract only forbids to hand down more than was asked for. Before a source that does not listen, onBackpressureBuffer keeps what comes, and ends or drops when that is too much.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "같은 순간에 같은 요소가 옵니다. 달라지는 것은 만든 수, 기다리는 수, 잃은 수입니다. 다섯 줄의 숫자를 견줘 보세요.",
      en: "The same elements come at the same instants. What differs is how many are made, wait and are lost: compare the numbers of the five.",
    },
    {
      ko: "처리한 수는 RxJava 말고는 모두 같습니다. 배압은 소비자를 빠르게 하지 않습니다. 넘치는 것을 어디에 둘지를 정할 뿐입니다.",
      en: "But for RxJava all have done the same. Backpressure makes no consumer faster; it decides where too much is kept.",
    },
    {
      ko: "Node.js에서는 아무도 잘못이라고 말해 주지 않습니다. write()는 false라고 답했고, 프로그램이 듣지 않았을 뿐입니다.",
      en: "In Node.js nobody says that anything is wrong: write() has answered false, and the program did not listen.",
    },
  ],
  claims: [
    {
      strategy: "bounded",
      text: {
        ko: "10초에 59개를 만들었을 뿐입니다. 원천은 1초에 5개로 느려졌고, 잃은 것은 없습니다.",
        en: "After 10 s it has made 59: the source has slowed to 5 a second, and nothing is lost.",
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
        ko: "10초에 59개를 만들었을 뿐입니다. 당긴 것이 없으니 원천이 불리지 않습니다.",
        en: "After 10 s it has made 59: the source was not called, as nobody pulled.",
      },
      holds: (run) => madeAt10(run) === 59 && lost(run) === 0,
    },
    {
      strategy: "node-write",
      text: {
        ko: "10초에 201개를 모두 만들고, 150개가 표시선 8을 넘어 기다립니다.",
        en: "After 10 s it has made all 201, and 150 wait, far above the mark of 8.",
      },
      holds: (run) =>
        madeAt10(run) === 201 && run.countsAt(10_000).buffered === 150 && lost(run) === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "Kotlin 채널, RxJava, Reactor, Akka Streams, Node.js 스트림은 모두 배압을 지원한다.",
      en: "Kotlin channels, RxJava, Reactor, Akka Streams and Node.js streams all support backpressure.",
    },
    findings: [
      {
        strategy: "bounded",
        text: {
          ko: "Kotlin: 생산자는 send 안에서 기다렸습니다. 이 시간에 {produced}개를 만들고 {lost}개를 잃었습니다.",
          en: "Kotlin: the producer waited within send. It made {produced} in this time, and lost {lost}.",
        },
        numbers: telling("produced", "lost"),
      },
      {
        strategy: "rx-buffer",
        text: {
          ko: "RxJava: 요청을 듣지 않는 원천이라, {produced}번째에서 {error}. {done}개를 처리하고 {lost}개를 잃었습니다.",
          en: "RxJava: its source heeds no request. At number {produced} came {error}: {done} were done, {lost} lost.",
        },
        applies: (run) => run.end().error !== undefined,
        numbers: telling("produced", "error", "done", "lost"),
      },
      {
        strategy: "reactor-buffer",
        text: {
          ko: "Reactor: 버퍼가 한도를 지키는 대신 {produced}개 가운데 {lost}개를 버렸습니다.",
          en: "Reactor: the buffer keeps to its bound, and of {produced} elements {lost} were dropped for it.",
        },
        applies: (run) => lost(run) > 0,
        numbers: telling("produced", "lost"),
      },
      {
        strategy: "pekko-buffer",
        text: {
          ko: "Akka/Pekko: 배압을 위해 쓴 것이 없는데도 원천은 {produced}개만 만들었습니다. 당김이 스트림의 기본이기 때문입니다.",
          en: "Akka and Pekko: nothing was written for it, and yet the source made only {produced}, as streams there go by pulls.",
        },
        applies: (run) => lost(run) === 0,
        numbers: telling("produced"),
      },
      {
        strategy: "node-write",
        text: {
          ko: "Node.js: 지원은 합니다. 답을 듣는 프로그램에게만. 여기서는 {most}개까지 쌓였습니다.",
          en: "Node.js: supported, for programs that heed the answer. Here up to {most} piled up.",
        },
        numbers: telling("most"),
      },
    ],
  },
  pairs: [
    {
      of: ["bounded", "pekko-buffer"],
      same: true,
      why: {
        ko: "둘 다 원천이 소비자만큼만 만듭니다. 다만 Kotlin의 생산자는 부르는 도중에 멈춰 있고, Pekko의 원천은 아예 불리지 않습니다.",
        en: "In both the source keeps to the consumer. But Kotlin’s producer stands in the middle of a call, while Pekko’s source is not called.",
      },
    },
    {
      of: ["bounded", "rx-buffer"],
      same: false,
      why: {
        ko: "send는 기다릴 수 있지만 onNext는 기다릴 수 없습니다. 그래서 넘치면 오류입니다.",
        en: "send can wait, onNext can’t: what is too much is an error.",
      },
    },
    {
      of: ["bounded", "reactor-buffer"],
      same: false,
      why: {
        ko: "버퍼의 한도는 같지만, 한쪽은 생산자가 값을 치르고 다른 쪽은 요소가 값을 치릅니다.",
        en: "Their bounds are the same, but here the producer pays for it and there the elements do.",
      },
    },
    {
      of: ["bounded", "node-write"],
      same: false,
      why: {
        ko: "send는 멈춰 세우고 write()는 대답만 합니다. 한도는 대답을 듣는 프로그램에만 있습니다.",
        en: "send holds, write() only answers: a bound exists for programs that listen.",
      },
    },
    {
      of: ["rx-buffer", "reactor-buffer"],
      same: false,
      why: {
        ko: "같은 이름의 연산자지만 고른 규칙이 다릅니다. 오류로 끝내거나, 가장 오래된 것을 버립니다. 원천을 늦추지 못하는 것은 같습니다.",
        en: "One name, another rule: one ends with an error, the other drops its oldest. Neither slows its source.",
      },
    },
    {
      of: ["rx-buffer", "pekko-buffer"],
      same: false,
      why: {
        ko: "둘 다 아래에서 위로 요청합니다. create는 듣지 않고, Pekko의 단계는 당겨질 때만 내보냅니다.",
        en: "Both ask upwards. create does not listen; a stage of Pekko gives only what is pulled.",
      },
    },
    {
      of: ["rx-buffer", "node-write"],
      same: false,
      why: {
        ko: "한쪽은 한도를 넘으면 끝내고, 다른 쪽은 한도가 없는 것처럼 받아 둡니다.",
        en: "One ends at its bound, the other goes on as if there were none.",
      },
    },
    {
      of: ["reactor-buffer", "pekko-buffer"],
      same: false,
      why: {
        ko: "Reactor의 버퍼는 위로 끝없이 요청하니, 넘치는 것을 버려야 합니다. Pekko의 버퍼는 자리가 있을 때만 당깁니다.",
        en: "Reactor’s buffer asks without bound and has to drop. Pekko’s pulls only while it has room.",
      },
    },
    {
      of: ["reactor-buffer", "node-write"],
      same: false,
      why: {
        ko: "원천이 쉬지 않는 것은 같습니다. 한쪽은 기억을 지키려고 요소를 버리고, 다른 쪽은 요소를 지키려고 기억을 씁니다.",
        en: "Neither source pauses. One gives up elements to save memory, the other memory to save elements.",
      },
    },
    {
      of: ["pekko-buffer", "node-write"],
      same: false,
      why: {
        ko: "Pekko에서는 묻지 않으면 나올 수 없고, Node.js의 write()는 묻지 않아도 받아 줍니다.",
        en: "In Pekko nothing comes unasked; write() of Node.js takes what nobody asked for.",
      },
    },
  ],
  next: [
    {
      text: {
        ko: "Node.js 프로그램이 write()의 답을 따르면?",
        en: "What if the Node.js program heeds the answer of write()?",
      },
      link: "s=one-flood&k=node-write&hd=answer",
    },
    {
      text: {
        ko: "RxJava의 버퍼가 가장 오래된 것을 버리면?",
        en: "What if RxJava’s buffer drops its oldest?",
      },
      link: "s=one-flood&k=rx-buffer&xo=drop-oldest&2.k=reactor-buffer",
    },
    {
      text: {
        ko: "Pekko의 버퍼에 fail을 고르면 RxJava와 같을까요?",
        en: "With fail in Pekko’s buffer, does it end as RxJava does?",
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
  return run.countsAt(10_000).produced;
}

function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}

const FIGURES = {
  produced: (run: ClaimRun) => run.countsAt(run.end().atMs).produced,
  done: (run: ClaimRun) => run.countsAt(run.end().atMs).done,
  lost: (run: ClaimRun) => run.countsAt(run.end().atMs).lost,
  most: (run: ClaimRun) => run.maxBuffered(),
  error: (run: ClaimRun) => run.end().error ?? "-",
};

/** Computes the figures of a run that a sentence tells. */
function telling(...names: readonly (keyof typeof FIGURES)[]) {
  return (run: ClaimRun) => Object.fromEntries(names.map((name) => [name, FIGURES[name](run)]));
}
