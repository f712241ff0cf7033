/** The settings of a token bucket, which strategies of several libraries have. */
import { intParam } from "../../params/index.ts";

export const ratePerSecParam = intParam({
  key: "ratePerSec",
  link: "r",
  label: { ko: "초당 토큰", en: "Tokens per second" },
  help: {
    ko: "버킷에 토큰이 차오르는 속도. 길게 보면 1초에 평균 이만큼 지나갑니다.",
    en: "How fast the bucket refills. Over time, this is the average rate at which elements pass.",
  },
  unit: "elementsPerSec",
  min: 1,
  max: 1000,
  default: 5,
  scale: "log",
  change: "structural",
});

export const burstParam = intParam({
  key: "burst",
  link: "bu",
  label: { ko: "버킷 크기", en: "Bucket size" },
  help: {
    ko: "버킷이 담는 토큰의 수. 쉬었다가 한꺼번에 보낼 수 있는 최대 개수입니다.",
    en: "How many tokens the bucket holds: after a quiet time, this many elements may pass at once.",
  },
  unit: "elements",
  min: 1,
  max: 1000,
  default: 10,
  scale: "log",
  change: "structural",
});
