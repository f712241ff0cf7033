/** Words of the tools in the page's header, and of its dialogs. */
import type { Text } from "../../i18n/index.ts";

export const toolWords = {
  undo: { ko: "되돌리기", en: "Undo" },
  redo: { ko: "다시 하기", en: "Redo" },
  share: { ko: "공유", en: "Share" },
  present: { ko: "발표", en: "Present" },
  compare: { ko: "비교", en: "Compare" },
  compareHelp: {
    ko: "같은 부하에 다른 전략을 나란히 놓습니다. 다섯 줄까지 놓을 수 있습니다.",
    en: "Adds another strategy under the same load next to this one, up to five.",
  },
  menu: { ko: "메뉴", en: "Menu" },
  language: { ko: "언어", en: "Language" },
  ko: { ko: "한국어", en: "한국어" },
  en: { ko: "English", en: "English" },
  theme: { ko: "화면", en: "Theme" },
  system: { ko: "기기 설정", en: "Device" },
  light: { ko: "밝게", en: "Light" },
  dark: { ko: "어둡게", en: "Dark" },
  projector: { ko: "프로젝터", en: "Projector" },
  help: { ko: "도움말", en: "Help" },
  close: { ko: "닫기", en: "Close" },
  shareTitle: { ko: "이 실험의 링크", en: "Link to this experiment" },
  shareText: {
    ko: "링크를 여는 사람은 마지막 이벤트까지 똑같은 실행을 보게 됩니다.",
    en: "Anyone who opens it sees the same run, down to the last event.",
  },
  copy: { ko: "링크 복사", en: "Copy link" },
  copied: { ko: "복사했습니다", en: "Copied" },
  copyFailed: {
    ko: "복사할 수 없습니다. 위의 링크를 골라 복사하세요.",
    en: "Copying is not allowed here. Select the link above and copy it.",
  },
  qr: { ko: "이 링크의 QR 코드", en: "QR code of this link" },
  said: { ko: "알림", en: "Notices" },
} as const satisfies Record<string, Text>;
