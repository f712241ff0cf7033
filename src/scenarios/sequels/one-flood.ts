/** After the verdict on one flood in five systems: what makes a source slow down, and what heeding write() changes. */
import { isSlowed } from "../readings.ts";
import type { ClaimRun } from "../scenario.ts";
import { defineSequel } from "../sequel.ts";

/** By then every buffer has been full. */
const SHOWN_MS = 5_000;

/** In the order of the lanes. */
const SYSTEMS = ["Kotlin", "RxJava", "Reactor", "Pekko", "Node.js"];

export const oneFlood = defineSequel({
  /** The systems whose source has made less than it could, without having failed. */
  reads: (_, untilMs, runs) =>
    SYSTEMS.filter((_name, lane) => runs[lane] !== undefined && isHeld(runs[lane], untilMs)).join(
      " ",
    ),
  said: [SYSTEMS.join(" "), "Kotlin", "Kotlin Pekko", "RxJava Reactor"],
  why: {
    question: {
      ko: "느려지는 소스와 그렇지 않은 소스는 무엇이 다를까요?",
      en: "What distinguishes a source that slows down from the others?",
    },
    answers: [
      {
        right: false,
        holds: ({ lanes }) =>
          lanes.every((run) => isHeld(run, SHOWN_MS) === Number.isFinite(run.capacity)),
        text: {
          ko: "버퍼에 한도가 있는지가 다릅니다.",
          en: "Whether its buffer has a bound.",
        },
        why: {
          ko: "RxJava와 Reactor에도 8이라는 한도가 있습니다. 한도는 넘칠 때만 의미가 있을 뿐 소스에 전해지지 않습니다.",
          en: "RxJava and Reactor also have a bound of 8. It matters only on overflow and never reaches the source.",
        },
      },
      {
        right: false,
        holds: ({ lanes: [, rxJava, reactor] }) =>
          [rxJava, reactor].every((run) => run !== undefined && isHeld(run, SHOWN_MS)),
        text: {
          ko: "리액티브 스트림의 규약을 따르는지가 다릅니다.",
          en: "Whether it follows the Reactive Streams contract.",
        },
        why: {
          ko: "규약은 받는 쪽을 지켜 줍니다. 소스가 요청을 무시하면 누군가 버리거나 쌓아야 합니다.",
          en: "The contract protects the receiver. If the source ignores requests, something has to drop or store elements.",
        },
      },
      {
        right: true,
        // The same stream slows its source as soon as the program waits for it.
        holds: ({ lanes, other }) =>
          lanes.map((run) => isHeld(run, SHOWN_MS)).join() === "true,false,false,true,false" &&
          isHeld(other({ heeds: "answer" }, "node-write"), SHOWN_MS),
        text: {
          ko: "소스가 기다릴 수 있는 호출을 하거나 요청받을 때만 만드는지가 다릅니다.",
          en: "Whether it makes a call that can wait, or makes only what is requested.",
        },
        why: {
          ko: "send는 돌아오지 않을 수 있고, Pekko의 소스는 호출되지 않을 수 있습니다. 나머지 셋은 onNext나 write를 호출하고 계속 갑니다.",
          en: "send may not return, and Pekko’s source may not be called. The other three call onNext or write and continue.",
        },
      },
    ],
  },
  twin: {
    link: "s=one-flood&p=25&5.hd=answer",
    showsAtMs: 5000,
    question: {
      ko: "이번에는 1초에 40개가 오고, Node.js 프로그램이 write()의 답을 따릅니다. 소스가 느려지는 것은 어디일까요?",
      en: "Now 40 arrive per second, and the Node.js program respects what write() returns. In which of them does the source slow down?",
    },
    answers: [
      {
        right: false,
        says: "Kotlin Pekko",
        text: { ko: "이번에도 Kotlin과 Pekko에서만.", en: "Only in Kotlin and Pekko, as before." },
        why: {
          ko: "답을 따라 'drain'까지 쉬는 프로그램은 기다릴 수 있는 소스입니다.",
          en: "A program that pauses until 'drain' is a source that can wait.",
        },
      },
      {
        right: true,
        says: "Kotlin Pekko Node.js",
        text: { ko: "Kotlin, Pekko, Node.js에서.", en: "In Kotlin, Pekko and Node.js." },
        why: {
          ko: "Node.js의 배압은 프로그램에 달려 있습니다. 같은 스트림이 이번에는 8개를 넘지 않습니다.",
          en: "In Node.js, backpressure is up to the program: the same stream now holds at most 8.",
        },
      },
      {
        right: false,
        says: SYSTEMS.join(" "),
        text: {
          ko: "다섯 모두에서. 두 배로 빨라졌기 때문입니다.",
          en: "In all five, because elements come twice as fast.",
        },
        why: {
          ko: "RxJava는 더 일찍 끝나고 Reactor는 더 많이 버립니다. 소스는 여전히 요청을 무시합니다.",
          en: "RxJava ends earlier and Reactor drops more. Their sources still ignore requests.",
        },
      },
    ],
  },
});

/** Whether something held the source, rather than ending its stream. */
function isHeld(run: ClaimRun, untilMs: number): boolean {
  return run.end().error === undefined && isSlowed(run, untilMs);
}
