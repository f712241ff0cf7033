/** The settings of a workload: how elements arrive, and what work each one is. */
import { choiceParam, intParam, type ValuesOf } from "../params/index.ts";
import { rhythms } from "./rhythms.ts";
import { serviceLaws } from "./service-laws.ts";

export const workloadParams = [
  intParam({
    key: "producerDelayMs",
    link: "p",
    label: { ko: "생산 간격", en: "Producer delay" },
    help: {
      ko: "생산자가 한 요소를 보낸 뒤 다음 요소를 만들 때까지 쉬는 시간(평균). 0이면 쉬지 않습니다.",
      en: "How long the producer pauses after one element before it makes the next (on average). 0: no pause at all.",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 100,
    scale: "log",
    change: "live",
  }),
  intParam({
    key: "consumerDelayMs",
    link: "c",
    label: { ko: "처리 시간", en: "Consumer delay" },
    help: {
      ko: "소비자 하나가 요소 하나를 처리하는 시간(평균).",
      en: "How long one worker of the consumer works on one element (on average).",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 300,
    scale: "log",
    change: "live",
  }),
  intParam({
    key: "workers",
    link: "w",
    label: { ko: "소비자 수", en: "Workers" },
    help: {
      ko: "한 채널에서 함께 꺼내 가는 소비자 코루틴의 수.",
      en: "How many consumer coroutines take from the one channel.",
    },
    unit: "workers",
    min: 1,
    max: 8,
    default: 1,
    change: "live",
  }),
  choiceParam({
    key: "arrivals",
    link: "a",
    label: { ko: "도착 방식", en: "Arrivals" },
    help: {
      ko: "요소가 만들어지는 리듬. 평균 속도는 어느 방식이든 같습니다.",
      en: "The rhythm in which elements are made. The average rate is the same for each.",
    },
    choices: rhythms,
    default: "steady",
    change: "structural",
  }),
  intParam({
    key: "jitterPercent",
    link: "j",
    label: { ko: "흔들림", en: "Jitter" },
    help: {
      ko: "‘조금씩 불규칙하게’일 때 간격이 평균에서 위아래로 벗어나는 최대 비율.",
      en: "With jitter: how far a pause may lie from the average, either way.",
    },
    unit: "percent",
    min: 0,
    max: 100,
    default: 50,
    change: "live",
  }),
  intParam({
    key: "burstSize",
    link: "b",
    label: { ko: "한 번에 몰리는 수", en: "Burst size" },
    help: {
      ko: "‘몰아서 한꺼번에’일 때 쉬지 않고 이어서 만드는 요소의 수. 그 뒤 그만큼 길게 쉽니다.",
      en: "With bursts: how many elements are made without a pause. The pause after them is as much longer.",
    },
    unit: "elements",
    min: 1,
    max: 1000,
    default: 10,
    scale: "log",
    change: "live",
  }),
  intParam({
    key: "count",
    link: "n",
    label: { ko: "요소 수", en: "Elements" },
    help: {
      ko: "생산자가 만드는 요소의 수. 그 뒤 채널을 닫습니다. 0이면 끝없이 만듭니다.",
      en: "How many elements the producer makes before it closes the channel. 0: it never ends.",
    },
    unit: "elements",
    min: 0,
    max: 100000,
    default: 0,
    scale: "log",
    change: "structural",
  }),
  choiceParam({
    key: "service",
    link: "d",
    label: { ko: "처리 시간 분포", en: "Service time" },
    help: {
      ko: "처리 시간이 늘 같은지, 평균 둘레로 흩어지는지(지수 분포).",
      en: "Whether each element takes the same time, or times spread around the average (exponential).",
    },
    choices: serviceLaws,
    default: "constant",
    change: "structural",
  }),
] as const;

export type WorkloadValues = ValuesOf<typeof workloadParams>;
