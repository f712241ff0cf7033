import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A hundred elements into a single slot: which ones are dropped, and how old is what arrives? */
export const conflated = defineScenario({
  id: "conflated",
  revision: 1,
  question: {
    ko: "10ms마다 하나씩 1번부터 100번까지 보내고, 소비자는 하나에 500ms가 걸립니다. CONFLATED 채널에서 소비자는 몇 번을 받을까요?",
    en: "Numbers 1 to 100 are sent, one every 10 ms; the consumer needs 500 ms for each. Which ones does it get from a CONFLATED channel?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "1, 2, 3번. 그 뒤는 버려집니다.",
        en: "1, 2 and 3. What comes after is dropped.",
      },
      why: {
        ko: "먼저 온 것을 지키는 것은 DROP_LATEST 쪽입니다. CONFLATED는 반대로 새 값이 들어오고 앞의 값이 나갑니다.",
        en: "Keeping what came first is the way of DROP_LATEST. In CONFLATED the new value comes in and the one before it goes.",
      },
    },
    {
      right: false,
      text: { ko: "100번 하나뿐입니다.", en: "Number 100 and no other." },
      why: {
        ko: "소비자는 모두 보내질 때까지 기다리지 않습니다. 손이 빌 때마다 그 순간의 값을 가져갑니다.",
        en: "The consumer doesn't wait until everything has been sent. Whenever it is free it takes the value of that moment.",
      },
    },
    {
      right: true,
      text: { ko: "1, 50, 100번.", en: "1, 50 and 100." },
      why: {
        ko: "0ms, 500ms, 1,000ms에 소비자의 손이 빕니다. 그때마다 자리에 있던 가장 새 값을 받고, 나머지 97개는 덮어써졌습니다.",
        en: "The consumer is free at 0, 500 and 1,000 ms. Each time it finds the newest value in the slot; the other 97 were overwritten.",
      },
    },
    {
      right: false,
      text: { ko: "100개 모두. 다만 오래 걸립니다.", en: "All 100, only slowly." },
      why: {
        ko: "그러려면 누군가 기다려야 합니다. CONFLATED의 send는 기다리지 않고, 자리는 하나뿐입니다.",
        en: "Then somebody would have to wait. send to a CONFLATED channel never does, and there is one slot.",
      },
    },
  ],
  showsAtMs: 3_000,
  notice: [
    {
      ko: "버려지는 것은 언제나 자리에 있던 값입니다. 방금 온 값이 버려지는 일은 없습니다.",
      en: "It is always the value in the slot that goes, never the one that has just come.",
    },
    {
      ko: "생산자가 보내고 있는 동안 소비자가 받는 값은 길어야 생산 간격만큼 묵었습니다. 생산이 끝난 뒤에는 마지막 값이 소비자를 기다립니다.",
      en: "While the producer sends, what the consumer gets is no older than one of its pauses. After the end, the last value waits for the consumer.",
    },
    {
      ko: "‘글에 쓰인 대로’는 1번부터, 다른 전략은 0번부터 셉니다. 앞의 50번이 뒤의 49번입니다.",
      en: "The program as written counts from 1, the other strategies from 0: number 50 of the one is number 49 of the others.",
    },
    {
      ko: "DROP_LATEST로 바꾸면 버리는 수는 비슷해도 소비자는 한참 전의 값을 받습니다. ‘오래된 것 또는 새것’은 서로 바꿔 쓸 수 있는 말이 아닙니다.",
      en: "With DROP_LATEST about as many are dropped, but the consumer gets values long out of date. “Oldest or newest” is not a matter of taste.",
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
        ko: "받은 값은 10ms 넘게 기다린 적이 없습니다.",
        en: "No value that was received had waited longer than 10 ms.",
      },
      holds: (run) => run.maxWaitMs() <= 10,
    },
    {
      strategy: "drop-oldest",
      text: {
        ko: "한 칸짜리 DROP_OLDEST는 CONFLATED와 똑같습니다. 3개를 받고 97개를 버립니다.",
        en: "DROP_OLDEST with one place is the same as CONFLATED: 3 are received, 97 dropped.",
      },
      holds: (run) => {
        const { received: got, dropped } = run.countsAt(4_000);
        return got === 3 && dropped === 97 && run.maxWaitMs() <= 10;
      },
    },
    {
      strategy: "drop-latest",
      text: {
        ko: "DROP_LATEST에서는 500ms 묵은 값을 받습니다.",
        en: "With DROP_LATEST a value that is received is up to 500 ms old.",
      },
      holds: (run) => run.maxWaitMs() === 500,
    },
  ],
  reality: {
    claimed: {
      ko: "버퍼가 차면 오래된 데이터나 새 데이터를 버리고, 최신 데이터만 처리한다.",
      en: "When the buffer is full, old or new data is dropped; only the latest is processed.",
    },
    findings: [
      {
        strategy: "conflated-written",
        text: {
          ko: "CONFLATED는 ‘오래된 것’만 버립니다. 만든 요소 {produced}개, 받은 요소 {received}개, 덮어써진 요소 {dropped}개.",
          en: "CONFLATED drops the old, never the new. Made: {produced}, received: {received}, overwritten: {dropped}.",
        },
        numbers(run) {
          const { produced, received, dropped } = run.countsAt(run.end().atMs);
          return { produced, received, dropped };
        },
      },
      {
        strategy: "conflated-written",
        text: {
          ko: "마지막으로 만든 것은 {lastMade}번, 마지막으로 받은 것은 {lastReceived}번입니다.",
          en: "The last one made was number {lastMade}, the last one received number {lastReceived}.",
        },
        // A recording that stops in the middle knows of no last one.
        applies: (run) => ["completed", "stalled"].includes(run.end().reason) && hasReceived(run),
        numbers: (run) => ({
          lastMade: run.countsAt(run.end().atMs).produced,
          lastReceived: received(run).at(-1)?.numbers[0] ?? "-",
        }),
      },
      {
        strategy: "conflated-written",
        text: {
          ko: "잃은 비율은 {percent}%입니다. 대신 받은 값이 기다린 시간은 길어야 {waitMs}ms입니다. 현재 상태에는 좋은 거래지만, 하나하나가 사건이라면 아닙니다.",
          en: "The loss is {percent} %. In return, no value that was received had waited longer than {waitMs} ms. A good bargain for a present state, a bad one where every element is an event.",
        },
        numbers: (run) => ({ percent: lossPercent(run), waitMs: run.maxWaitMs() }),
      },
      {
        strategy: "drop-oldest",
        text: {
          ko: "‘오래된 것을 버린다’를 그대로 쓴 것이 DROP_OLDEST입니다. 용량 {capacity}에서 잃은 비율은 {percent}%, 받은 값이 기다린 시간은 길어야 {waitMs}ms입니다.",
          en: "“Drop the oldest”, spelled out, is DROP_OLDEST. With a capacity of {capacity} the loss is {percent} %, and what was received had waited up to {waitMs} ms.",
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
          ko: "‘새것을 버린다’를 그대로 쓴 것이 DROP_LATEST입니다. 용량 {capacity}에서 잃은 비율은 {percent}%, 받은 값이 기다린 시간은 길게는 {waitMs}ms입니다.",
          en: "“Drop the newest”, spelled out, is DROP_LATEST. With a capacity of {capacity} the loss is {percent} %, and what was received had waited up to {waitMs} ms.",
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
        en: "Drop the newest: what does the consumer get?",
      },
      link: "s=conflated&k=drop-latest",
    },
    {
      text: {
        ko: "최근 다섯 개를 남기면 얼마나 묵은 값을 받을까요?",
        en: "Keep the last five: how old is what arrives?",
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
  strips: ["ladder", "losses"],
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
  return run.output().filter(({ line }) => line === "received");
}

/** How many of a hundred elements were lost, rounded. */
function lossPercent(run: ClaimRun): number {
  const { produced, dropped } = run.countsAt(run.end().atMs);
  return produced === 0 ? 0 : Math.round((100 * dropped) / produced);
}
