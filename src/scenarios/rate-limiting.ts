import { busiestWindow } from "../workloads/index.ts";
import { timesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A semaphore that is called a rate limiter, and a token bucket that is one. */
export const rateLimiting = defineScenario({
  id: "rate-limiting",
  revision: 1,
  question: {
    ko: "생산자는 10ms마다 하나를 보내려 하고, ‘속도 제한기’의 허가는 10개입니다. 첫 500ms 동안 몇 개를 보낼까요?",
    en: "The producer wants to send one element every 10 ms; its “rate limiter” has 10 permits. How many are sent in the first 500 ms?",
  },
  answers: [
    {
      right: false,
      text: { ko: "10개. 허가가 10개뿐입니다.", en: "10: there are only 10 permits." },
      why: {
        ko: "허가는 쓰고 없어지는 것이 아니라 send가 돌아오면 곧바로 반납됩니다. 버퍼에 자리가 있는 동안 send는 0ms 만에 돌아옵니다.",
        en: "A permit isn't used up: it is returned as soon as its send returns, and while the buffer has room, a send takes 0 ms.",
      },
    },
    {
      right: true,
      text: { ko: "51개. 만든 것을 모두 보냅니다.", en: "51: everything that is made." },
      why: {
        ko: "0ms부터 500ms까지 만든 51개는 하나도 기다리지 않습니다. 버퍼가 차기 전까지 이 제한기는 아무것도 제한하지 않습니다.",
        en: "None of the 51 made from 0 to 500 ms has to wait. Until the buffer is full, this limiter limits nothing.",
      },
    },
    {
      right: false,
      text: { ko: "3개. 소비자의 속도만큼.", en: "3: as many as the consumer takes." },
      why: {
        ko: "소비자의 속도에 맞춰지는 것은 버퍼가 찬 다음입니다. 그것도 제한기가 아니라 버퍼 때문입니다.",
        en: "The consumer sets the pace only once the buffer is full, and that is due to the buffer, not the limiter.",
      },
    },
  ],
  showsAtMs: 3_000,
  notice: [
    {
      ko: "버퍼에 자리가 있는 동안 남은 허가는 줄지 않습니다. 허가는 ‘동시에 몇 개’를 정할 뿐 ‘1초에 몇 개’를 정하지 않습니다.",
      en: "While the buffer has room, all permits stay free. Permits limit how many at once, not how many per second.",
    },
    {
      ko: "버퍼가 차면 보내는 코루틴들이 허가를 쥔 채 멈추고, 그제야 생산자도 허가를 기다립니다.",
      en: "When the buffer is full, senders wait in send with their permits, and only then does the producer have to wait for one.",
    },
    {
      ko: "토큰 버킷으로 바꾸면 처음에 몰린 만큼만 지나가고 그다음부터는 정해진 속도로 흐릅니다. 처음 설정이라면 소비자에게 도착하는 시각은 같습니다.",
      en: "With the token bucket, an initial burst passes, then elements flow at the set rate. With the scenario's own settings, the consumer receives them at the same times.",
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
        ko: "1초에는 버퍼 50칸이 다 차 있고 코루틴 10개가 send에서 기다립니다.",
        en: "At 1 s all 50 places are full, and 10 coroutines wait in send.",
      },
      holds(run) {
        const { waiting, held } = run.countsAt(1_000);
        return waiting === 50 && held === 10;
      },
    },
    {
      strategy: "token-bucket",
      text: {
        ko: "어느 1초에도 15개(버킷 10 + 초당 5)보다 많이 지나가지 않고, 버퍼에는 많아야 10개가 쌓입니다.",
        en: "No more than 15 pass in any second (10 in the bucket plus 5 a second), and at most 10 wait in the buffer.",
      },
      holds: (run) =>
        busiestWindow(timesOf(run, "admitted"), 1000) <= 15 && run.maxBuffered() <= 10,
    },
    {
      strategy: "token-bucket",
      text: {
        ko: "소비자가 받는 시각은 원문의 프로그램과 같습니다. 마지막은 19,800ms입니다.",
        en: "The consumer receives elements at the same times as from the program as written, the last at 19,800 ms.",
      },
      holds: (run) => timesOf(run, "received").every((timeMs, index) => timeMs === 200 * index),
    },
  ],
  reality: {
    claimed: {
      ko: "세마포어가 생산 속도를 제한하므로 시스템이 안정적으로 처리합니다.",
      en: "The semaphore limits the rate of production, which keeps the system stable.",
    },
    findings: [
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "허가는 {permits}개인데, 가장 바빴던 1초에 보낸 요소는 {busiest}개입니다. 허가는 동시에 send에 있는 코루틴의 수를 제한할 뿐입니다.",
          en: "Permits: {permits}. Elements sent in the busiest second: {busiest}. Permits only limit how many coroutines are in send at once.",
        },
        applies: hasSent,
        numbers: (run) => ({
          permits: run.values["permits"] as number,
          busiest: busiestWindow(timesOf(run, "sent"), 1000),
        }),
      },
      {
        strategy: "rate-limiting-written",
        text: {
          ko: "버퍼는 {capacity}칸 가운데 최대 {deepest}칸이 찼고, 요소가 소비자를 기다린 시간은 최대 {waitMs}ms였습니다.",
          en: "Buffer capacity: {capacity}; peak: {deepest}. The longest wait for the consumer was {waitMs} ms.",
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
          ko: "소비자가 마지막 요소를 받은 시각은 {lastMs}ms, 실행이 끝난 시각은 {endMs}ms입니다. main 블록 끝의 delay는 끝나는 시각을 늦출 뿐입니다.",
          en: "The consumer received its last element at {lastMs} ms; the run ended at {endMs} ms. The delay at the end of main can only postpone the end.",
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
          ko: "프로그램은 {endMs}ms에 실패로 끝났습니다. 채널이 닫힐 때 아직 시작하지 못한 코루틴의 send가 예외를 던졌고, 그래서 프로그램 전체가 취소됐습니다. 만든 요소 {made}개 가운데 소비자가 받은 것은 {received}개입니다.",
          en: "The program failed at {endMs} ms. A coroutine started only after the channel was closed; its send threw, which cancelled the whole program. Elements made: {made}; received: {received}.",
        },
        applies: (run) => run.end().reason === "failed",
        example: { producerDelayMs: 0, count: 5 },
        numbers(run) {
          const { atMs } = run.end();
          const { made, received } = run.countsAt(atMs);
          return { endMs: atMs, made, received };
        },
      },
      {
        strategy: "token-bucket",
        text: {
          ko: "가장 바빴던 1초에 {busiest}개가 지나갔습니다. 버킷 {burst}개에 초당 {rate}개이므로 최대 {most}개까지 지나갈 수 있습니다. 버퍼에는 최대 {deepest}개가 쌓였습니다.",
          en: "Passed in the busiest second: {busiest}; a bucket of {burst} plus {rate} a second allows {most}. Peak in the buffer: {deepest}.",
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
      en: "It sent {sentInFirstSecond} in the first second and the last one at {lastSentMs} ms, which was received at {lastReceivedMs} ms. The consumer set the rate, not the limiter.",
    },
  },
  next: [
    {
      text: {
        ko: "허가를 1개로 줄이면 첫 500ms가 달라질까요?",
        en: "Does a single permit change the first 500 ms?",
      },
      link: "s=rate-limiting&pm=1",
    },
    {
      text: {
        ko: "생산자가 쉬지 않고 요소가 몇 개뿐이면 채널이 먼저 닫히고, 늦은 send는 실패합니다.",
        en: "With no producer pause and few elements, the channel is closed first and the late sends fail.",
      },
      link: "s=rate-limiting&p=0&n=5",
    },
    {
      text: {
        ko: "토큰 버킷으로 초당 5개를 지켜 보세요.",
        en: "Keep to 5 a second with a token bucket.",
      },
      link: "s=rate-limiting&k=token-bucket",
    },
    {
      text: {
        ko: "토큰이 소비자보다 빠르게 차오르면 버퍼는 다시 찹니다.",
        en: "If tokens come faster than the consumer works, the buffer fills up again.",
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

function hasSent(run: ClaimRun): boolean {
  return timesOf(run, "sent").length > 0;
}

function hasReceived(run: ClaimRun): boolean {
  return timesOf(run, "received").length > 0;
}
