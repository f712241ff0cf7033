import { intParam } from "../../../../params/index.ts";
import { causeStrategy } from "../../programs/cause-strategy.ts";

const callMsParam = intParam({
  key: "callMs",
  link: "cm",
  label: { ko: "네트워크 호출", en: "Network call" },
  help: {
    ko: "모형: 이 줄의 작업자가 요소마다 네트워크 너머를 호출하고 답을 기다리는 시간. 그동안 스레드를 붙잡지 않습니다.",
    en: "A model: how long a worker of this lane waits for an answer from the network for each element. It holds no thread meanwhile.",
  },
  unit: "ms",
  min: 1,
  max: 10000,
  default: 160,
  scale: "log",
  change: "structural",
});

/** The consumer calls across a network for each element, and waits for the answer. */
export const networkLatencyCause = causeStrategy({
  id: "cause-network-latency",
  name: { ko: "네트워크 지연", en: "Slow network" },
  summary: {
    ko: "작업자가 요소마다 네트워크 너머를 호출합니다. 일하는 시간은 그대로인데 답을 기다리는 시간이 더해집니다.",
    en: "For each element a worker calls across a network. The work is the same, but the wait for the answer is added to it.",
  },
  advice: {
    ko: "기다리는 동안 다른 요소도 호출하게 합니다. 작업자를 늘리거나 여럿을 묶어 한 번에 호출하세요. 처리를 빠르게 해도 기다림은 남습니다.",
    en: "Keep more calls in flight: add workers, or put several elements in one call. Faster work does not shorten the wait.",
  },
  params: [callMsParam],
  worsens: ({ callMs }) => ({ latencyMs: callMs }),
});
