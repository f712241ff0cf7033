/** After the verdict on Akka and Pekko Streams: what a boundary requests, and when a small buffer makes the source pause. */
import { timesOf } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

export const akka = defineSequel({
  /** When the source made its last element before it first paused, in ms. */
  reads: pausesAt,
  said: ["never", 1_100, 3_100, "blocked"],
  why: {
    question: {
      ko: "기다리라는 코드가 없는데 소스는 어떻게 쉴까요?",
      en: "No code waits, so why does the source pause?",
    },
    answers: [
      {
        right: false,
        // If so, it would not pause where nothing is full.
        holds: ({ other }) => pausesAt(other({}, "pekko-throttle")) === "never",
        text: {
          ko: "가득 찬 버퍼가 소스에 멈추라는 신호를 보냅니다.",
          en: "The full buffer signals it to stop.",
        },
        why: {
          ko: "멈추라는 신호는 없습니다. 요청이 오지 않을 뿐입니다.",
          en: "There is no signal to stop. The requests just stop coming.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) =>
          [other({ boundary: "fused" }), other({ capacity: 2 })].every(
            (fewer) => Number(pausesAt(fewer)) < Number(pausesAt(run)),
          ),
        text: {
          ko: "요청(pull)을 받을 때만 하나를 만드는데, 아래에서 더 당기지 않습니다.",
          en: "It makes one element per pull, and nothing pulls any more.",
        },
        why: {
          ko: "쉬는 것이 기본이고, 요청을 받아야 만듭니다. 그래서 따로 쓸 코드가 없습니다.",
          en: "Pausing is its default; it makes an element only when pulled. So there is nothing to write.",
        },
      },
      {
        right: false,
        // If so, it would not pause without it.
        holds: ({ other }) => pausesAt(other({ boundary: "fused" })) === "never",
        text: {
          ko: ".async()가 소스의 스레드를 재웁니다.",
          en: ".async() puts its thread to sleep.",
        },
        why: {
          ko: ".async()는 액터를 나눌 뿐이고, 오히려 16개를 미리 당겨 쉬는 시점을 늦춥니다.",
          en: ".async() only splits the stream into two actors, and by pulling 16 ahead it delays the pause.",
        },
      },
    ],
  },
  twin: {
    link: "s=akka&cap=2",
    showsAtMs: 2200,
    question: {
      ko: "이번에는 .buffer(2, backpressure).async()입니다. 1초에 10개까지 만들 수 있는 소스는 언제부터 쉴까요?",
      en: "Now it is .buffer(2, backpressure).async(). The source can make 10 a second. When does it start to pause?",
    },
    answers: [
      {
        right: false,
        says: 400,
        text: {
          ko: "0.4초부터. 두 칸이 찼을 때입니다.",
          en: "From 0.4 s on, when the 2 places are full.",
        },
        why: {
          ko: ".async() 아래의 액터가 이미 16개를 당겨 두었습니다. 그만큼이 먼저 지나갑니다.",
          en: "The actor below .async() has already pulled 16 ahead, and those pass first.",
        },
      },
      {
        right: false,
        says: 3_100,
        text: { ko: "이번에도 3초쯤부터.", en: "From about 3 s on, as before." },
        why: {
          ko: "버퍼가 여섯 칸 줄어 더 일찍 쉽니다. 다음 8개는 2,100ms에 당깁니다.",
          en: "There are six fewer places, so it pauses before the next 8 are pulled, at 2,100 ms.",
        },
      },
      {
        right: true,
        says: 1_700,
        text: { ko: "1.7초부터.", en: "From 1.7 s on." },
        why: {
          ko: "미리 당긴 16개와 버퍼 두 칸, 모두 18개입니다. 0ms부터 100ms마다 하나이니 1,700ms에 열여덟째입니다.",
          en: "The 16 pulled ahead and the 2 places make 18: one every 100 ms from 0 ms on, the last at 1,700 ms.",
        },
      },
    ],
  },
});

function pausesAt(run: ClaimRun): number | "never" {
  const times = timesOf(run, "made");
  const pause = Number(run.values["producerDelayMs"]);
  const next = times.findIndex((ms, i) => i > 0 && ms - (times[i - 1] ?? 0) > pause);
  return times[next - 1] ?? "never";
}
