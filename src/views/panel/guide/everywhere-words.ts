/** Words of best practice: what all libraries have in common, and how they differ. */
import type { Text } from "../../../i18n/index.ts";
import type { DEFAULT_SIZES } from "./default-sizes.ts";

export const everywhereWords = {
  same: { ko: "어디서나 같은 것", en: "What is the same everywhere" },
  differs: {
    ko: "따로 정하지 않으면 라이브러리마다 다른 것",
    en: "What differs by default",
  },
  library: { ko: "라이브러리", en: "Library" },
} as const satisfies Record<string, Text>;

type Point = "bound" | "who" | "depth" | "memory" | "lose";

export const pointTitles = {
  bound: { ko: "한도를 두세요", en: "Bound it" },
  who: { ko: "무엇이 기다리는지 알아 두세요", en: "Know what waits" },
  depth: { ko: "깊이를 지켜보세요", en: "Watch the depth" },
  memory: { ko: "메모리를 지켜보세요", en: "Watch the memory" },
  lose: { ko: "무엇을 잃을지 정하세요", en: "Decide what to lose" },
} as const satisfies Record<Point, Text>;

export const pointWords = {
  bound: {
    ko: "모든 버퍼에 한도를 두세요. 직접 만들지 않은 것, 곧 create의 버퍼나 풀 앞의 큐도 버퍼입니다.",
    en: "Bound every buffer, including those you didn’t write: the one in create, the queue in front of a pool.",
  },
  who: {
    ko: "멈춘 send, 바닥난 요청, false라는 답을 끝까지 따라가세요. 기다릴 수 없는 소스를 만나면 손실이나 메모리 증가로 이어집니다.",
    en: "Follow a suspended send, a demand of 0 or an answer of false to its end. If it meets a source that can’t wait, it turns into loss or memory use.",
  },
  depth: {
    ko: "버퍼의 깊이는 가장 먼저 나타나는 신호입니다. 무엇이 실패하기 훨씬 전에 늘어나고, 깊이를 처리 속도로 나누면 대기 시간이 됩니다.",
    en: "The depth of a buffer is the first sign: it grows long before anything fails. Divided by the throughput, it gives the waiting time.",
  },
  memory: {
    ko: "수집이 끝난 뒤에도 남는 힙을 재세요. 요소의 크기가 제각각이거나 한도 없는 버퍼가 있으면 깊이보다 먼저 알려 줍니다. 이 값이 수집할 때마다 높아지면 누수입니다.",
    en: "Measure what the heap still holds after a collection. Where elements differ in size, or a buffer has no bound, it tells sooner than the depth. If it rises from one collection to the next, there is a leak.",
  },
  lose: {
    ko: "소스가 기다릴 수 없다면 무언가는 잃습니다. 무엇을 버릴지 먼저 정하고, 세고, 보낸 쪽에 알리세요.",
    en: "If the source can’t wait, something is lost. Decide what, count it, and tell the sender.",
  },
} as const satisfies Record<Point, Text>;

/** A row of the table: a library, or Web streams. */
export type Row = keyof typeof DEFAULT_SIZES;

export const rowNames = {
  channel: { ko: "Kotlin 채널", en: "Kotlin channels" },
  flow: { ko: "Kotlin Flow", en: "Kotlin Flow" },
  rxjava: { ko: "RxJava", en: "RxJava" },
  reactor: { ko: "Reactor", en: "Reactor" },
  pekko: { ko: "Akka / Pekko", en: "Akka / Pekko" },
  node: { ko: "Node.js", en: "Node.js" },
  web: { ko: "웹 스트림", en: "Web streams" },
} as const satisfies Record<Row, Text>;

export const columnNames = {
  slowed: { ko: "느려지는 쪽", en: "What slows down" },
  demand: { ko: "요청", en: "Demand" },
  size: { ko: "크기", en: "Size" },
  overflow: { ko: "넘치면", en: "At overflow" },
} as const satisfies Record<string, Text>;

