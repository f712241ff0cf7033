/** After the verdict on monitoring: why the average lags behind, and what both monitors say when the load rises instead. */
import { linesOf } from "../readings.ts";
import type { ClaimRun, OutputLine } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** The time at which both questions ask what the monitors say. */
const ASKED_MS = 10_000;

/** How far the monitor of the last window looks back. */
const WINDOW_MS = 3_000;

/** From then on, nothing more is dropped. */
const FALLEN_MS = 5_100;

/** The place of the loss rate, in hundredths of a percent, in a report of the text's program. */
const LOST_PLACE = 6;

export const monitoring = defineSequel({
  /** The loss rates in percent that the monitors report: since the start, and over the last window. */
  reads(run) {
    const report = reports(run).find(({ timeMs }) => timeMs === ASKED_MS);
    const soFar = Math.round((report?.numbers[LOST_PLACE] ?? Number.NaN) / 100);
    return `${soFar} / ${Math.round(lossBetween(run, ASKED_MS - WINDOW_MS, ASKED_MS))}`;
  },
  said: ["71 / 71", "71 / 0", "0 / 0"],
  why: {
    question: {
      ko: "5.1초부터 하나도 버리지 않았는데, 시작부터의 통계는 왜 10초에도 71%라고 할까요?",
      en: "Nothing has been dropped since 5.1 s. Why do the statistics since the start still say 71 % at 10 s?",
    },
    answers: [
      {
        right: true,
        holds: ({ run }) =>
          lossBetween(run, 0, ASKED_MS) > 0 && lossBetween(run, FALLEN_MS, ASKED_MS) === 0,
        text: {
          ko: "시작부터 센 수로 나누어서, 앞의 5초에 버린 것이 계속 남기 때문입니다.",
          en: "They divide counts since the start: what was dropped in the first 5 s stays in them.",
        },
        why: {
          ko: "오래 셀수록 최근의 변화가 묻힙니다. 최근 몇 초의 구간만 보면 곧 드러납니다.",
          en: "The longer you count, the less recent changes show. A window of a few seconds soon shows them.",
        },
      },
      {
        right: false,
        // If so, elements would still wait when it reports.
        holds: ({ run }) => run.countsAt(ASKED_MS).waiting >= run.capacity,
        text: {
          ko: "밀린 것을 처리하느라 버퍼가 아직 가득 차 있기 때문입니다.",
          en: "The buffer is still full: the consumer is working off what has piled up.",
        },
        why: {
          ko: "1초에 20개를 꺼내고 10개만 오니, 버퍼는 6초에 이미 비었습니다.",
          en: "20 are taken each second and only 10 arrive: by 6 s, the buffer was empty.",
        },
      },
      {
        right: false,
        // If so, it would print fewer than there were.
        holds: ({ run }) =>
          reports(run).some(({ timeMs, numbers: [, , , , dropped = -1] }) => {
            return dropped < run.countsAt(timeMs - 1).dropped;
          }),
        text: {
          ko: "1초에 한 번만 보고해서 늦게 반영되기 때문입니다.",
          en: "They are printed only once a second, so they come late.",
        },
        why: {
          ko: "10초에 센 수를 10초에 출력합니다. 문제는 얼마나 자주 출력하느냐가 아니라, 얼마나 긴 시간을 평균하느냐입니다.",
          en: "What is printed at 10 s was counted at 10 s. The problem is not how often it is printed, but how long a time it covers.",
        },
      },
    ],
  },
  twin: {
    link: "s=monitoring.2&p=100&i=5000_p_10",
    showsAtMs: ASKED_MS,
    question: {
      ko: "이번에는 거꾸로입니다. 100ms마다 하나씩 보내다가, 5초부터 10ms마다 보냅니다. 10초에 두 모니터는 각각 얼마라고 할까요?",
      en: "Now the other way round: one element every 100 ms, and from 5 s on one every 10 ms. What do the two monitors say at 10 s?",
    },
    answers: [
      {
        right: false,
        says: "71 / 0",
        text: {
          ko: "아까와 같이 시작부터는 71%쯤, 최근 3초는 0%.",
          en: "As before: about 71 % since the start, 0 % in the last 3 s.",
        },
        why: {
          ko: "시작부터의 값은 맞지만, 최근 3초는 내내 과부하였습니다.",
          en: "Right for the average. But throughout the last 3 s, the load was too high.",
        },
      },
      {
        right: false,
        says: "80 / 80",
        text: { ko: "둘 다 80%.", en: "Both 80 %." },
        why: {
          ko: "시작부터의 평균에는 하나도 잃지 않은 앞의 5초가 섞여 있어 더 낮습니다.",
          en: "The average is lower: it includes the first 5 s, in which nothing was lost.",
        },
      },
      {
        right: true,
        says: "71 / 80",
        text: {
          ko: "시작부터는 71%쯤, 최근 3초는 80%.",
          en: "About 71 % since the start, 80 % in the last 3 s.",
        },
        why: {
          ko: "평균은 아까와 같은 71%입니다. 이미 끝난 장애와 지금 한창인 장애를 구별하지 못합니다. 최근 구간은 0%와 80%로 갈립니다.",
          en: "The average is 71 % in both runs: it can't tell an outage that is over from one that is going on. The window can: 0 % and 80 %.",
        },
      },
    ],
  },
});

function isOffer(line: string): boolean {
  return line === "sent" || line === "dropped";
}

/** The program's reports, one a second: sent, received and dropped, each with its rate, and the loss rate. */
function reports(run: ClaimRun): OutputLine[] {
  return linesOf(run, "stats");
}

/** The share lost of what was offered from `fromMs` until just before `endMs`, in percent. */
function lossBetween(run: ClaimRun, fromMs: number, endMs: number): number {
  const offers = run
    .output()
    .filter(({ line, timeMs }) => isOffer(line) && timeMs >= fromMs && timeMs < endMs);
  return (100 * offers.filter(({ line }) => line === "dropped").length) / offers.length;
}
