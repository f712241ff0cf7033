import { consumerTimesParam } from "../../../params/times.ts";
import { causeStrategy } from "../../programs/cause-strategy.ts";

/** Each element takes more work than the consumer was built for. */
export const slowConsumerCause = causeStrategy({
  id: "cause-slow-consumer",
  name: { ko: "느린 소비자", en: "Slow consumer" },
  summary: {
    ko: "요소 하나를 처리하는 데 더 오래 걸립니다. 작업자들은 쉬지 않고 일합니다.",
    en: "Each element takes more work. The workers never pause.",
  },
  advice: {
    ko: "처리를 빠르게 하거나 작업자를 늘립니다. 빠른 생산자와 같은 일을 반대쪽에서 본 것입니다.",
    en: "Make the work faster, or add workers. It is the fast producer, seen from the other end.",
  },
  params: [consumerTimesParam],
  worsens: ({ consumerDelayMs, consumerTimes }) => ({
    consumerDelayMs: consumerDelayMs * consumerTimes,
  }),
});
