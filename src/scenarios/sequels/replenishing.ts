/** After the verdict on replenishing: why requests come in batches, and how large they are with a prefetch of 32. */
import { isAscending, printed, timesOf } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

const STEP_MS = 10;

export const replenishing = defineSequel({
  /** How many elements each system requests when it first requests more, in the order of the lanes. */
  reads: (_, untilMs, runs) => runs.map((run) => askedAgain(run, untilMs)).join(" "),
  said: ["1 1 1 1 1", "16 16 16 16 1", "12 12 8 16 1", "by the clock"],
  why: {
    question: {
      ko: "왜 하나가 내려갈 때마다 하나씩 요청하지 않을까요?",
      en: "Why not request one each time one is passed on?",
    },
    answers: [
      {
        right: true,
        holds: ({ lanes: [rxJava, reactor] }) =>
          [rxJava, reactor].every((run) => {
            if (run === undefined) return false;
            const requests = printed(run, "requested").length;
            return requests > 0 && 8 * requests < run.countsAt(run.durationMs).done;
          }),
        text: {
          ko: "요청에도 비용이 들기 때문입니다. 한꺼번에 요청하면 경계를 건너는 일이 줄어듭니다.",
          en: "A request has a cost: batches cross the boundary less often.",
        },
        why: {
          ko: "요소마다 스레드나 액터의 경계를 두 번 건너는 대신, 여러 개에 한 번만 건넙니다.",
          en: "The boundary between threads or actors is crossed once for many elements, not twice for each.",
        },
      },
      {
        right: false,
        // If so, several would be done at once.
        holds: ({ lanes }) =>
          lanes.some((run) => {
            const times = timesOf(run, "done");
            return new Set(times).size < times.length;
          }),
        text: {
          ko: "소비자가 한 번에 여러 개를 처리하기 때문입니다.",
          en: "The consumer processes several at once.",
        },
        why: {
          ko: "여기서는 모두 하나씩 처리합니다. 한꺼번에 하는 것은 요청이지 처리가 아닙니다.",
          en: "It processes one after the other. The requests come in batches, not the work.",
        },
      },
      {
        right: false,
        // If so, the Flow, which goes one by one, would mix up the order.
        holds: ({ lanes }) => lanes.some((run) => !isAscending(printed(run, "done"))),
        text: {
          ko: "하나씩 요청하면 순서가 섞이기 때문입니다.",
          en: "Single requests would mix up the order.",
        },
        why: {
          ko: "순서는 요청과 상관없습니다. Flow와 채널은 하나씩 주고받아도 순서를 지킵니다.",
          en: "The order has nothing to do with it: a Flow and a channel go one by one and keep it.",
        },
      },
    ],
  },
  twin: {
    link: "s=replenishing&pf=32&2.pf=32&4.hw=32",
    showsAtMs: 4000,
    question: {
      ko: "이번에는 RxJava, Reactor, Node.js가 32개까지 미리 받아 둡니다. Pekko의 경계는 16 그대로입니다. 저마다 몇 개가 내려갔을 때 더 요청할까요?",
      en: "Now RxJava, Reactor and Node.js prefetch 32; Pekko’s boundary keeps its 16. After how many does each request more?",
    },
    answers: [
      {
        right: false,
        says: "12 12 8 16 1",
        text: {
          ko: "그대로: 12, 12, 8, 16개, Flow는 하나마다.",
          en: "As before: after 12, 12, 8 and 16, the Flow after each.",
        },
        why: {
          ko: "12는 16의 3/4이었습니다. 규칙은 수가 아니라 비율입니다.",
          en: "Twelve was three quarters of 16. The rule is a fraction, not a number.",
        },
      },
      {
        right: false,
        says: "16 16 16 16 1",
        text: {
          ko: "모두 절반: 16개씩.",
          en: "All after half: 16.",
        },
        why: {
          ko: "절반은 Pekko의 규칙이고, 그 경계는 16이라 8입니다.",
          en: "Half is Pekko’s rule, and half of its 16 is 8.",
        },
      },
      {
        right: true,
        says: "24 24 8 32 1",
        text: {
          ko: "RxJava와 Reactor는 24개, Pekko는 8개, Node.js는 32개, Flow는 하나마다.",
          en: "RxJava and Reactor after 24, Pekko after 8, Node.js after 32, the Flow after each.",
        },
        why: {
          ko: "32의 3/4은 24, 16의 절반은 8, Node.js는 모두입니다. 톱니가 커지고 뜸해집니다.",
          en: "Three quarters of 32, half of 16, and everything in Node.js: larger teeth, and fewer.",
        },
      },
    ],
  },
});

/** The size of the first request for more. If demand was left, one element is passed on in the same instant: it is added. */
function askedAgain(run: ClaimRun, untilMs: number): number {
  for (let timeMs = STEP_MS; timeMs <= untilMs; timeMs += STEP_MS) {
    const [before, after] = [run.demandAt(timeMs - 1), run.demandAt(timeMs)];
    if (after > before) return before === 0 ? after : after - before + 1;
  }
  return 0;
}
