import { capacityParam } from "../../../params/capacity.ts";
import { OLDEST } from "../../channels/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** A bounded buffer that makes room by dropping its oldest element. */
export const dropOldest = channelStrategy({
  id: "drop-oldest",
  name: { ko: "오래된 것 버리기", en: "Drop oldest" },
  summary: {
    ko: "버퍼가 차면 가장 오래 기다린 요소를 버리고 새 요소를 넣습니다.",
    en: "When the buffer is full, the element that has waited longest is dropped to make room for the new one.",
  },
  advice: {
    ko: "최근 기록 몇 개가 중요할 때 씁니다. 무엇이 버려졌는지 알려면 onUndeliveredElement를 쓰세요.",
    en: "For when the last few readings matter. Use onUndeliveredElement to learn what was dropped.",
  },
  drops: OLDEST,
  params: [capacityParam],
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  buffer: ({ capacity }) => ({ capacity }),
  offer: (program) => sendTo(program.channel(program.values.capacity, "DROP_OLDEST")),
  kotlin: ({ capacity }) => ({
    channel: [`capacity = ${capacity}`, "onBufferOverflow = BufferOverflow.DROP_OLDEST"],
    imports: ["kotlinx.coroutines.channels.BufferOverflow"],
  }),
});
