/** The words of the help dialog, which are loaded with it. */
import type { Text } from "../../i18n/index.ts";

export const helpWords = {
  helpTitle: { ko: "사용법", en: "How to use it" },
  helpIntro: {
    ko: "생산자가 소비자보다 빠르면 무엇인가는 기다리거나, 쌓이거나, 버려집니다. 이 페이지가 그것을 보여 줍니다. 시간은 가상 시계로 흐르고, 채널과 스트림은 실제 라이브러리와 이벤트 하나하나까지 똑같이 움직입니다.",
    en: "When a producer is faster than its consumer, elements wait, pile up or are dropped. This page shows it. Time is virtual, and channels and streams behave as in the real libraries, event for event.",
  },
  helpModel: {
    ko: "힙과 GC, 네트워크, 스레드, 늦는 타이머는 모형입니다. 힙은 아직 끝나지 않은 요소 수에, 설정한 가비지 컬렉터에서 요소 하나가 차지하는 크기를 곱한 값입니다. 요소가 옮겨 가는 모습은 보기 쉽게 그린 것이고, 그동안 가상 시간은 흐르지 않습니다.",
    en: "Heap and garbage collection, the network, threads and late timers are models. The heap is the number of unfinished elements times what each takes under the chosen collector. The movement of an element between stations is only for display and takes no virtual time.",
  },
  keySpace: { ko: "재생 / 일시 정지", en: "Play / pause" },
  keyArrows: { ko: "이벤트 하나 앞으로 / 뒤로", en: "One event forward / back" },
  keyHome: { ko: "처음으로", en: "Back to the start" },
  keySpeed: { ko: "느리게 / 빠르게", en: "Slower / faster" },
  keyUndo: { ko: "되돌리기 / 다시 하기", en: "Undo / redo" },
  keyLane: { ko: "줄 고르기", en: "Select a lane" },
  keyCompare: { ko: "줄 하나를 더해 비교", en: "Add a lane to compare" },
  keyGallery: { ko: "시나리오 고르기", en: "All scenarios" },
  keyPresent: { ko: "발표 시작 / 끝", en: "Present / stop presenting" },
  keyCards: { ko: "발표: 다음 / 이전 카드", en: "Presenting: next / previous card" },
  keyBlank: { ko: "발표: 화면 비우기", en: "Presenting: blank the screen" },
  keyLeave: { ko: "발표 끝내기, 창 닫기", en: "Leave the presentation, close a dialog" },
  keyKeys: { ko: "이 창", en: "This help" },
  keys: { ko: "단축키", en: "Keys" },
} as const satisfies Record<string, Text>;