export const slowedWords = {
  channel: { ko: "send를 호출한 코루틴", en: "the coroutine in send" },
  flow: { ko: "emit을 호출한 쪽", en: "the emitter, in emit" },
  rxjava: {
    ko: "요청을 따르는 소스. interval은 무시하고, create는 requested()를 볼 때만 따름",
    en: "a source that respects requests; interval doesn’t, create only if it asks requested()",
  },
  reactor: {
    ko: "요청을 따르는 소스. interval은 무시하고, create는 onRequest로 따를 수 있음",
    en: "a source that respects requests; interval doesn’t, create may, with onRequest",
  },
  pekko: {
    ko: "모든 단계와 소스가 저절로. tick과 queue는 예외",
    en: "every stage and the source, automatically; except tick, and the callers of a queue",
  },
  node: {
    ko: "write()의 false를 따르는 쪽. pipe와 pipeline은 따름",
    en: "the caller that respects false from write(); pipe and pipeline do",
  },
  web: {
    ko: "writer.ready를 기다리는 쪽. pipeTo는 기다림",
    en: "the caller that awaits writer.ready; pipeTo does",
  },
} as const satisfies Record<Row, Text>;

export const demandWords = {
  channel: {
    ko: "요청은 없고, 자리가 없으면 send가 멈춤",
    en: "none: send suspends if there is no room",
  },
  flow: {
    ko: "요청은 없고, collect 블록이 끝나야 emit이 돌아옴",
    en: "none: emit returns when the collect block is done",
  },
  rxjava: {
    ko: "request(n): {size}개, 그 뒤 {again}개씩",
    en: "request(n): {size}, then {again} at a time",
  },
  reactor: {
    ko: "request(n): {size}개, 그 뒤 {again}개씩",
    en: "request(n): {size}, then {again} at a time",
  },
  pekko: {
    ko: "pull 하나씩. .async()에서는 {size}개, 그 뒤 {again}개씩",
    en: "one pull at a time; at .async() {size}, then {again} at a time",
  },
  node: {
    ko: "true나 false로 답하고, 다 비면 'drain'",
    en: "true or false as an answer, and 'drain' once it is empty",
  },
  web: {
    ko: "자리가 하나 나자마자 writer.ready",
    en: "writer.ready, as soon as there is room for one",
  },
} as const satisfies Record<Row, Text>;

export const sizeWords = {
  channel: { ko: "Channel() 0, BUFFERED {size}", en: "Channel() 0, BUFFERED {size}" },
  flow: { ko: "없음. buffer()와 flowOn {size}", en: "none; buffer() and flowOn {size}" },
  rxjava: { ko: "observeOn {size}", en: "observeOn {size}" },
  reactor: { ko: "publishOn {size}", en: "publishOn {size}" },
  pekko: { ko: ".async()에 {size}, 그 밖에는 없음", en: "{size} at .async(), none elsewhere" },
  node: { ko: "highWaterMark {size}(객체)", en: "highWaterMark {size} (objects)" },
  web: { ko: "highWaterMark {size}", en: "highWaterMark {size}" },
} as const satisfies Record<Row, Text>;

export const overflowWords = {
  channel: { ko: "기다림(SUSPEND)", en: "waits (SUSPEND)" },
  flow: { ko: "기다림(SUSPEND)", en: "waits (SUSPEND)" },
  rxjava: {
    ko: "MissingBackpressureException. onBackpressureBuffer()는 끝없이 쌓음",
    en: "MissingBackpressureException; onBackpressureBuffer() has no bound",
  },
  reactor: {
    ko: "create와 onBackpressureBuffer()는 끝없이 쌓음. interval은 오류",
    en: "create and onBackpressureBuffer() have no bound; interval fails",
  },
  pekko: {
    ko: "기다림. buffer에는 항상 전략을 지정함",
    en: "waits; buffer always takes a strategy",
  },
  node: { ko: "받아 두어 메모리가 참", en: "kept, so memory fills" },
  web: { ko: "받아 두어 메모리가 참", en: "kept, so memory fills" },
} as const satisfies Record<Row, Text>;
