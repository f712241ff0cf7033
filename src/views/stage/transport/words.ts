/** Words of the transport: its buttons, the marks on the axis of time, the end of a run. */
import type { Text } from "../../../i18n/index.ts";

export const words = {
  transport: { ko: "재생", en: "Playback" },
  play: { ko: "재생", en: "Play" },
  pause: { ko: "일시 정지", en: "Pause" },
  restart: { ko: "처음으로", en: "Back to the start" },
  stepForward: { ko: "다음 이벤트", en: "Next event" },
  stepBack: { ko: "이전 이벤트", en: "Previous event" },
  speed: { ko: "속도", en: "Speed" },
  time: { ko: "가상 시간", en: "Virtual time" },
  seconds: { ko: "{n}초", en: "{n} s" },
  s: { ko: "초", en: "s" },
  wholeRun: { ko: "전체 {n}초", en: "all {n} s" },
  follow: { ko: "따라가기", en: "follow" },
  spanHelp: {
    ko: "시간 축이 재생 위치를 따라가거나 실행 전체를 보여 줍니다.",
    en: "The time axis follows the play head or shows the whole run.",
  },
  marks: { ko: "시간 축의 표시", en: "Marks on the time axis" },
  stopAt: { ko: "처음 일어나면 멈춤:", en: "Pause at the first:" },
  drop: { ko: "버림", en: "drop" },
  trip: { ko: "차단", en: "trip" },
  firstTrip: { ko: "첫 차단 {n}초", en: "First trip at {n} s" },
  pausedTrip: {
    ko: "서킷 브레이커가 처음 열린 순간에 멈췄습니다.",
    en: "Paused when the breaker first opens.",
  },
  firstDrop: { ko: "첫 버림 {n}초", en: "First drop at {n} s" },
  bodyEnd: {
    ko: "main 블록의 끝 {n}초: 프로그램은 계속됩니다",
    en: "main’s body ends at {n} s; the program goes on",
  },
  change: { ko: "{setting} 변경 {n}초", en: "{setting} changed at {n} s" },
  pausedDrop: { ko: "처음 버린 순간에 멈췄습니다.", en: "Paused at the first drop." },
  pausedLesson: {
    ko: "답이 보이는 곳입니다. 무엇을 보았습니까?",
    en: "The answer shows here. What do you see?",
  },
  endDuration: { ko: "정해 둔 시간이 다 됐습니다.", en: "End of the run." },
  endFailed: { ko: "실패했습니다: {message}", en: "It failed: {message}" },
  endError: { ko: "오류로 끝났습니다: {error}.", en: "Ended with {error}." },
  endErrorLost: {
    ko: "기다리던 {n}개를 함께 잃었습니다.",
    en: "Lost while waiting: {n}.",
  },
  endElements: {
    ko: "한 버퍼에 쌓인 요소가 한도를 넘어 멈췄습니다.",
    en: "Stopped: more elements waited in one buffer than the page can keep.",
  },
  endHeap: {
    ko: "메모리 부족: 쌓인 요소가 힙 한도를 넘었습니다. (모형)",
    en: "Out of memory: the waiting elements filled the heap (model).",
  },
  endMemory: {
    ko: "이 실행을 기록할 메모리를 다 써서 여기서 멈췄습니다. 생산 간격을 늘리거나 실행 길이를 줄여 보세요.",
    en: "Recording stopped here: the page keeps no more of one run. Try longer delays or a shorter run.",
  },
} as const satisfies Record<string, Text>;
