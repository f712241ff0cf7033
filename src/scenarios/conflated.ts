import { linesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A hundred elements go into a single slot: which ones are dropped, and how old are those that arrive? */
export const conflated = defineScenario({
  id: "conflated",
  revision: 1,
  question: {
    ko: "10ms마다 하나씩 1번부터 100번까지 보내고, 소비자는 하나에 500ms가 걸립니다. CONFLATED 채널에서 소비자는 어떤 번호를 받을까요?",
    en: "The numbers 1 to 100 are sent, one every 10 ms; the consumer takes 500 ms for each. Which ones does it receive from a CONFLATED channel?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "1, 2, 3번. 그 뒤는 버려집니다.",
        en: "1, 2 and 3. Later ones are dropped.",
      },
      why: {
        ko: "먼저 온 것을 지키는 것은 DROP_LATEST입니다. CONFLATED에서는 반대로 새 값이 들어오고 앞의 값이 버려집니다.",
        en: "DROP_LATEST keeps what came first. CONFLATED does the opposite: the new value replaces the previous one.",
      },
    },
    {
      right: false,
      text: { ko: "100번 하나뿐입니다.", en: "Only number 100." },
      why: {
        ko: "소비자는 모두 보낼 때까지 기다리지 않습니다. 처리가 끝날 때마다 그 순간의 값을 가져갑니다.",
        en: "The consumer doesn't wait until everything has been sent. Whenever it is free, it takes the current value.",
      },
    },
    {
      right: true,
      text: { ko: "1, 50, 100번.", en: "1, 50 and 100." },
      why: {
        ko: "소비자는 0ms, 500ms, 1,000ms에 비어 있습니다. 그때마다 칸에 있던 최신 값을 받고, 나머지 97개는 덮어써졌습니다.",
        en: "The consumer is free at 0, 500 and 1,000 ms. Each time it takes the newest value in the slot; the other 97 were overwritten.",
      },
    },
    {
      right: false,
      text: { ko: "100개 모두. 다만 오래 걸립니다.", en: "All 100, just slowly." },
      why: {
        ko: "그러려면 누군가 기다려야 합니다. CONFLATED의 send는 기다리지 않고, 칸은 하나뿐입니다.",
        en: "Then something would have to wait. send to a CONFLATED channel never waits, and there is only one slot.",
      },
    },
  ],
  showsAtMs: 3_000,
  notice: [
    {
      ko: "버려지는 것은 언제나 칸에 있던 값입니다. 방금 온 값이 버려지는 일은 없습니다.",
      en: "The value in the slot is always the one dropped, never the one that has just arrived.",
    },
    {
      ko: "생산자가 보내는 동안 소비자가 받는 값은 아무리 오래되어도 생산 간격을 넘지 않습니다. 생산이 끝난 뒤에는 마지막 값이 소비자를 기다립니다.",
      en: "While the producer is sending, the values that the consumer receives are no older than one producer pause. After that, the last value waits for the consumer.",
    },
    {
      ko: "‘1, 50, 100’은 이상적인 시계에서만 정확합니다. 실제 기계의 타이머는 조금씩 늦어 백 개를 보내는 데 1초가 넘게 걸리므로, 소비자는 한 번 더 받습니다(아래 ‘실제 기계에서’).",
      en: "“1, 50 and 100” needs an ideal clock. On a real machine timers are a little late: sending all hundred takes more than a second, and the consumer takes one more (see “On a real machine” below).",
    },
    {
      ko: "‘원문 그대로’는 1번부터, 다른 전략은 0번부터 셉니다. 원문의 50번이 다른 전략의 49번입니다.",
      en: "The program as written counts from 1, the other strategies from 0: its number 50 is their number 49.",
    },
    {
      ko: "DROP_LATEST로 바꾸면 버리는 수는 비슷하지만 소비자는 훨씬 오래된 값을 받습니다. 오래된 것을 버리는 것과 새것을 버리는 것은 결과가 전혀 다릅니다.",
      en: "DROP_LATEST drops about as many, but the consumer receives values that are long out of date. Dropping the oldest and dropping the newest are very different choices.",
    },
  ],
  claims: [
    {
      strategy: "conflated-written",
      text: {
        ko: "소비자는 1, 50, 100번을 0, 500, 1,000ms에 받고, 97개가 버려집니다.",
        en: "The consumer gets 1, 50 and 100 at 0, 500 and 1,000 ms; 97 are dropped.",
      },
      holds: (run) => {
        const got = received(run).map(({ timeMs, numbers }) => `${numbers[0]}@${timeMs}`);
        return got.join() === "1@0,50@500,100@1000" && run.countsAt(4_000).dropped === 97;
      },
    },
    {
      strategy: "conflated-written",
      text: {
        ko: "받은 값은 많아야 10ms를 기다렸습니다.",
        en: "No received value had waited longer than 10 ms.",
      },
      holds: (run) => run.maxWaitMs() <= 10,
    },
    {
      strategy: "drop-oldest",
      text: {
        ko: "용량이 1인 DROP_OLDEST는 CONFLATED와 똑같습니다. 3개를 받고 97개를 버립니다.",
        en: "DROP_OLDEST with a capacity of 1 is the same as CONFLATED: 3 received, 97 dropped.",
      },
      holds: (run) => {
        const { received: got, dropped } = run.countsAt(4_000);
        return got === 3 && dropped === 97 && run.maxWaitMs() <= 10;
      },
    },
    {
      strategy: "drop-latest",
      text: {
        ko: "DROP_LATEST에서는 500ms 전의 값을 받습니다.",
        en: "With DROP_LATEST, a received value is up to 500 ms old.",
      },
      holds: (run) => run.maxWaitMs() === 500,
    },
  ],
  reality: {
    claimed: {
      ko: "버퍼가 차면 오래된 데이터나 새 데이터를 버리고, 최신 데이터만 처리합니다.",
      en: "When the buffer is full, old or new data is dropped and only the latest is processed.",
    },
    findings: [
      {
        strategy: "conflated-written",
        text: {
          ko: "CONFLATED는 오래된 값만 버립니다. 만든 요소 {produced}개, 받은 요소 {received}개, 덮어써진 요소 {dropped}개입니다.",
          en: "CONFLATED drops only old values. Made: {produced}, received: {received}, overwritten: {dropped}.",
        },
        numbers(run) {
          const { made, received, dropped } = run.countsAt(run.end().atMs);
          return { produced: made, received, dropped };
        },
      },
      {
        strategy: "conflated-written",
        text: {
          ko: "마지막으로 만든 것은 {lastMade}번, 마지막으로 받은 것은 {lastReceived}번입니다.",
          en: "The last one made was number {lastMade}; the last one received was number {lastReceived}.",
        },
        // A recording that stops midway has not seen the last element.
        applies: (run) => ["completed", "stalled"].includes(run.end().reason) && hasReceived(run),
        numbers: (run) => ({
          lastMade: run.countsAt(run.end().atMs).made,
          lastReceived: received(run).at(-1)?.numbers[0] ?? "-",
        }),
      },
      {
        strategy: "conflated-written",
        text: {
          ko: "손실률은 {percent}%입니다. 대신 받은 값은 길어야 {waitMs}ms를 기다렸습니다. 현재 상태만 필요하다면 감수할 만하지만, 하나하나가 사건이라면 그렇지 않습니다.",
          en: "The loss rate is {percent} %. In return, no received value had waited longer than {waitMs} ms. That is acceptable if only the current state counts, but not if every element is an event.",
        },
        applies: (run) => run.countsAt(run.end().atMs).dropped > 0,
        numbers: (run) => ({ percent: lossPercent(run), waitMs: run.maxWaitMs() }),
      },
      {
        strategy: "drop-oldest",
        text: {
          ko: "‘오래된 것을 버린다’는 말을 그대로 옮긴 것이 DROP_OLDEST입니다. 용량 {capacity}에서 손실률은 {percent}%이고, 받은 값은 길어야 {waitMs}ms를 기다렸습니다.",
          en: "“Drop the oldest” is what DROP_OLDEST does. With a capacity of {capacity}, the loss rate is {percent} %, and received values had waited up to {waitMs} ms.",
        },
        numbers: (run) => ({
          capacity: run.capacity,
          percent: lossPercent(run),
          waitMs: run.maxWaitMs(),
        }),
      },
      {
        strategy: "drop-latest",
        text: {
          ko: "‘새것을 버린다’는 말을 그대로 옮긴 것이 DROP_LATEST입니다. 용량 {capacity}에서 손실률은 {percent}%이고, 받은 값은 최대 {waitMs}ms를 기다렸습니다.",
          en: "“Drop the newest” is what DROP_LATEST does. With a capacity of {capacity}, the loss rate is {percent} %, and received values had waited up to {waitMs} ms.",
        },
        numbers: (run) => ({
          capacity: run.capacity,
          percent: lossPercent(run),
          waitMs: run.maxWaitMs(),
        }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "값 {receivedCount}개를 받았습니다: {received}.",
      en: "It received {receivedCount} values: {received}.",
    },
  },
  next: [
    {
      text: {
        ko: "새것을 버리면 소비자는 무엇을 받을까요?",
        en: "What does the consumer receive if the newest are dropped?",
      },
      link: "s=conflated&k=drop-latest",
    },
    {
      text: {
        ko: "최근 다섯 개를 남기면 받는 값은 얼마나 오래됐을까요?",
        en: "If the last five are kept, how old are the values that arrive?",
      },
      link: "s=conflated&k=drop-oldest&cap=5",
    },
    {
      text: {
        ko: "소비자가 생산자만큼 빠르면 버려지는 것이 있을까요?",
        en: "Is anything dropped if the consumer is as fast as the producer?",
      },
      link: "s=conflated&c=10",
    },
  ],
  strips: ["arrived", "ladder"],
  strategies: ["conflated-written", "conflated", "drop-oldest", "drop-latest"],
  values: {
    durationS: 4,
    producerDelayMs: 10,
    consumerDelayMs: 500,
    count: 100,
    capacity: 1,
    bodyMs: 3000,
  },
  controls: ["producerDelayMs", "consumerDelayMs", "count", "capacity"],
});

function hasReceived(run: ClaimRun): boolean {
  return received(run).length > 0;
}

function received(run: ClaimRun) {
  return linesOf(run, "received");
}

/** The share of the elements made that were dropped, in percent, rounded; 0 if none were made. */
function lossPercent(run: ClaimRun): number {
  const { made, dropped } = run.countsAt(run.end().atMs);
  return made === 0 ? 0 : Math.round((100 * dropped) / made);
}
