import { capacityParam } from "../../../params/capacity.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** A bounded buffer whose `send` waits for room: the simplest backpressure. */
export const bounded = channelStrategy({
  id: "bounded",
  name: { ko: "유한 버퍼 (기다림)", en: "Bounded buffer (suspend)" },
  summary: {
    ko: "버퍼가 차면 send가 자리가 날 때까지 생산자를 멈춰 세웁니다.",
    en: "When the buffer is full, send holds the producer until there is room.",
  },
  advice: {
    ko: "하나도 잃을 수 없고 생산자가 기다릴 수 있을 때의 기본 선택입니다. 생산 속도가 소비 속도에 맞춰집니다.",
    en: "The default choice when nothing may be lost and the producer can wait. Its rate falls to the consumer's.",
  },
  params: [capacityParam],
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  buffer: ({ capacity }) => ({ capacity }),
  offer: (program) => sendTo(program.channel(program.values.capacity)),
  kotlin: ({ capacity }) => ({
    channel: [`capacity = ${capacity}`],
  }),
});
