/** After the verdict on rate limiting: what a permit limits, and what changes with a single one. */
import { timesOf } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** By then the buffer is full, and sends wait. */
const FULL_MS = 3_000;

export const rateLimiting = defineSequel({
  /** How many were sent in the first 500 ms. */
  reads: (run) => sentBy(run, 500),
  said: [10, 51, 3],
  why: {
    question: {
      ko: "허가 10개가 왜 아무것도 늦추지 않았을까요?",
      en: "Why did ten permits slow nothing down?",
    },
    answers: [
      {
        right: false,
        // If so, no more than ten, plus one every 10 ms, could be sent.
        holds: ({ other }) => sentBy(other({ producerDelayMs: 1 }), 40) <= 10 + 40 / 10,
        text: {
          ko: "허가가 10ms마다 새로 채워집니다.",
          en: "New permits are added every 10 ms.",
        },
        why: {
          ko: "시간에 따라 채워지는 것은 토큰 버킷입니다. 세마포어에는 시계가 없습니다.",
          en: "That is what a token bucket does. A semaphore has no clock.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) => sentBy(run, 500) === sentBy(other({ permits: 1 }), 500),
        text: {
          ko: "허가는 동시에 진행되는 수를 셉니다. 0ms가 걸리는 send는 늘 하나씩만 진행됩니다.",
          en: "Permits limit how many sends run at once, and with sends that take 0 ms that is never more than one.",
        },
        why: {
          ko: "받은 허가를 곧바로 돌려주므로 열 개 가운데 하나도 오래 쓰이지 않습니다.",
          en: "A permit is returned at once: of ten, hardly one is in use.",
        },
      },
      {
        right: false,
        // If so, the number of permits would not limit how many sends wait at once.
        holds: ({ run, other }) =>
          run.countsAt(FULL_MS).held === other({ permits: 1 }).countsAt(FULL_MS).held,
        text: {
          ko: "생산자가 허가를 받지 않고 보냈습니다.",
          en: "The producer sent without asking for a permit.",
        },
        why: {
          ko: "매번 받았습니다. 다만 늘 남아 있었습니다.",
          en: "It asked each time. There was always one free.",
        },
      },
    ],
  },
  twin: {
    link: "s=rate-limiting&pm=1&p=20",
    showsAtMs: 1000,
    question: {
      ko: "이번에는 허가가 하나뿐이고, 생산자는 20ms마다 보내려 합니다. 첫 500ms 동안 몇 개를 보낼까요?",
      en: "Now there is only one permit, and the producer wants to send every 20 ms. How many are sent in the first 500 ms?",
    },
    answers: [
      {
        right: false,
        says: 1,
        text: { ko: "1개.", en: "1." },
        why: {
          ko: "하나뿐인 허가도 send가 돌아오면 곧 반납됩니다. 20ms 뒤에는 다시 남아 있습니다.",
          en: "Even a single permit is returned as soon as its send returns: 20 ms later it is free again.",
        },
      },
      {
        right: false,
        says: 3,
        text: { ko: "3개. 소비자의 속도만큼.", en: "3: as many as the consumer takes." },
        why: {
          ko: "버퍼 50칸에 자리가 있는 동안 소비자는 아무것도 늦추지 않습니다.",
          en: "While the buffer of 50 has room, the consumer slows nothing down.",
        },
      },
      {
        right: true,
        says: 26,
        text: { ko: "26개. 만든 것을 모두 보냅니다.", en: "26: everything that is made." },
        why: {
          ko: "0ms부터 20ms마다 26개입니다. 허가 하나로도 속도는 제한되지 않습니다.",
          en: "From 0 ms on, one every 20 ms: 26. Even one permit does not limit the rate.",
        },
      },
    ],
  },
});

function sentBy(run: ClaimRun, untilMs: number): number {
  return timesOf(run, "sent").filter((timeMs) => timeMs <= untilMs).length;
}
