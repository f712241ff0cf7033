/** After the verdict on the conflated channel: what decides which values arrive, and what a faster consumer receives. */
import { printed, printedAt } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

export const conflated = defineSequel({
  /** Which values were received. */
  reads: (run) => printed(run, "received").join(" "),
  said: ["1 2 3", "100", "1 50 100", "all"],
  why: {
    question: {
      ko: "소비자가 어떤 값을 받을지는 무엇이 정할까요?",
      en: "What decides which values the consumer receives?",
    },
    answers: [
      {
        right: true,
        holds: ({ run }) => {
          let sent = -1;
          return run.output().every(({ line, numbers: [value = -1] }) => {
            if (line === "sent") sent = value;
            return line !== "received" || value === sent;
          });
        },
        text: {
          ko: "소비자의 처리가 끝나는 순간입니다. 그때 칸에 있던 값을 받습니다.",
          en: "The moments when it is free: it takes whatever is in the slot then.",
        },
        why: {
          ko: "칸에는 늘 마지막 값 하나만 있습니다. 언제 꺼내는지에 따라 무엇을 받는지가 정해집니다.",
          en: "The slot holds only the last value. What you see depends on when you look.",
        },
      },
      {
        right: false,
        // If so, a faster consumer would get the same values.
        holds: ({ run, other }) =>
          printed(run, "received").join() ===
          printed(other({ consumerDelayMs: 300 }), "received").join(),
        text: {
          ko: "채널이 50개마다 하나를 골라 보냅니다.",
          en: "The channel passes on one in fifty.",
        },
        why: {
          ko: "채널은 세지 않습니다. 50은 500ms 동안 오는 개수일 뿐입니다.",
          en: "The channel does not count. Fifty is just how many arrive in 500 ms.",
        },
      },
      {
        right: false,
        // If so, it would send at other times to a faster consumer.
        holds: ({ run, other }) =>
          printedAt(run, "sent").join() !==
          printedAt(other({ consumerDelayMs: 300 }), "sent").join(),
        text: {
          ko: "생산자가 소비자의 처리가 끝나는 때에 맞춰 보냅니다.",
          en: "The producer sends when the consumer is free.",
        },
        why: {
          ko: "생산자는 10ms마다 보낼 뿐 기다리지도 살피지도 않습니다.",
          en: "It sends every 10 ms without waiting or checking.",
        },
      },
    ],
  },
  twin: {
    link: "s=conflated&c=300",
    showsAtMs: 1600,
    question: {
      ko: "이번에는 소비자가 하나에 300ms가 걸립니다. 10ms마다 1번부터 100번까지 보내면 어떤 번호를 받을까요?",
      en: "Now the consumer takes 300 ms per value. Of 1 to 100, one every 10 ms, which does it receive?",
    },
    answers: [
      {
        right: false,
        says: "1 50 100",
        text: { ko: "이번에도 1, 50, 100번.", en: "1, 50 and 100 again." },
        why: {
          ko: "50은 500ms 동안 온 개수였습니다. 더 자주 꺼내면 더 많이 받습니다.",
          en: "Fifty arrived in 500 ms. A consumer that is free more often sees more.",
        },
      },
      {
        right: false,
        says: "1 4 7",
        text: { ko: "1, 4, 7, 10, …번.", en: "1, 4, 7, 10, …" },
        why: {
          ko: "300ms 동안 오는 것은 3개가 아니라 30개입니다.",
          en: "In 300 ms, thirty arrive, not three.",
        },
      },
      {
        right: true,
        says: "1 30 60 90 100",
        text: { ko: "1, 30, 60, 90, 100번.", en: "1, 30, 60, 90 and 100." },
        why: {
          ko: "0, 300, 600, 900ms에 그때의 값을 받고, 1,200ms에는 마지막 값이 기다리고 있습니다.",
          en: "At 0, 300, 600 and 900 ms it takes the current value; at 1,200 ms the last one is waiting.",
        },
      },
    ],
  },
});
