/** Words of the chooser: its questions, the answers, and the words of results that are the same for all libraries. */
import type { Text } from "../../../i18n/index.ts";
import type { ChooserAnswer, ChooserQuestion, Need } from "../../../scenarios/index.ts";

export const chooserWords = {
  chooser: { ko: "어떤 연산자가 맞을까요?", en: "Which operator fits?" },
  step: { ko: "질문 {n}", en: "Question {n}" },
  back: { ko: "한 걸음 뒤로", en: "One step back" },
  startOver: { ko: "처음부터", en: "Start over" },
  result: { ko: "{library}에서는 이것을 쓰세요", en: "Use this with {library}" },
  instead: {
    ko: "{library}에는 이런 연산자가 없습니다. 그 대신",
    en: "{library} has no such operator. Instead",
  },
  refuse: { ko: "{library}에서 거절하려면", en: "{library}: to reject" },
  noResult: { ko: "조건을 다시 고르세요", en: "Change an answer" },
  needless: {
    ko: "잃어도 되지만 잃을 필요가 없습니다.",
    en: "You may lose elements, but there is no need to.",
  },
  impossible: {
    ko: "소스가 더 빠르면 기다리거나, 쌓이거나, 버려집니다. 셋을 다 피하려면 소비자가 따라잡아야 하고, 그래도 넘치는 것은 명시적으로 거절해야 합니다.",
    en: "If the source is faster, elements wait, pile up or are dropped. To avoid all three, the consumer has to keep up, and any excess has to be rejected explicitly.",
  },
  costs: { ko: "대가:", en: "What it costs:" },
  near: { ko: "이 페이지에서는:", en: "On this page:" },
  see: { ko: "시나리오에서 보기", en: "See it in a scenario" },
  seeNear: { ko: "가까운 것을 시나리오에서 보기", en: "See something close" },
  others: { ko: "같은 효과를 내는 다른 방법", en: "Other ways to do the same" },
} as const satisfies Record<string, Text>;

export const questionWords = {
  library: { ko: "어떤 라이브러리를 씁니까?", en: "Which library do you use?" },
  loss: { ko: "요소를 잃어도 됩니까?", en: "May elements be lost?" },
  keep: { ko: "넘칠 때 무엇을 남겨야 합니까?", en: "What should be kept when there is too much?" },
  wait: { ko: "소스가 기다릴 수 있습니까?", en: "Can the source wait?" },
  rate: { ko: "넘으면 안 되는 속도가 있습니까?", en: "Is there a rate that must not be exceeded?" },
  memory: { ko: "메모리에 한도가 있습니까?", en: "Is memory bounded?" },
} as const satisfies Record<ChooserQuestion, Text>;

export const questionHints = {
  library: {
    ko: "같은 일을 하는 연산자도 라이브러리마다 이름이 다르고, 없는 라이브러리도 있습니다.",
    en: "The same operator has different names in different libraries, and some have none.",
  },
  loss: {
    ko: "결제나 주문이라면 아니요. 화면에 그릴 측정값이라면 예.",
    en: "Payments and orders: no. Readings for a chart: yes.",
  },
  keep: {
    ko: "무언가는 버려야 합니다. 현재 온도라면 최신 값 하나, 로그라면 최근의 것이나 오류를 남겨야 합니다.",
    en: "Something has to be dropped. For a temperature, only the newest value counts; for logs, the recent ones or the errors.",
  },
  wait: {
    ko: "파일을 읽는 쪽은 기다릴 수 있습니다. 센서나 사용자의 클릭은 기다려 주지 않습니다.",
    en: "A program that reads a file can wait. A sensor or a user’s click can’t.",
  },
  rate: {
    ko: "초당 10건만 받는 외부 API처럼, 소비자가 더 빨라도 지켜야 하는 속도입니다.",
    en: "For example, an external API that takes ten calls a second, however fast your consumer is.",
  },
  memory: {
    ko: "얼마나 몰릴지 미리 알고 그만큼의 메모리가 있을 때만 ‘아니요’를 고르세요.",
    en: "Answer no only if you know how large a burst gets and have memory for all of it.",
  },
} as const satisfies Record<ChooserQuestion, Text>;

export const answerWords = {
  yes: { ko: "예", en: "Yes" },
  no: { ko: "아니요", en: "No" },
  channel: { ko: "Kotlin 채널", en: "Kotlin channels" },
  flow: { ko: "Kotlin Flow", en: "Kotlin Flow" },
  rxjava: { ko: "RxJava", en: "RxJava" },
  reactor: { ko: "Reactor", en: "Reactor" },
  pekko: { ko: "Akka / Pekko", en: "Akka / Pekko" },
  node: { ko: "Node.js · 웹 스트림", en: "Node.js, Web streams" },
  newest: { ko: "최신 값 하나", en: "Only the newest" },
  recent: { ko: "최근의 것 여러 개", en: "The latest few" },
  first: { ko: "먼저 온 것", en: "What came first" },
  important: { ko: "더 중요한 것", en: "The most important" },
} as const satisfies Record<ChooserAnswer, Text>;

export const needWords = {
  wait: { ko: "소스를 기다리게 하기", en: "Let the source wait" },
  rate: { ko: "정해진 속도로 보내기", en: "Limit the rate" },
  unbounded: { ko: "모두 쌓아 두기", en: "Keep everything" },
  impossible: { ko: "그런 버퍼는 없습니다", en: "No buffer can do that" },
  newest: { ko: "최신 값만 남기기", en: "Keep only the newest" },
  recent: { ko: "가장 오래된 것부터 버리기", en: "Drop the oldest" },
  first: { ko: "새로 온 것을 버리기", en: "Drop the incoming one" },
  important: { ko: "덜 중요한 것부터 버리기", en: "Drop the least important" },
} as const satisfies Record<Need, Text>;

export const costWords = {
  wait: {
    ko: "소스가 소비자의 속도로 느려지고, 그 위쪽도 함께 기다립니다.",
    en: "the source slows down to the consumer’s rate, and everything upstream of it waits too.",
  },
  rate: {
    ko: "더 처리할 수 있을 때도 소비자가 쉽니다.",
    en: "the consumer idles even when it could do more.",
  },
  unbounded: {
    ko: "소스가 더 빠른 동안 메모리와 대기 시간이 끝없이 늘어납니다. 언젠가 끝나는 몰림에만, 깊이에 경보를 걸고 쓰세요.",
    en: "memory and waiting times grow as long as the source is faster. Use it only for bursts that end, with an alert on the depth.",
  },
  impossible: {
    ko: "보낸 쪽이 거절을 받아 다시 시도하거나 포기해야 합니다.",
    en: "the sender is told and has to retry or give up.",
  },
  newest: {
    ko: "그사이의 값은 사라집니다. 하나하나가 사건인 데이터에는 맞지 않습니다.",
    en: "values in between are lost. Wrong if every element is an event.",
  },
  recent: {
    ko: "기록에 빈 곳이 생깁니다. 잃은 수를 직접 세지 않으면 아무도 모릅니다.",
    en: "the record has gaps, and nobody knows unless you count them.",
  },
  first: {
    ko: "과부하가 이어지면, 처리되는 것은 모두 가득 찬 버퍼를 거친 오래된 요소입니다.",
    en: "under lasting overload, everything processed is old, because it has come through a full buffer.",
  },
  important: {
    ko: "중요한 것만으로 소비자가 바쁘면 나머지는 차례가 오지 않습니다.",
    en: "if important ones alone keep the consumer busy, the others never get their turn.",
  },
} as const satisfies Record<Need, Text>;
