/** Factors by which one lane's producer is faster, or its consumer slower, than the workload's. */
import { intParam } from "../../params/index.ts";

export const producerTimesParam = intParam({
  key: "producerTimes",
  link: "pt",
  label: { ko: "생산자가 몇 배 빠른가", en: "Producer is faster" },
  help: {
    ko: "이 줄의 생산자는 생산 간격을 이만큼으로 나눈 시간만 쉽니다.",
    en: "In this lane the producer's delay is divided by this.",
  },
  unit: "times",
  min: 1,
  max: 10,
  default: 2,
  change: "live",
});

export const consumerTimesParam = intParam({
  key: "consumerTimes",
  link: "kt",
  label: { ko: "소비자가 몇 배 느린가", en: "Consumer is slower" },
  help: {
    ko: "이 줄의 소비자는 요소 하나에 처리 시간의 이만큼 배를 씁니다.",
    en: "In this lane, each element takes the consumer this many times as long.",
  },
  unit: "times",
  min: 1,
  max: 10,
  default: 2,
  change: "live",
});
