import { RENDEZVOUS } from "../../channels/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** No buffer at all: each `send` waits until a consumer takes its element. */
export const rendezvous = channelStrategy({
  id: "rendezvous",
  name: { ko: "랑데부 (버퍼 없음)", en: "Rendezvous (no buffer)" },
  summary: {
    ko: "버퍼가 없습니다. 소비자가 받으러 올 때까지 생산자가 요소를 든 채 기다립니다.",
    en: "There is no buffer. The producer waits with its element until a consumer comes for it.",
  },
  advice: {
    ko: "둘이 보조를 맞춰야 하거나 하나도 쌓이면 안 될 때 씁니다. 소비자가 잠깐만 늦어도 생산자가 바로 멈춥니다.",
    en: "For steps that must keep pace, or when nothing may queue. The slightest consumer delay stops the producer.",
  },
  params: [],
  guarantees: () => ({
    maxBuffered: 0,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  buffer: () => ({
    capacity: 0,
    name: { ko: "버퍼 없음 · 직접 전달", en: "No buffer · direct handover" },
  }),
  offer: (program) => sendTo(program.channel(RENDEZVOUS)),
  kotlin: () => ({ channel: ["Channel.RENDEZVOUS"] }),
});
