import { CONFLATED, OLDEST } from "../../channels/index.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** One slot that always holds the newest element: a new element replaces one that has not been taken yet. */
export const conflated = channelStrategy({
  id: "conflated",
  name: { ko: "최신 값만 (conflated)", en: "Newest only (conflated)" },
  summary: {
    ko: "칸은 하나뿐입니다. 아직 꺼내 가지 않은 값은 새 값으로 덮어씁니다.",
    en: "There is one slot. A new element replaces one that has not been taken yet.",
  },
  advice: {
    ko: "현재 상태만 의미 있는 값(화면, 위치, 센서)에 맞습니다. 하나하나가 사건인 데이터에는 쓰지 마세요.",
    en: "Right when only the current state counts: screens, positions, sensors. Wrong when every element is an event.",
  },
  drops: OLDEST,
  params: [],
  guarantees: () => ({
    maxBuffered: 1,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  buffer: () => ({ capacity: 1, name: { ko: "최신 값 한 칸", en: "One slot for the newest" } }),
  offer: (program) => sendTo(program.channel(CONFLATED)),
  kotlin: () => ({ channel: ["Channel.CONFLATED"] }),
});
