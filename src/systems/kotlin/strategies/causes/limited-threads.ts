import { intParam } from "../../../../params/index.ts";
import { causeStrategy } from "../../programs/cause-strategy.ts";

const sharedThreadsParam = intParam({
  key: "sharedThreads",
  link: "sth",
  label: { ko: "함께 쓰는 스레드", en: "Shared threads" },
  help: {
    ko: "모형: 이 줄의 작업자들이 함께 쓰는 스레드. 일하는 동안 하나를 붙잡습니다.",
    en: "A model: the threads that this lane's workers share. A worker holds one while it works.",
  },
  unit: "threads",
  min: 1,
  max: 8,
  default: 1,
  change: "structural",
});

/** The workers share too few threads: fewer than there are workers. */
export const limitedThreadsCause = causeStrategy({
  id: "cause-limited-threads",
  name: { ko: "부족한 스레드", en: "Few threads" },
  summary: {
    ko: "작업자보다 스레드가 적습니다. 하나가 일하면 다른 하나는 요소를 든 채 스레드를 기다립니다.",
    en: "There are fewer threads than workers: while one works, another waits for a thread with an element in hand.",
  },
  advice: {
    ko: "자원을 늘리거나 하나를 붙잡는 시간을 줄입니다. 작업자를 늘려도 같은 스레드를 나눠 쓸 뿐입니다.",
    en: "Add threads, or hold each for less time. More workers would only share the same threads.",
  },
  params: [sharedThreadsParam],
  worsens: ({ sharedThreads }) => ({ threads: sharedThreads }),
});
