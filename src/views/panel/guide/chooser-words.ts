/** Words of the chooser: its questions, and the strategies that it leads to. */
import type { Text } from "../../../i18n/index.ts";

export const chooserWords = {
  chooser: { ko: "어떤 버퍼 전략이 맞을까요?", en: "Which buffer strategy fits?" },
  step: { ko: "질문 {n}", en: "Question {n}" },
  yes: { ko: "예", en: "Yes" },
  no: { ko: "아니요", en: "No" },
  back: { ko: "한 걸음 뒤로", en: "One step back" },
  startOver: { ko: "처음부터", en: "Start over" },
  result: { ko: "이것을 쓰세요", en: "Use this" },
  noResult: { ko: "다시 생각해 보세요", en: "Think again" },
  see: { ko: "시나리오에서 보기", en: "See it in a scenario" },
} as const satisfies Record<string, Text>;

export const questionWords = {
  loss: { ko: "요소를 잃어도 됩니까?", en: "May elements be lost?" },
  newest: { ko: "가장 새로운 값만 쓸모 있습니까?", en: "Is only the newest worth anything?" },
  wait: { ko: "생산자가 기다릴 수 있습니까?", en: "Can the producer wait?" },
  important: { ko: "더 중요한 요소가 있습니까?", en: "Do some elements matter more than others?" },
  memory: { ko: "메모리에 한도가 있습니까?", en: "Is memory bounded?" },
} as const satisfies Record<string, Text>;

export const questionHints = {
  loss: {
    ko: "결제나 주문이라면 아니요. 화면에 그릴 측정값이라면 예.",
    en: "Payments and orders: no. Readings for a chart: yes.",
  },
  newest: {
    ko: "현재 온도나 커서 위치처럼, 새 값이 오면 앞의 값은 볼 일이 없습니까?",
    en: "A temperature, a cursor: once a new value is there, nobody looks at the one before.",
  },
  wait: {
    ko: "파일을 읽는 쪽은 기다릴 수 있습니다. 센서나 사용자의 클릭은 기다려 주지 않습니다.",
    en: "Whoever reads a file can wait. A sensor or a user’s click won’t.",
  },
  important: {
    ko: "정보 로그 사이의 오류 로그처럼, 밀릴 때 먼저 살려야 할 것이 있습니까?",
    en: "Like error logs among info logs: is there something to save first?",
  },
  memory: {
    ko: "몰리는 양을 미리 알고 그만큼의 메모리가 있을 때만 아니요.",
    en: "Say no only if you know how large a burst gets, and have memory for all of it.",
  },
} as const satisfies Record<string, Text>;

export const resultWords = {
  bounded: { ko: "유한 버퍼", en: "Bounded buffer" },
  needlessLoss: { ko: "유한 버퍼", en: "Bounded buffer" },
  unlimited: { ko: "무제한 버퍼", en: "Unlimited buffer" },
  burst: { ko: "무제한 버퍼", en: "Unlimited buffer" },
  impossible: { ko: "그런 버퍼는 없습니다", en: "No buffer can do that" },
  conflated: { ko: "최신 값만 (CONFLATED)", en: "Newest only (CONFLATED)" },
  priority: { ko: "우선순위 버퍼", en: "Priority buffer" },
  dropOldest: { ko: "오래된 것 버리기 (DROP_OLDEST)", en: "Drop the oldest (DROP_OLDEST)" },
} as const satisfies Record<string, Text>;

export const reasonWords = {
  bounded: {
    ko: "버퍼가 차면 send가 기다려 생산자가 소비자의 속도로 느려집니다. 아무것도 잃지 않고, 메모리는 용량을 넘지 않습니다. 용량은 한 번에 몰리는 양만큼만 두세요.",
    en: "Once it is full, send waits and the producer slows to the consumer’s rate. Nothing is lost, and memory stays within the capacity. Make it as large as a usual burst, no larger.",
  },
  needlessLoss: {
    ko: "잃어도 되지만, 기다릴 수 있다면 잃을 까닭이 없습니다. 버퍼가 차면 send가 기다리고 모두 처리됩니다.",
    en: "You could afford a loss, but a producer that can wait makes it needless: send waits while the buffer is full, and everything is worked on.",
  },
  unlimited: {
    ko: "잃지도 기다리지도 않으니 쌓이는 길뿐입니다. 몰리는 양이 끝이 있을 때만 쓰고, 쌓인 깊이에 경보를 거세요. 부하가 계속 더 빠르면 메모리가 언젠가는 찹니다.",
    en: "Nothing is lost and nobody waits, so it must pile up. Only for bursts that end, and with an alert on the depth: under a load that stays too fast, any memory fills.",
  },
  burst: {
    ko: "메모리가 넉넉하고 몰리는 양에 끝이 있다면 잃을 필요가 없습니다. 다만 깊이에 경보를 걸고, 넘치면 버릴 순서를 미리 정해 두세요.",
    en: "With memory for the whole burst nothing has to be lost. Put an alert on the depth all the same, and decide beforehand what goes if it is not enough.",
  },
  impossible: {
    ko: "더 빠른 생산자 앞에서는 기다리거나, 쌓이거나, 버려집니다. 셋을 다 막으려면 소비자가 따라잡아야 합니다. 작업자를 늘리거나 일을 줄이고, 그래도 넘치면 오류로 거절해 보낸 쪽이 다시 시도하게 하세요.",
    en: "Before a faster producer, things wait, pile up or are dropped. To rule out all three, the consumer has to keep up: more workers, or less work. And for what is still too much, refuse with an error so that the sender tries again.",
  },
  conflated: {
    ko: "한 칸만 두고 새 값이 앞의 값을 덮습니다. 소비자는 늘 가장 최근 값을 받습니다. 센서가 여럿이면 센서마다 한 칸씩 두세요.",
    en: "One slot, and each new value takes the place of the one before: the consumer always gets the latest. With several sensors, give each a slot of its own.",
  },
  priority: {
    ko: "가득 차면 가장 덜 중요한 것 가운데 가장 오래된 것부터 내보냅니다. 중요한 요소는 덜 중요한 것이 남아 있는 한 사라지지 않습니다.",
    en: "When it is full, the least important goes first, oldest first. An important element is safe for as long as there is a lesser one to give up.",
  },
  dropOldest: {
    ko: "send는 기다리지 않고, 가득 차면 가장 오래 기다린 것이 버려집니다. 남는 것은 늘 최근의 일입니다. 잃은 수를 보낸 쪽이 알아야 한다면 trySend로 거절받아 세세요.",
    en: "send never waits; when there is no room, the one that has waited longest goes. What is left is always recent. If the sender should know of its losses, use trySend and count the refusals.",
  },
} as const satisfies Record<string, Text>;
