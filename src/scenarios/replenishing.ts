import { linesOf } from "./readings.ts";
import { PEKKO_TICKS } from "./real-machine/pekko-ticks.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Five systems, four of which prefetch 16 elements: when does each request more? */
export const replenishing = defineScenario({
  id: "replenishing",
  revision: 1,
  question: {
    ko: "다섯 시스템의 소비자가 100ms에 하나씩 처리합니다. 넷은 16개를 미리 받아 두고, Flow는 하나도 미리 받지 않습니다. 저마다 언제 더 요청할까요?",
    en: "Four systems prefetch 16 elements, a Flow none; every consumer takes 100 ms per element. When does each system request more?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "하나가 내려갈 때마다 하나씩 요청하고, 모두 같습니다.",
        en: "Each time one element is passed on, in all of them.",
      },
      why: {
        ko: "Flow와 채널이 그렇게 합니다. 다른 넷은 요소마다 스레드나 콜백의 경계를 건너지 않도록 여러 개를 한꺼번에 요청합니다.",
        en: "A Flow and a channel do that. The other four request in batches to avoid crossing a thread or callback boundary for each element.",
      },
    },
    {
      right: false,
      text: { ko: "받아 둔 것이 다 떨어졌을 때.", en: "When all 16 are used up." },
      why: {
        ko: "그렇게 하는 것은 Node.js뿐입니다. 'drain'은 writableLength가 0이 되어야 옵니다. 나머지는 소비자가 쉬지 않도록 그 전에 요청합니다.",
        en: "Only Node.js does that: 'drain' fires when writableLength is 0. The others request earlier so that the consumer does not idle.",
      },
    },
    {
      right: true,
      text: {
        ko: "RxJava와 Reactor는 12개, Pekko는 8개가 내려갔을 때. Node.js는 다 떨어졌을 때, Flow는 하나마다.",
        en: "RxJava and Reactor after 12, Pekko after 8, Node.js when all are used up, the Flow after each.",
      },
      why: {
        ko: "RxJava와 Reactor는 3/4, Pekko는 절반이 내려갈 때마다 그만큼을 다시 요청합니다. 톱니의 깊이가 이 규칙을 보여 줍니다.",
        en: "RxJava and Reactor request again each time three quarters have been passed on, Pekko after half. The depth of the teeth shows the rule.",
      },
    },
    {
      right: false,
      text: { ko: "정해진 시간마다.", en: "At fixed intervals." },
      why: {
        ko: "요청은 시간과 상관이 없습니다. 소비자가 빨라지면 요청도 잦아집니다. 처리 시간을 바꿔 보세요.",
        en: "Requests do not follow a clock. With a faster consumer they come more often: change its processing time and see.",
      },
    },
  ],
  showsAtMs: 2_500,
  notice: [
    {
      ko: "‘남은 요청’ 그래프의 톱니를 비교해 보세요. 요청했지만 아직 내려가지 않은 수가 12, 12, 8, 16, 1씩 줄었다가 다시 찹니다.",
      en: "Compare the teeth in the “Demand” strip, the elements requested but not yet passed on. It falls by 12, 12, 8, 16 and 1 before it is filled up again.",
    },
    {
      ko: "처리한 수는 거의 같습니다. 한 번에 요청하는 수는 속도가 아니라 경계를 얼마나 자주 건너는지, 얼마나 많이 받아 두는지를 정합니다.",
      en: "The number processed is almost the same. The size of a request decides how often a boundary is crossed and how much is held ahead, not the throughput.",
    },
    {
      ko: "Node.js는 다 떨어진 뒤에야 다시 씁니다. 여기서는 생산자가 빨라서 거의 드러나지 않지만, 생산 간격을 늘리면 그때마다 소비자가 쉽니다. Flow에서는 요소마다 생산 간격만큼 더 걸립니다.",
      en: "Node.js writes again only when everything is used up. With a fast producer that hardly shows; with a longer pause, the consumer idles each time. A Flow adds the producer’s pause to every element.",
    },
  ],
  claims: [
    {
      strategy: "rx-observe-on",
      text: {
        ko: "처음에 16개, 1,100ms부터는 1,200ms마다 12개씩 요청합니다.",
        en: "It requests 16 at first and, from 1,100 ms on, 12 every 1,200 ms.",
      },
      holds: asksForTwelve,
    },
    {
      strategy: "reactor-publish-on",
      text: {
        ko: "크기가 같으면 RxJava와 같은 시각에 같은 수를 요청합니다.",
        en: "With the same size, it requests the same numbers at the same times as RxJava.",
      },
      holds: asksForTwelve,
    },
    {
      strategy: "pekko-buffer",
      text: {
        ko: "비동기 경계는 8개가 내려간 700ms, 1,500ms에 8개씩 다시 당깁니다.",
        en: "Its boundary pulls 8 more each time 8 have been passed on: at 700 ms and at 1,500 ms.",
      },
      holds: (run) =>
        [699, 700, 1_499, 1_500].map((timeMs) => run.demandAt(timeMs)).join() === "9,16,9,16",
    },
    {
      strategy: "node-write",
      text: {
        ko: "'drain'은 16개가 다 떨어진 1,700ms에 처음 옵니다.",
        en: "'drain' first fires at 1,700 ms, when all 16 are used up.",
      },
      holds: (run) =>
        run.output().find(({ line }) => line === "drain")?.timeMs === 1_700 &&
        run.demandAt(1_699) === 1,
    },
    {
      strategy: "flow-buffer",
      text: {
        ko: "만든 수는 처리한 수보다 많아야 하나 더 많습니다.",
        en: "It is never more than one element ahead of what is done.",
      },
      holds: (run) =>
        Array.from({ length: 100 }, (_, i) => run.countsAt(100 * i)).every(
          ({ made, done }) => made - done <= 1,
        ),
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "배압이 있는 시스템은 소비자가 하나를 처리할 때마다 하나를 더 요청합니다.",
      en: "Systems with backpressure request one more each time the consumer finishes one.",
    },
    findings: [
      {
        strategy: "rx-observe-on",
        text: {
          ko: "RxJava의 observeOn은 이 시간에 {times}번 요청했습니다. 처리한 것은 {done}개입니다.",
          en: "RxJava’s observeOn made {times} requests in this time; {done} elements were done.",
        },
        applies: (run) => requests(run).length > 1,
        numbers: (run) => ({ times: requests(run).length, done: doneBy(run) }),
      },
      {
        strategy: "node-write",
        text: {
          ko: "Node.js의 'drain'은 {times}번 왔습니다. 처리한 것은 {done}개입니다.",
          en: "'drain' fired {times} times in Node.js; {done} elements were done.",
        },
        applies: (run) => drains(run) > 0,
        numbers: (run) => ({ times: drains(run), done: doneBy(run) }),
      },
      {
        strategy: "flow-buffer",
        text: {
          ko: "버퍼 없는 Flow는 하나마다 하나씩 주고받습니다. 그 대신 요소마다 생산 간격이 더해져 {done}개만 처리했습니다.",
          en: "A Flow without a buffer passes elements on one by one. The price is that the producer’s pause is added to each, so only {done} were done.",
        },
        numbers: (run) => ({ done: doneBy(run) }),
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["pekko-buffer"],
        why: PEKKO_TICKS,
      },
    ],
  },
  next: [
    {
      text: {
        ko: "라이브러리마다 기본값을 쓴다면: 128에서 96씩, 256에서 192씩",
        en: "With the default sizes: 128 then 96, 256 then 192",
      },
      link: "s=replenishing&k=rx-observe-on&pf=128&2.k=reactor-publish-on&2.pf=256&p=1&c=10",
    },
    {
      text: {
        ko: "용량 16인 채널은 어떤 모양일까요?",
        en: "What does a channel of capacity 16 look like?",
      },
      link: "s=replenishing&k=bounded&2.k=rx-observe-on",
    },
    {
      text: {
        ko: "생산자가 느리면 Node.js의 소비자는 얼마나 쉴까요?",
        en: "With a slower producer, how long does the Node.js consumer idle?",
      },
      link: "s=replenishing&k=node-write&2.k=pekko-buffer&p=60",
    },
  ],
  strategies: [
    "rx-observe-on",
    "reactor-publish-on",
    "pekko-buffer",
    "node-write",
    "flow-buffer",
    "bounded",
  ],
  lanes: ["rx-observe-on", "reactor-publish-on", "pekko-buffer", "node-write", "flow-buffer"],
  values: {
    durationS: 10,
    producerDelayMs: 10,
    consumerDelayMs: 100,
    prefetch: 16,
    capacity: 16,
    highWaterMark: 16,
    boundary: "async",
  },
  controls: ["consumerDelayMs", "producerDelayMs", "prefetch", "highWaterMark", "capacity"],
  strips: ["demand", "throughput"],
});

function requests(run: ClaimRun) {
  return linesOf(run, "requested");
}

function asksForTwelve(run: ClaimRun): boolean {
  const asked = requests(run).map(({ timeMs, numbers }) => `${numbers[0]}@${timeMs}`);
  return asked.slice(0, 4).join() === "16@0,12@1100,12@2300,12@3500";
}

function drains(run: ClaimRun): number {
  return linesOf(run, "drain").length;
}

function doneBy(run: ClaimRun): number {
  return run.countsAt(run.end().atMs).done;
}
