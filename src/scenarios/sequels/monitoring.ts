/** After the verdict on monitoring: why the average lags behind, and what both say after the load has fallen. */
import type { ClaimRun, OutputLine } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const monitoring = defineSequel({
  /** The loss within the second before 10 s, in percent. */
  reads: (run) => Math.round(lossBetween(run, 9_000, 10_000)),
  said: [79, 80, 100],
  why: {
    question: {
      ko: "통계는 왜 80%가 아니라 79%라고 했을까요?",
      en: "Why did the statistics say 79 % instead of 80 %?",
    },
    answers: [
      {
        right: true,
        holds: ({ run }) => lossBetween(run, 0, 10_000) < lossBetween(run, 1_000, 10_000),
        text: {
          ko: "시작부터 센 수로 나누어서, 버퍼가 비어 있던 때까지 섞였기 때문입니다.",
          en: "They divide counts since the start, when the buffer was still empty.",
        },
        why: {
          ko: "오래 셀수록 최근의 변화가 묻힙니다. 최근 몇 초의 구간만 보면 곧바로 드러납니다.",
          en: "The longer you count, the less recent changes show. A window of a few seconds shows them at once.",
        },
      },
      {
        right: false,
        // Then it would print fewer than there were.
        holds: ({ run }) =>
          reports(run).some(({ timeMs, numbers: [, , , , dropped = -1] }) => {
            return dropped < run.countsAt(timeMs - 1).dropped;
          }),
        text: {
          ko: "재는 동안에도 소비자가 꺼내 가서 조금 덜 셉니다.",
          en: "Some are taken during the measurement, so it counts a little less.",
        },
        why: {
          ko: "센 수는 정확합니다. 무엇을 무엇으로 나누었는지가 문제입니다.",
          en: "The counts are exact. The problem is what is divided by what.",
        },
      },
      {
        right: false,
        holds: ({ run }) => {
          const [sent = -1, , , , dropped = -1] = reports(run).at(-1)?.numbers ?? [];
          return !Number.isInteger((100 * dropped) / (sent + dropped));
        },
        text: {
          ko: "반올림 때문입니다.",
          en: "Because of rounding.",
        },
        why: {
          ko: "1,000번 가운데 790번을 잃었으므로 79.00%가 맞습니다. 평균으로는 옳은 값입니다.",
          en: "790 of 1,000 is 79.00 %: as an average, it is correct.",
        },
      },
    ],
  },
  twin: {
    link: "s=monitoring&i=5000_p_100",
    showsAtMs: 10_000,
    question: {
      ko: "이번에는 5초에 부하가 10분의 1로 줄어, 100ms마다 하나씩만 옵니다. 10초가 되었을 때 시작부터의 통계는 손실률 70.96%라고 합니다. 최근 3초를 보는 모니터는 몇 %라고 할까요?",
      en: "Now the load falls to a tenth at 5 s: only one element is offered every 100 ms. At 10 s, the statistics since the start say “lost 70.96 %”. What does the monitor of the last 3 s say?",
    },
    answers: [
      {
        right: false,
        says: 71,
        text: { ko: "똑같이 71%쯤.", en: "The same, about 71 %." },
        why: {
          ko: "71%는 이미 지난 5초의 손실입니다. 평균은 그것을 천천히 잊습니다.",
          en: "71 % describes the first five seconds. An average is slow to forget them.",
        },
      },
      {
        right: false,
        says: 80,
        text: { ko: "80%. 버퍼는 아직 가득 차 있습니다.", en: "80 %: the buffer is still full." },
        why: {
          ko: "1초에 20개를 꺼내고 10개만 오니, 버퍼는 1초 만에 비었습니다.",
          en: "20 are taken each second and only 10 arrive: after one second, the buffer was empty.",
        },
      },
      {
        right: true,
        says: 0,
        text: { ko: "0%.", en: "0 %." },
        why: {
          ko: "부하가 줄고 나서는 하나도 잃지 않았습니다. 지금 상태를 묻는다면 창이 답이고, 평균은 이미 끝난 장애를 아직 말하고 있습니다.",
          en: "Nothing has been lost since the load fell. To know the current state, use a window: the average still reports an outage that is over.",
        },
      },
    ],
  },
});

function isOffer(line: string): boolean {
  return line === "sent" || line === "dropped";
}

/** What it has printed, once a second: sent, received, dropped, each with its rate, and the loss. */
function reports(run: ClaimRun): OutputLine[] {
  return run.output().filter(({ line }) => line === "stats");
}

/** Which part of what was offered in a span of time was lost, in percent. */
function lossBetween(run: ClaimRun, fromMs: number, endMs: number): number {
  const offers = run
    .output()
    .filter(({ line, timeMs }) => isOffer(line) && timeMs >= fromMs && timeMs < endMs);
  return (100 * offers.filter(({ line }) => line === "dropped").length) / offers.length;
}
