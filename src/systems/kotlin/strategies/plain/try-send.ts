import { REFUSED } from "../../../losses.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { COMPLETED } from "../../coroutines/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";

/** A bounded buffer and a producer that offers with `trySend` and drops a refused element. */
export const trySend = channelStrategy({
  id: "try-send",
  name: { ko: "거절하기 (trySend)", en: "Refuse (trySend)" },
  summary: {
    ko: "버퍼가 차 있으면 trySend가 거절합니다. 생산자는 그 사실을 알고, 여기서는 그 요소를 포기합니다.",
    en: "When the buffer is full, trySend fails. The producer learns of it, and here it gives up the element.",
  },
  advice: {
    ko: "버릴지, 나중에 다시 보낼지, 세어 둘지를 생산자가 정해야 할 때 씁니다. 잃는 요소는 DROP_LATEST와 같지만, 생산자가 그 사실을 압니다.",
    en: "For when the producer should decide: drop, count, or try again. It loses what DROP_LATEST loses, but the producer knows.",
  },
  drops: REFUSED,
  params: [capacityParam],
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  buffer: ({ capacity }) => ({ capacity }),
  offer(program) {
    const channel = program.channel(program.values.capacity);
    return {
      channel,
      offer(element) {
        if (channel.trySend(element) !== "success") program.lost(element, REFUSED);
        return COMPLETED;
      },
    };
  },
  kotlin: ({ capacity }) => ({ channel: [`capacity = ${capacity}`], offer: "tries", tells: false }),
});
