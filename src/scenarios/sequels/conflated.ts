/** After the verdict on the conflated channel: who chooses what is seen, and what a quicker consumer sees. */
import { defineSequel } from "../sequel.ts";

export const conflated = defineSequel({
  /** Which values were received. */
  reads: (run) =>
    run
      .output()
      .filter(({ line }) => line === "received")
      .map(({ numbers }) => numbers[0])
      .join(" "),
  said: ["1 2 3", "100", "1 50 100", "all"],
  why: {
    question: {
      ko: "소비자가 몇 번을 받을지는 무엇이 정할까요?",
      en: "What decides which values the consumer gets?",
    },
    answers: [
      {
        right: true,
        text: {
          ko: "소비자의 손이 비는 순간. 그때 자리에 있던 값을 받습니다.",
          en: "The moments at which it is free: it takes what is in the slot then.",
        },
        why: {
          ko: "자리에는 늘 마지막 값 하나만 있습니다. 무엇을 보는지는 언제 보는지로 정해집니다.",
          en: "The slot holds the last value and no other. What is seen depends on when one looks.",
        },
      },
      {
        right: false,
        text: {
          ko: "채널이 50개마다 하나를 골라 보냅니다.",
          en: "The channel passes on one in fifty.",
        },
        why: {
          ko: "채널은 세지 않습니다. 50은 500ms 동안 오는 개수일 뿐입니다.",
          en: "It counts nothing. Fifty is how many come in 500 ms.",
        },
      },
      {
        right: false,
        text: {
          ko: "생산자가 소비자가 빌 때를 맞춰 보냅니다.",
          en: "The producer sends when the consumer is free.",
        },
        why: {
          ko: "생산자는 10ms마다 보낼 뿐 기다리지도 살피지도 않습니다.",
          en: "It sends every 10 ms, and neither waits nor looks.",
        },
      },
    ],
  },
  twin: {
    link: "s=conflated&c=300",
    showsAtMs: 1600,
    question: {
      ko: "이번에는 소비자가 하나에 300ms 걸립니다. 10ms마다 1번부터 100번까지 올 때 몇 번을 받을까요?",
      en: "Now the consumer needs 300 ms for each. Of 1 to 100, one every 10 ms, which does it get?",
    },
    answers: [
      {
        right: false,
        says: "1 50 100",
        text: { ko: "이번에도 1, 50, 100번.", en: "1, 50 and 100 again." },
        why: {
          ko: "50은 500ms 동안 온 개수였습니다. 더 자주 비면 더 자주 봅니다.",
          en: "Fifty came in 500 ms. Who is free more often sees more.",
        },
      },
      {
        right: false,
        says: "1 4 7",
        text: { ko: "1, 4, 7, 10, …번.", en: "1, 4, 7, 10, …" },
        why: {
          ko: "300ms 동안 오는 것은 3개가 아니라 30개입니다.",
          en: "In 300 ms thirty come, not three.",
        },
      },
      {
        right: true,
        says: "1 30 60 90 100",
        text: { ko: "1, 30, 60, 90, 100번.", en: "1, 30, 60, 90 and 100." },
        why: {
          ko: "0, 300, 600, 900ms에 그때의 값을 받고, 1,200ms에는 마지막 값이 기다리고 있습니다.",
          en: "At 0, 300, 600 and 900 ms it takes the value of the moment, and at 1,200 ms the last one is waiting.",
        },
      },
    ],
  },
});
