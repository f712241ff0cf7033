import { producerTimesParam } from "../../../params/times.ts";
import { causeStrategy } from "../../programs/cause-strategy.ts";

/** The producer makes more than the consumer was built for. */
export const fastProducerCause = causeStrategy({
  id: "cause-fast-producer",
  name: { ko: "빠른 생산자", en: "Fast producer" },
  summary: {
    ko: "생산자가 더 빠릅니다. 작업자들은 쉬지 않고 일하는데도 뒤처집니다.",
    en: "The producer is faster. The workers work without a pause and still fall behind.",
  },
  advice: {
    ko: "줄일 수 있는 쪽을 줄입니다. 덜 만들거나, 작업자를 늘리거나, 한 번에 여럿을 처리합니다.",
    en: "Make less, add workers, or process several at once, whichever is possible.",
  },
  params: [producerTimesParam],
  worsens: ({ producerDelayMs, producerTimes }) => ({
    producerDelayMs: Math.round(producerDelayMs / producerTimes),
  }),
});
