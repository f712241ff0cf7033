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
      en: "Why did the statistics say 79 % and not 80 %?",
    },
    answers: [
      {
        right: true,
        text: {
          ko: "시작부터 센 수로 나누어서, 버퍼가 비어 있던 때까지 섞였습니다.",
          en: "They divide what was counted since the start, when the buffer was still empty.",
        },
        why: {
          ko: "오래 셀수록 지금의 변화는 묻힙니다. 최근 몇 초의 창이면 곧바로 드러납니다.",
          en: "The longer one counts, the less the present shows. A window of a few seconds has it at once.",
        },
      },
      {
        right: false,
        text: {
          ko: "재는 동안에도 소비자가 꺼내 가서 조금 덜 셉니다.",
          en: "Some are taken while it measures, so it counts a little less.",
        },
        why: {
          ko: "센 수는 정확합니다. 틀린 것은 무엇을 무엇으로 나누었는가입니다.",
          en: "The counts are exact. What misleads is what was divided by what.",
        },
      },
      {
        right: false,
        text: {
          ko: "반올림 때문입니다.",
          en: "It was rounded.",
        },
        why: {
          ko: "1,000번 가운데 790번을 잃었으니 79.00%가 맞습니다. 평균으로서는 옳은 값입니다.",
          en: "790 of 1,000 are 79.00 %: as an average it is right.",
        },
      },
    ],
  },
  twin: {
    link: "s=monitoring&p=20",
    showsAtMs: 10_000,
    question: {
      ko: "이번에는 20ms마다 보냅니다. 10초가 되었을 때 통계는 58.00%라고 합니다. 마지막 1초 동안의 손실률은 얼마였을까요?",
      en: "Now one is offered every 20 ms, and at 10 s the statistics say 58.00 %. What was the loss within the last second?",
    },
    answers: [
      {
        right: false,
        says: 58,
        text: { ko: "58%.", en: "58 %." },
        why: {
          ko: "이번에도 시작부터의 평균입니다. 버퍼가 비어 있던 때의 열 개가 섞여 있습니다.",
          en: "That is again the average since the start, with the ten that found an empty buffer.",
        },
      },
      {
        right: false,
        says: 80,
        text: { ko: "80%.", en: "80 %." },
        why: {
          ko: "부하가 절반입니다. 1초에 50번 보내고 20자리가 납니다.",
          en: "The load is half: 50 are offered in a second, and 20 places come free.",
        },
      },
      {
        right: true,
        says: 60,
        text: { ko: "60%.", en: "60 %." },
        why: {
          ko: "버퍼가 찬 뒤로는 1초에 50번 보낼 때 20자리가 납니다. 1 − 20/50 = 60%입니다.",
          en: "Once it is full, 20 places come free for 50 offers: 1 − 20/50 = 60 %.",
        },
      },
    ],
  },
});

function isOffer(line: string): boolean {
  return line === "sent" || line === "dropped";
}
