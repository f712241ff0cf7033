import { busiestWindow } from "../workloads/index.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A semaphore that is called a rate limiter, and a token bucket that is one. */
export const rateLimiting = defineScenario({
  id: "rate-limiting",
  revision: 1,
  question: {
    ko: "생산자는 10ms마다 하나를 보내려 하고, ‘속도 제한기’의 허가는 10개입니다. 첫 500ms 동안 몇 개가 나갈까요?",
    en: "The producer wants to send one element every 10 ms; its “rate limiter” has 10 permits. How many are sent in the first 500 ms?",
  },
  answers: [
    {
      right: false,
      text: { ko: "10개. 허가가 10개뿐이니까.", en: "10: there are only 10 permits." },
      why: {
        ko: "허가는 쓰고 없어지는 것이 아니라 send가 돌아오면 곧바로 반납됩니다. 버퍼에 자리가 있는 동안 send는 0ms 만에 돌아옵니다.",
        en: "A permit isn't used up: it is back as soon as its send returns, and while the buffer has room a send takes 0 ms.",
      },
    },
    {
      right: true,
      text: { ko: "51개, 만든 것은 모두.", en: "51: everything it made." },
      why: {
        ko: "0ms부터 500ms까지 만든 51개가 하나도 기다리지 않습니다. 버퍼가 차기 전까지 이 제한기는 아무것도 제한하지 않습니다.",
        en: "None of the 51 made from 0 to 500 ms has to wait. Until the buffer is full this limiter limits nothing.",
      },
    },
    {
      right: false,
      text: { ko: "3개. 소비자의 속도만큼.", en: "3: as many as the consumer takes." },
      why: {
        ko: "소비자의 속도에 묶이는 것은 버퍼가 찬 다음입니다. 그것도 제한기가 아니라 버퍼가 하는 일입니다.",
        en: "The consumer sets the pace only once the buffer is full, and that is the buffer's doing, not the limiter's.",
      },
    },
  ],
  showsAtMs: 3_000,
  notice: [
    {
      ko: "버퍼에 자리가 있는 동안 허가의 수는 줄지 않습니다. 허가는 ‘동시에 몇 개’를 정할 뿐 ‘1초에 몇 개’를 정하지 않습니다.",
      en: "While the buffer has room no permit is missing. Permits say how many at once, not how many a second.",
    },
    {
      ko: "버퍼가 차면 보내는 코루틴들이 허가를 쥔 채 멈추고, 그제야 생산자가 허가를 기다립니다.",
      en: "When the buffer is full, senders stand in send with their permits, and only then does the producer wait for one.",
    },
    {
      ko: "토큰 버킷으로 바꾸면 처음 몰린 만큼만 지나가고 그다음은 정해진 속도로 흐릅니다. 소비자에게 도착하는 시각은 같습니다.",
      en: "With the token bucket a first burst passes, then elements flow at its rate. With the settings of the scenario the consumer gets them at the same times.",
    },
  ],
  claims: [
    {
      strategy: "rate-limiting-written",
      text: {
        ko: "첫 500ms 동안 만든 51개가 모두 나갑니다.",
        en: "All 51 elements made in the first 500 ms are sent.",
      },
      holds: (run) => timesOf(run, "sent").filter((timeMs) => timeMs <= 500).length === 51,
    },
    {
      strategy: "rate-limiting-written",
      text: {
        ko: "1초에는 버퍼의 50칸이 차 있고 10개의 코루틴이 send에서 기다립니다.",
        en: "At 1 s all 50 places are taken and 10 coroutines wait in send.",
      },
      holds(run) {
        const { buffered, waiting } = run.countsAt(1_000);
        return buffered === 50 && waiting === 10;
      },
    },
    {
      strategy: "token-bucket",
      text: {
        ko: "어느 1초에도 15개(버킷 10 + 초당 5)보다 많이 지나가지 않고, 버퍼에는 10개를 넘게 쌓이지 않습니다.",
        en: "In no second do more than 15 pass (10 in the bucket and 5 a second), and never more than 10 wait in the buffer.",
      },
      holds: (run) =>
        busiestWindow(timesOf(run, "admitted"), 1000) <= 15 && run.maxBuffered() <= 10,
    },
    {
      strategy: "token-bucket",
      text: {
        ko: "소비자는 글의 프로그램에서와 같은 시각에 받습니다. 마지막은 19,800ms입니다.",
        en: "The consumer receives at the same times as in the program of the text, the last at 19,800 ms.",
      },
      holds: (run) => timesOf(run, "received").every((timeMs, index) => timeMs === 200 * index),
    },
  ],
  reality: {
    claimed: {
      ko: "세마포어가 생산 속도를 제한하므로 시스템이 안정적으로 처리한다.",
      en: "The semaphore limits the rate of production, which keeps the system stable.",
    },
    findings: [
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "허가는 {permits}개인데, 가장 바빴던 1초에 나간 요소는 {busiest}개입니다. 허가는 동시에 send에 머무는 코루틴의 수를 묶을 뿐입니다.",
          en: "Permits: {permits}. Elements sent in the busiest second: {busiest}. Permits only bound how many coroutines are in send at once.",
        },
        numbers: (run) => ({
          permits: run.values["permits"] as number,
          busiest: busiestWindow(timesOf(run, "sent"), 1000),
        }),
      },
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "버퍼는 {capacity}칸 가운데 {deepest}칸까지 찼고, 한 요소가 소비자를 기다린 시간은 길게는 {waitMs}ms였습니다.",
          en: "Places in the buffer: {capacity}; taken at the worst: {deepest}. The longest that an element waited for the consumer was {waitMs} ms.",
        },
        applies: hasReceived,
        numbers: (run) => ({
          capacity: run.capacity,
          deepest: run.maxBuffered(),
          waitMs: run.maxWaitMs(),
        }),
      },
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "소비자가 마지막으로 받은 것은 {lastMs}ms, 실행이 끝난 것은 {endMs}ms입니다. 끝을 늦추는 것은 본문 끝의 delay입니다.",
          en: "The consumer received its last element at {lastMs} ms; the run was over at {endMs} ms. The delay at the end of main can only put the end off.",
        },
        applies: (run) => run.end().reason === "completed" && hasReceived(run),
        numbers: (run) => ({
          lastMs: timesOf(run, "received").at(-1) ?? 0,
          endMs: run.end().atMs,
        }),
      },
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "프로그램은 {endMs}ms에 실패로 끝났습니다. 채널이 닫힐 때 아직 시작하지 못한 코루틴이 있었고, 그 send가 예외를 던지면 프로그램 전체가 취소됩니다. 만든 요소 {made}개 가운데 소비자가 받은 것은 {received}개입니다.",
          en: "The program failed at {endMs} ms. When the channel was closed, a coroutine was still to start; its send throws, and that cancels the whole program. Elements made: {made}; received: {received}.",
        },
        applies: (run) => run.end().reason === "failed",
        example: { producerDelayMs: 0, count: 5 },
        numbers(run) {
          const { atMs } = run.end();
          const { produced, received } = run.countsAt(atMs);
          return { endMs: atMs, made: produced, received };
        },
      },
      {
        strategy: "token-bucket",
        text: {
          ko: "가장 바빴던 1초에 {busiest}개가 지나갔습니다. 버킷 {burst}개에 초당 {rate}개, 그러니 많아야 {most}개입니다. 버퍼에는 {deepest}개까지만 쌓였습니다.",
          en: "Passed in the busiest second: {busiest}; the bucket of {burst} and {rate} a second allow {most}. At the worst the buffer held {deepest}.",
        },
        numbers(run) {
          const burst = run.values["burst"] as number;
          const rate = run.values["ratePerSec"] as number;
          const busiest = busiestWindow(timesOf(run, "admitted"), 1000);
          return { busiest, burst, rate, most: burst + rate, deepest: run.maxBuffered() };
        },
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "첫 1초에 {sentInFirstSecond}개를 보냈습니다. 마지막 요소는 {lastSentMs}ms에 보내고 {lastReceivedMs}ms에 받았습니다. 속도를 정한 것은 제한기가 아니라 소비자입니다.",
      en: "It sent {sentInFirstSecond} in the first second, the last one at {lastSentMs} ms, and received that at {lastReceivedMs} ms. The consumer set the rate, not the limiter.",
    },
  },
  next: [
    {
      text: {
        ko: "허가를 1개로 줄이면 첫 500ms는 달라질까요?",
        en: "One permit only: do the first 500 ms change?",
      },
      link: "s=rate-limiting&pm=1",
    },
    {
      text: {
        ko: "생산자가 쉬지 않으면: 채널이 먼저 닫히고, 늦은 send는 실패합니다.",
        en: "A producer without a pause, few elements: the channel is closed first, and the late sends fail.",
      },
      link: "s=rate-limiting&p=0&n=5",
    },
    {
      text: {
        ko: "토큰 버킷으로 초당 5개를 지켜 봅시다.",
        en: "Keep to 5 a second with a token bucket.",
      },
      link: "s=rate-limiting&k=token-bucket",
    },
    {
      text: {
        ko: "토큰이 소비자보다 빠르게 차오르면 버퍼는 다시 찹니다.",
        en: "Tokens that come faster than the consumer works: the buffer fills after all.",
      },
      link: "s=rate-limiting&k=token-bucket&r=20",
    },
  ],
  strategies: ["rate-limiting-written", "token-bucket", "bounded", "unlimited"],
  values: {
    durationS: 26,
    producerDelayMs: 10,
    consumerDelayMs: 200,
    count: 100,
    capacity: 50,
    permits: 10,
    bodyMs: 25000,
    ratePerSec: 5,
    burst: 10,
  },
  strips: ["throughput", "ladder"],
  controls: ["permits", "ratePerSec", "burst", "producerDelayMs", "consumerDelayMs"],
});

function hasReceived(run: ClaimRun): boolean {
  return timesOf(run, "received").length > 0;
}

/** When the lines of that name were printed. */
function timesOf(run: ClaimRun, name: string): number[] {
  return run
    .output()
    .filter(({ line }) => line === name)
    .map(({ timeMs }) => timeMs);
}
