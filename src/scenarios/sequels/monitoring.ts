/** After the verdict on monitoring: why the average lags behind, and what the last second is under half the load. */
import { defineSequel } from "../sequel.ts";

export const monitoring = defineSequel({
  /** The loss within the second before 10 s, in percent. */
  reads(run) {
    const offers = run
      .output()
      .filter(({ line, timeMs }) => isOffer(line) && timeMs >= 9_000 && timeMs < 10_000);
    const lost = offers.filter(({ line }) => line === "dropped").length;
    return Math.round((100 * lost) / offers.length);
  },
  said: [79, 80, 100],
  why: {
    question: {
      ko: "통계는 왜 80%가 아니라 79%라고 했을까요?",
      en: "Why did the statistics say 79 % instead of 80 %?",
    },
    answers: [
      {
        right: true,
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
    link: "s=monitoring&p=20",
    showsAtMs: 10_000,
    question: {
      ko: "이번에는 20ms마다 보냅니다. 10초에 통계는 58.00%라고 출력합니다. 마지막 1초 동안의 손실률은 얼마였을까요?",
      en: "Now trySend is called every 20 ms, and at 10 s the statistics say 58.00 %. What was the loss rate in the last second?",
    },
    answers: [
      {
        right: false,
        says: 58,
        text: { ko: "58%.", en: "58 %." },
        why: {
          ko: "이번에도 시작부터의 평균입니다. 버퍼가 비어 있을 때 보낸 열 개가 섞여 있습니다.",
          en: "That is again the average since the start, including the ten that found an empty buffer.",
        },
      },
      {
        right: false,
        says: 80,
        text: { ko: "80%.", en: "80 %." },
        why: {
          ko: "부하가 절반입니다. 1초에 50번 보내고 자리가 20번 납니다.",
          en: "The load is half: 50 attempts a second, and 20 places come free.",
        },
      },
      {
        right: true,
        says: 60,
        text: { ko: "60%.", en: "60 %." },
        why: {
          ko: "버퍼가 찬 뒤로는 1초에 50번 보내는 동안 자리가 20번 납니다. 1 − 20/50 = 60%입니다.",
          en: "Once the buffer is full, 20 places come free for 50 attempts: 1 − 20/50 = 60 %.",
        },
      },
    ],
  },
});

function isOffer(line: string): boolean {
  return line === "sent" || line === "dropped";
}
