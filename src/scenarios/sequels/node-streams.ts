/** After the verdict on Node.js streams: what false from write() means, and when writing may continue with a larger mark. */
import { printed, timesOf } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const nodeStreams = defineSequel({
  /** How many elements are left in the stream at the first 'drain', when writing may continue. */
  reads(run) {
    const drain = run.output().find(({ line }) => line === "drain");
    return drain === undefined ? "never" : leftAt(run, drain.timeMs);
  },
  said: [4, 3, 2, 0],
  why: {
    question: {
      ko: "왜 자리가 나도 곧바로 알려 주지 않을까요?",
      en: "Why doesn't it signal at once that there is room?",
    },
    answers: [
      {
        right: false,
        // If so, write() would not return false exactly at the mark.
        holds: ({ run, other }) =>
          [run, other({ highWaterMark: 8 })].some((each) =>
            fullAt(each).some((length) => length !== each.values["highWaterMark"]),
          ),
        text: {
          ko: "자리가 났는지 Node.js가 세지 않기 때문입니다.",
          en: "Node.js does not count how much room there is.",
        },
        why: {
          ko: "writableLength로 늘 세고 있습니다. 알리는 시점을 따로 정했을 뿐입니다.",
          en: "It does, as writableLength. When to signal is a separate matter.",
        },
      },
      {
        right: false,
        holds: ({ run, other }) =>
          other({ heeds: "nothing" }).maxBuffered() <= Number(run.values["highWaterMark"]),
        text: {
          ko: "highWaterMark가 넘으면 안 되는 한도이기 때문입니다.",
          en: "highWaterMark is a limit that must not be exceeded.",
        },
        why: {
          ko: "한도가 아니라 기준선입니다. write()는 그 위로도 받습니다.",
          en: "It is a mark, not a limit: write() accepts more than that.",
        },
      },
      {
        right: true,
        holds: ({ run }) => {
          const left = timesOf(run, "drain").map((timeMs) => leftAt(run, timeMs));
          return left.length > 0 && left.every((n) => n === 0);
        },
        text: {
          ko: "'drain'은 모두 비운 뒤 한 번만 오도록 정해져 있기 때문입니다.",
          en: "'drain' is designed to fire once, when everything is gone.",
        },
        why: {
          ko: "하나마다 알리면 콜백이 많아집니다. 대신 'drain' 뒤에 소비자가 잠깐 쉽니다.",
          en: "Signalling every free place would cost a callback each time. The price is a consumer that idles after each 'drain'.",
        },
      },
    ],
  },
  twin: {
    link: "s=node-streams&hw=8&c=100",
    showsAtMs: 1500,
    question: {
      ko: "이번에는 highWaterMark가 8이고 하나에 100ms가 걸립니다. write()가 false를 돌려준 뒤, 다시 써도 된다고 할 때 스트림에는 몇 개가 남아 있을까요?",
      en: "Now highWaterMark is 8 and each takes 100 ms. After write() has returned false, how many are left in the stream when writing may continue?",
    },
    answers: [
      {
        right: true,
        says: 0,
        text: { ko: "0개.", en: "None." },
        why: {
          ko: "기준선이 얼마든 'drain'은 다 비었을 때 옵니다. 650ms에 찼고 1,400ms에 비었습니다.",
          en: "Whatever the mark, 'drain' fires when everything is gone: full at 650 ms, empty at 1,400 ms.",
        },
      },
      {
        right: false,
        says: 7,
        text: { ko: "7개. 한 자리가 나면.", en: "7: as soon as there is room for one." },
        why: {
          ko: "웹 스트림의 writer.ready가 그렇게 합니다.",
          en: "That is how writer.ready works in Web streams.",
        },
      },
      {
        right: false,
        says: 4,
        text: { ko: "4개. 지난번처럼 넷이 나가면.", en: "4: when four have left, as before." },
        why: {
          ko: "지난번에도 넷이 나가서가 아니라 남은 것이 없어서 왔습니다.",
          en: "It fired not because four had left but because none were left.",
        },
      },
    ],
  },
});

/** How many elements were in the stream each time write() returned false. */
function fullAt(run: ClaimRun): number[] {
  return printed(run, "full");
}

function leftAt(run: ClaimRun, timeMs: number): number {
  const { made, done } = run.countsAt(timeMs);
  return made - done;
}
