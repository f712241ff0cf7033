/** After the verdict on RxJava: who requests how many, and what a queue of 16 requests. */
import { printed } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const rxjava = defineSequel({
  /** How many elements in a row get through at first, and how many the next time. */
  reads: (run) => passesOf(run).slice(0, 2).join(" "),
  said: ["1 1", "8 1", "8 6", "all"],
  why: {
    question: {
      ko: "왜 하나씩이 아니라 여섯 개씩 이어서 올까요?",
      en: "Why do they come six in a row instead of one by one?",
    },
    answers: [
      {
        right: true,
        holds: ({ run, other }) =>
          [run, other({ prefetch: 16 })].every((each) => {
            const prefetch = Number(each.values["prefetch"]);
            const [first, ...later] = printed(each, "requested");
            const isQuarters = later.every((n) => n === (3 * prefetch) / 4);
            return first === prefetch && later.length > 0 && isQuarters;
          }),
        text: {
          ko: "observeOn이 3/4을 내려보낼 때마다 그만큼을 한꺼번에 요청하기 때문입니다.",
          en: "observeOn requests three quarters at once, each time that many have been passed on.",
        },
        why: {
          ko: "8 − 8/4 = 6입니다. 요소마다 스레드의 경계를 넘어 요청하지 않으려는 것입니다.",
          en: "8 − 8/4 = 6. That way it does not send a request across threads for every element.",
        },
      },
      {
        right: false,
        // If so, it would keep as many in front of a larger queue.
        holds: ({ other }) => passesOf(other({ prefetch: 16 }))[1] === 6,
        text: {
          ko: "onBackpressureDrop이 여섯 개까지 담아 두기 때문입니다.",
          en: "onBackpressureDrop keeps up to six.",
        },
        why: {
          ko: "담아 두는 곳이 없습니다. onBackpressureDrop은 요청이 있으면 넘기고 없으면 버립니다.",
          en: "It keeps nothing: it passes on what is requested and drops the rest.",
        },
      },
      {
        right: false,
        holds: ({ run }) => printed(run, "requested")[0] === 6,
        text: {
          ko: "구독자가 여섯 개씩 요청하기 때문입니다.",
          en: "The subscriber requests six at a time.",
        },
        why: {
          ko: "구독자는 끝없이 요청합니다. 그 요청은 observeOn에서 멈춥니다.",
          en: "It requests without limit, and that request ends at observeOn.",
        },
      },
    ],
  },
  twin: {
    link: "s=rxjava.2&pf=16&n=200&p=50&c=250",
    showsAtMs: 4500,
    question: {
      ko: "이번에는 observeOn(…, 16)이고, 50ms마다 하나가 오고 하나에 250ms가 걸립니다. 처음에 몇 개, 그다음에는 몇 개씩 이어서 받을까요?",
      en: "Now it is observeOn(…, 16); one arrives every 50 ms, and each takes 250 ms. How many in a row get through at first, and how many after that?",
    },
    answers: [
      {
        right: false,
        says: "16 16",
        text: { ko: "16개, 그다음에도 16개씩.", en: "16, and then 16 each time." },
        why: {
          ko: "큐가 다 빌 때까지 기다리지 않습니다. 그러면 구독자가 쉬게 됩니다.",
          en: "It does not wait until the queue is empty: the subscriber would idle.",
        },
      },
      {
        right: false,
        says: "16 6",
        text: { ko: "16개, 그다음에는 6개씩.", en: "16, and then 6 each time." },
        why: {
          ko: "6은 8의 3/4이었습니다. 다시 요청하는 수는 큐의 크기를 따라갑니다.",
          en: "Six was three quarters of 8. The number requested follows the size of the queue.",
        },
      },
      {
        right: true,
        says: "16 12",
        text: { ko: "16개, 그다음에는 12개씩.", en: "16, and then 12 each time." },
        why: {
          ko: "16의 3/4이 내려간 2,750ms에 12개를 더 요청합니다. 그때까지 온 것은 버려집니다.",
          en: "At 2,750 ms, when three quarters of 16 have been passed on, it requests 12 more. Whatever arrives until then is dropped.",
        },
      },
    ],
  },
});

/** The lengths of the series that get through between drops, in order. */
function passesOf(run: ClaimRun): number[] {
  const dropped = printed(run, "dropped");
  return dropped
    .map((element, i) => element - (dropped[i - 1] ?? -1) - 1)
    .filter((length) => length > 0);
}
