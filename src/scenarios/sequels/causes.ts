/** After the verdict on the four causes: what they have in common at the channel, and which of them more workers cure. */
import { isSlowed } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

/** The strategies of the lanes. */
const PROGRAMS = [
  "cause-fast-producer",
  "cause-slow-consumer",
  "cause-network-latency",
  "cause-limited-threads",
] as const;
/** By then every buffer is full, even one of 16. */
const FULL_MS = 6_000;

/** In the order of the lanes. */
const CAUSES = ["producer", "consumer", "network", "threads"];

export const causes = defineSequel({
  /** The causes under which the producer has made less than it could. */
  reads: (_, untilMs, runs) =>
    CAUSES.filter((_name, lane) => runs[lane] !== undefined && isSlowed(runs[lane], untilMs)).join(
      " ",
    ),
  said: ["producer", "producer consumer", "producer consumer network", CAUSES.join(" ")],
  why: {
    question: {
      ko: "원인이 다른데 왜 버퍼는 똑같아 보일까요?",
      en: "The causes differ, so why do the buffers look alike?",
    },
    answers: [
      {
        right: true,
        holds: ({ lanes, other }) =>
          lanes.every((run) => isSlowed(run, FULL_MS)) &&
          PROGRAMS.every((program) => !isSlowed(other({ producerDelayMs: 400 }, program), FULL_MS)),
        text: {
          ko: "버퍼를 채우는 것은 들어오는 속도와 나가는 속도의 차이뿐입니다.",
          en: "Because only the difference between the rate in and the rate out fills a buffer.",
        },
        why: {
          ko: "그 차이가 왜 생겼는지는 버퍼에 드러나지 않습니다. 그래서 작업자가 시간을 어떻게 쓰는지 재야 합니다.",
          en: "The reason for that difference lies outside the buffer. So measure how the workers spend their time.",
        },
      },
      {
        right: false,
        // If so, a buffer of another capacity would not hold the producer.
        holds: ({ other }) => !isSlowed(other({ capacity: 16 }, "cause-slow-consumer"), FULL_MS),
        text: {
          ko: "네 버퍼의 용량이 같아서입니다.",
          en: "Because all four have the same capacity.",
        },
        why: {
          ko: "용량이 다르면 차는 때가 다를 뿐, 가득 차서 생산자가 기다리게 되는 것은 같습니다.",
          en: "A buffer of another capacity would fill up at another time, but it would still fill up and hold the producer.",
        },
      },
      {
        right: false,
        // If so, causes that leave the workers the same rate would slow the producer by different amounts.
        holds: ({ lanes: [, ...slow] }) =>
          new Set(slow.map((run) => run.countsAt(FULL_MS).made)).size > 1,
        text: {
          ko: "send가 원인을 알아내 생산자를 그만큼 늦추기 때문입니다.",
          en: "Because send works out the cause and slows the producer accordingly.",
        },
        why: {
          ko: "send가 보는 것은 자리가 있는지 없는지뿐입니다.",
          en: "All that send checks is whether there is room.",
        },
      },
    ],
  },
  twin: {
    link: "s=causes&w=4",
    showsAtMs: 6000,
    question: {
      ko: "이번에는 작업자가 둘이 아니라 넷입니다. 생산자가 기다리는 것은 어느 프로그램일까요?",
      en: "Now there are four workers instead of two. In which of them does the producer wait?",
    },
    answers: [
      {
        right: false,
        says: "",
        text: { ko: "어느 것도 아닙니다.", en: "In none." },
        why: {
          ko: "스레드 하나로는 작업자가 몇이든 1초에 6개 남짓입니다.",
          en: "On one thread, workers do a little over 6 a second, however many there are.",
        },
      },
      {
        right: false,
        says: "network threads",
        text: {
          ko: "네트워크와 스레드. 둘 다 기다리느라 느리기 때문입니다.",
          en: "In those with the network and the shared thread: both are slow because of waiting.",
        },
        why: {
          ko: "답은 넷이 함께 기다릴 수 있지만, 스레드 하나는 한 번에 하나만 씁니다.",
          en: "Four workers can wait for answers at once, but one thread runs only one of them at a time.",
        },
      },
      {
        right: true,
        says: "threads",
        text: { ko: "스레드를 나눠 쓰는 것만.", en: "Only in the one with the shared thread." },
        why: {
          ko: "나머지 셋은 작업자가 모자랐고, 이것은 스레드가 모자랍니다. 무엇이 모자란지를 알아야 고칩니다.",
          en: "The other three were short of workers; this one is short of threads. A cure has to add what is short.",
        },
      },
      {
        right: false,
        says: CAUSES.join(" "),
        text: { ko: "이번에도 넷 모두.", en: "In all four, as before." },
        why: {
          ko: "작업자가 두 배면 1초에 12개 넘게 처리하니 앞의 셋은 밀리지 않습니다.",
          en: "Twice as many workers do over 12 a second, so the first three keep up.",
        },
      },
    ],
  },
});
