import { capacityParam } from "../../../params/capacity.ts";
import { LATEST } from "../../channels/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** A bounded buffer whose `send` silently drops the incoming element when the buffer is full. */
export const dropLatest = channelStrategy({
  id: "drop-latest",
  name: { ko: "새것 버리기", en: "Drop latest" },
  summary: {
    ko: "버퍼가 차면 지금 들어오는 요소를 버립니다. send는 성공한 것처럼 돌아옵니다.",
    en: "When the buffer is full, the incoming element is dropped; send returns as if it had been accepted.",
  },
  advice: {
    ko: "먼저 온 것을 지키고 싶을 때 씁니다. Kotlin의 DROP_LATEST는 들어오는 요소를 버리지만, RxJava의 DROP_LATEST는 버퍼의 마지막 요소를 새 요소로 바꿉니다.",
    en: "Protects what came first. Kotlin's DROP_LATEST drops the incoming element; RxJava's replaces the last one in the buffer.",
  },
  drops: LATEST,
  params: [capacityParam],
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "oldest",
  }),
  buffer: ({ capacity }) => ({ capacity }),
  offer: (program) => sendTo(program.channel(program.values.capacity, "DROP_LATEST")),
  kotlin: ({ capacity }) => ({
    channel: [`capacity = ${capacity}`, "onBufferOverflow = BufferOverflow.DROP_LATEST"],
    imports: ["kotlinx.coroutines.channels.BufferOverflow"],
  }),
});
