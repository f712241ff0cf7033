import { UNLIMITED } from "../../channels/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** An unbounded buffer: no sender waits, nothing is lost, and the backlog grows until memory runs out. */
export const unlimited = channelStrategy({
  id: "unlimited",
  name: { ko: "무제한 버퍼", en: "Unlimited buffer" },
  summary: {
    ko: "들어오는 대로 모두 쌓아 둡니다. 생산자는 기다리지 않고, 버퍼에는 한도가 없습니다.",
    en: "Keeps everything. The producer never waits, and the buffer has no bound.",
  },
  advice: {
    ko: "짧게 몰리고 총량이 정해져 있을 때만 안전합니다. 생산이 계속 빠르면 메모리와 지연 시간이 끝없이 늘어납니다.",
    en: "Safe only for short bursts with a known total. If the producer stays faster, memory and waiting times grow forever.",
  },
  params: [],
  guarantees: () => ({
    maxBuffered: Number.POSITIVE_INFINITY,
    lossless: true,
    producerWaits: false,
    inOrder: true,
    keeps: "all",
  }),
  buffer: () => ({ capacity: Number.POSITIVE_INFINITY }),
  offer: (program) => sendTo(program.channel(UNLIMITED)),
  kotlin: () => ({ channel: ["Channel.UNLIMITED"] }),
});
