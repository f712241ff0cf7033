/** The settings of programs on streams, both Node's own and Web streams. */
import { choiceParam, intParam } from "../../params/index.ts";

export const highWaterMarkParam = intParam({
  key: "highWaterMark",
  link: "hw",
  label: { ko: "Writable의 highWaterMark", en: "Writable’s highWaterMark" },
  help: {
    ko: "처리 중인 것까지 몇 개가 차면 기다려 달라고 답하는지 정합니다. 막는 한도가 아니라 알리는 기준선입니다. 따로 정하지 않으면 Node.js의 객체 모드는 16, 웹 스트림은 1입니다.",
    en: "How many elements, including the one in progress, until the stream asks the writer to wait. It is advisory, not a limit. The default is 16 in Node.js object mode and 1 in Web streams.",
  },
  unit: "elements",
  min: 1,
  max: 64,
  default: 16,
  scale: "log",
  change: "structural",
});

export const readableMarkParam = intParam({
  key: "readableMark",
  link: "hr",
  label: { ko: "Readable의 highWaterMark", en: "Readable’s highWaterMark" },
  help: {
    ko: "아무도 읽지 않아도 미리 받아 두는 요소의 수.",
    en: "How many elements are prefetched even if nobody reads.",
  },
  unit: "elements",
  min: 1,
  max: 64,
  default: 16,
  scale: "log",
  change: "structural",
});

export const transformMarkParam = intParam({
  key: "transformMark",
  link: "ht",
  label: { ko: "Transform의 highWaterMark", en: "Transform’s highWaterMark" },
  help: {
    ko: "Transform은 쓰기 쪽과 읽기 쪽에 버퍼를 하나씩 둡니다. 둘 다 이 값을 씁니다.",
    en: "A transform has two buffers, one on its writable and one on its readable side. Both use this mark.",
  },
  unit: "elements",
  min: 1,
  max: 64,
  default: 16,
  scale: "log",
  change: "structural",
});

export const transformsParam = intParam({
  key: "transforms",
  link: "tf",
  label: { ko: "Transform의 수", en: "Transforms" },
  help: {
    ko: "소스와 끝 사이에 이어 붙이는 수. 처리하지 않고 그대로 넘깁니다.",
    en: "How many stand between source and sink. They pass elements on and take no time.",
  },
  unit: "none",
  min: 0,
  max: 2,
  default: 1,
  change: "structural",
});

export const heedsParam = choiceParam({
  key: "heeds",
  link: "hd",
  label: { ko: "생산자는", en: "The producer" },
  help: {
    ko: "기다려 달라는 답을 받으면 생산자가 기다리는지, 무시하고 계속 쓰는지 정합니다.",
    en: "Whether the producer waits when asked to, or ignores that and keeps writing.",
  },
  choices: [
    { value: "answer", label: { ko: "답을 따름", en: "respects the answer" } },
    { value: "nothing", label: { ko: "답을 무시함", en: "ignores it" } },
  ],
  default: "answer",
  change: "structural",
});

/** Like `heedsParam`, for a producer that may also refuse elements. */
export const writeHeedsParam = choiceParam({
  ...heedsParam,
  help: {
    ko: "기다려 달라는 답을 받으면 생산자가 기다리는지, 무시하고 계속 쓰는지, 'drain'까지 온 것을 쓰지 않고 거절하는지.",
    en: "Whether the producer waits when it is asked to, ignores that and goes on writing, or refuses what comes until 'drain'.",
  },
  choices: [
    ...heedsParam.choices,
    { value: "refuses", label: { ko: "그동안 거절함", en: "refuses meanwhile" } },
  ],
});

export const joinedParam = choiceParam({
  key: "joined",
  link: "jn",
  label: { ko: "잇는 방법", en: "Joined with" },
  help: {
    ko: "pipe와 pipeline은 배압을 똑같이 전합니다. pipeline은 오류가 나면 모든 스트림을 정리하고, 끝났을 때 알려 주기도 합니다.",
    en: "pipe and pipeline pass on backpressure alike. In addition, pipeline destroys every stream when one fails, and reports the end.",
  },
  choices: [
    { value: "pipe", label: { ko: "pipe", en: "pipe" } },
    { value: "pipeline", label: { ko: "pipeline", en: "pipeline" } },
  ],
  default: "pipeline",
  change: "structural",
});
