/** Words of the page as a whole, which are there even if other parts could not be loaded. */
import type { Text } from "../i18n/index.ts";

export const words = {
  broken: { ko: "이 부분에 오류가 생겼습니다.", en: "Something went wrong in this part." },
  failed: { ko: "이 부분을 불러오지 못했습니다.", en: "This part could not be loaded." },
  again: { ko: "다시 시도", en: "Try again" },
  partNotLoaded: {
    ko: "페이지의 일부를 불러오지 못했습니다. 네트워크를 확인하고 다시 시도하세요.",
    en: "Part of the page could not be loaded. Check the network and try again.",
  },
  notLoaded: {
    ko: "‘{given}’ 부분을 불러오지 못했습니다. 네트워크를 확인하고 다시 시도하세요.",
    en: "“{given}” could not be loaded. Check the network and try again.",
  },
} as const satisfies Record<string, Text>;
