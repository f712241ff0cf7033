/** Words for why an operator of a library suits a need, and how to use it. */
import type { Text } from "../../../i18n/index.ts";
import type { Library, Need } from "../../../scenarios/index.ts";

type Reasons = Readonly<Record<Need, Text>>;

export const channelReasons = {
  wait: {
    ko: "n개가 기다리면 send가 멈추고, 하나가 나가야 생산자가 다시 갑니다. n은 흔히 한 번에 몰리는 수면 충분합니다.",
    en: "Once n elements wait, send suspends until one is taken. Make n as large as a typical burst, no larger.",
  },
  rate: {
    ko: "kotlinx.coroutines에는 속도 제한기가 없습니다. 토큰 버킷을 직접 두면 토큰이 들어올 때까지 생산자가 멈춥니다.",
    en: "kotlinx.coroutines has no rate limiter. Your own token bucket before send suspends the producer until a token arrives.",
  },
  unbounded: {
    ko: "send가 멈추는 일이 없고, 오는 것을 모두 담습니다.",
    en: "send never suspends, and everything is kept.",
  },
  impossible: {
    ko: "trySend는 기다리지 않고 거절됐음을 바로 알리므로, 보낸 쪽이 오류로 답하거나 나중에 다시 보낼 수 있습니다.",
    en: "trySend never waits and reports a rejection at once: the sender can answer with an error or try again later.",
  },
  newest: {
    ko: "칸은 하나이고, 아직 꺼내 가지 않은 값은 새 값으로 덮어씁니다. 센서가 여럿이면 채널도 하나씩 두세요.",
    en: "There is one slot, and a new element replaces one that has not been taken yet. With several sensors, give each its own channel.",
  },
  recent: {
    ko: "send는 멈추지 않습니다. 자리가 없으면 가장 오래 기다린 것이 버려지고, onUndeliveredElement가 그것을 알려 줍니다.",
    en: "send never suspends. When there is no room, the element that has waited longest is dropped and passed to onUndeliveredElement.",
  },
  first: {
    ko: "버퍼에 있던 것은 그대로 있고, send는 새 요소를 받은 것처럼 돌아옵니다. trySend도 같은 요소를 잃지만 그 사실을 알려 줍니다.",
    en: "The buffer keeps what it has, and send returns as if the new element had been accepted. trySend loses the same element but reports it.",
  },
  important: {
    ko: "채널은 순서를 바꾸지 않습니다. 채널 대신 직접 만든 큐를 두세요. 가득 차면 가장 덜 중요한 것을 버리고, take는 가장 중요한 것부터 꺼냅니다.",
    en: "A channel keeps its order. Use your own queue instead: when it is full, it drops the least important element, and take returns the most important first.",
  },
} as const satisfies Reasons;

export const flowReasons = {
  wait: {
    ko: "emit과 collect가 n칸을 사이에 두고 나란히 돕니다. 칸이 다 차면 emit이 기다립니다. buffer가 없으면 emit은 값 하나의 처리가 끝날 때까지 기다립니다.",
    en: "emit and collect run side by side with n places in between, and emit waits when they are full. Without buffer, it waits for the processing of each value.",
  },
  rate: {
    ko: "Flow의 debounce와 sample은 값을 버립니다. onEach 안의 delay는 하나도 버리지 않고 그동안 emit이 기다리게 합니다.",
    en: "Flow’s own debounce and sample drop values. A delay in onEach drops none: emit waits that long.",
  },
  unbounded: {
    ko: "emit은 수집기를 기다리지 않고, 값은 모두 남습니다.",
    en: "emit never waits for the collector, and every value is kept.",
  },
  impossible: {
    ko: "MutableSharedFlow의 tryEmit은 자리가 없으면 바로 false를 돌려줍니다. 수집기가 하나도 없으면 true를 돌려주고 값은 사라지므로(replay만큼만 남음) 주의하세요.",
    en: "tryEmit of a MutableSharedFlow returns false at once when there is no room. Note that with no collector at all it returns true, and the value is lost unless it is replayed.",
  },
  newest: {
    ko: "수집기는 늘 가장 최근 값을 받고, 처리하는 동안 온 나머지는 건너뜁니다. collectLatest는 하던 처리까지 취소합니다. sample은 정한 주기마다, debounce는 값이 멈춘 뒤에만 내보냅니다.",
    en: "The collector always gets the latest value and skips the others that came while it worked. collectLatest also cancels the work. sample emits once every period, debounce only after a pause.",
  },
  recent: {
    ko: "emit은 바로 돌아오고, n칸이 다 차면 가장 오래된 값이 버려집니다. MutableSharedFlow에도 같은 정책을 줄 수 있습니다.",
    en: "emit returns at once; when the n places are full, the oldest value is dropped. A MutableSharedFlow accepts the same policy.",
  },
  first: {
    ko: "n칸이 다 차면 지금 내보낸 값을 버리고, emit은 평소처럼 돌아옵니다.",
    en: "When the n places are full, the value just emitted is dropped, and emit returns as usual.",
  },
  important: {
    ko: "무엇이 중요한지 아는 연산자는 없습니다. 직접 만든 우선순위 큐에 모으고, 다른 코루틴이 거기서 꺼내게 하세요.",
    en: "No operator knows what is important. Collect into your own priority queue, and let a second coroutine take from it.",
  },
} as const satisfies Reasons;

export const rxjavaReasons = {
  wait: {
    ko: "generate, fromIterable, 파일처럼 요청을 따르는 소스는 observeOn이 요청한 만큼만 만듭니다. 처음에 n개, 그 뒤로는 그 3/4씩입니다.",
    en: "A source that respects requests, such as generate, fromIterable or a file, makes only what observeOn requests: n, then three quarters of it at a time.",
  },
  rate: {
    ko: "throttleFirst와 sample은 버립니다. concatMap에 delay를 두면 앞의 것이 지나가야 다음 것을 꺼내고, 미리 요청하는 것은 하나뿐입니다.",
    en: "throttleFirst and sample drop elements. concatMap with a delay takes the next element only when the previous one is through, and requests one ahead.",
  },
  unbounded: {
    ko: "끝없이 요청하고, 구독자가 아직 요청하지 않은 것을 한도 없이 쌓아 둡니다.",
    en: "It requests without limit and keeps everything the subscriber has not requested yet.",
  },
  impossible: {
    ko: "용량만 주면 넘칠 때 MissingBackpressureException으로 끝납니다. 버퍼에 있던 것도 함께 잃고, 실제로는 다음 2의 거듭제곱까지 담습니다.",
    en: "With a capacity alone, an overflow ends the stream with a MissingBackpressureException. Its buffered elements are lost too, and it actually holds up to the next power of two.",
  },
  newest: {
    ko: "요청받지 않은 것 가운데 가장 새로운 것 하나를 남깁니다. 아래의 observeOn이 {prefetch}개를 미리 요청하므로 bufferSize를 1로 낮추세요. 그대로 두면 오래된 값부터 받습니다.",
    en: "It keeps the newest of the elements not requested. But observeOn below requests {prefetch} ahead: set its bufferSize to 1, or the subscriber gets old values first.",
  },
  recent: {
    ko: "자리는 정확히 n개입니다. 가장 오래 기다린 것이 버려지고, 넷째 인자 onDropped가 그것을 받습니다.",
    en: "It has exactly n places. The element that has waited longest is dropped and passed to the fourth argument, onDropped.",
  },
  first: {
    ko: "요청받지 않은 것은 버려지는데, observeOn이 n개를 요청해 두었으므로 그만큼이 자리입니다. DROP_LATEST를 쓰지 마세요. RxJava의 DROP_LATEST는 버퍼의 마지막을 새것으로 바꿉니다.",
    en: "It drops what is not requested, and observeOn has requested n: those are the places. Don’t use DROP_LATEST: RxJava’s drops the newest in the buffer and keeps the incoming one.",
  },
  important: {
    ko: "둘로 나누어 중요한 것은 버퍼에 두고 나머지는 버리세요. merge는 어느 쪽도 먼저 꺼내지 않으므로 중요한 것도 기다릴 수 있습니다.",
    en: "Split the stream: a buffer for important elements, a drop for the rest. merge prefers neither, so important ones may still have to wait.",
  },
} as const satisfies Reasons;

export const reactorReasons = {
  wait: {
    ko: "처음에 n개를, 그 3/4이 내려갈 때마다 그만큼을 요청합니다. 요청을 따르는 소스(generate, onRequest가 있는 create)는 그동안 기다립니다.",
    en: "It requests n, and three quarters of it again each time that many have been passed on. A source that respects requests (generate, create with onRequest) waits meanwhile.",
  },
  rate: {
    ko: "요소마다 정한 시간을 쉬고, 내려간 만큼만 더 요청합니다. limitRate는 한 번에 요청하는 수를 제한할 뿐 속도를 제한하지 않습니다.",
    en: "It pauses before each element and requests more only as they are passed on. limitRate won’t do: it limits how many are requested at a time, not a rate.",
  },
  unbounded: {
    ko: "끝없이 요청하고 받은 것을 모두 쌓아 둡니다. create도 따로 정하지 않으면 그렇게 합니다(BUFFER).",
    en: "It requests without limit and keeps everything. So does create by default (BUFFER).",
  },
  impossible: {
    ko: "n개를 넘으면 쌓아 둔 것을 다 넘긴 뒤 OverflowException으로 끝납니다. RxJava와 달리 버퍼에 있던 것은 잃지 않습니다.",
    en: "Beyond n, it passes on what it holds and then ends the stream with an OverflowException. Unlike RxJava’s, it loses nothing that was buffered.",
  },
  newest: {
    ko: "요청받지 않은 것 가운데 가장 새로운 것 하나를 남깁니다. 아래의 publishOn이 {prefetch}개를 미리 요청하므로 prefetch를 1로 낮추세요. 그대로 두면 오래된 값부터 받습니다.",
    en: "It keeps the newest of the elements not requested. But publishOn below requests {prefetch} ahead: set its prefetch to 1, or the subscriber gets old values first.",
  },
  recent: {
    ko: "자리는 정확히 n개입니다. 가장 오래 기다린 것이 버려지고 콜백이 그것을 받습니다. 오래된 값이 쓸모없다면 수명(ttl)을 주는 형태를 쓰세요.",
    en: "It has exactly n places. The element that has waited longest is dropped and passed to the callback. The form with a ttl also drops elements that are too old.",
  },
  first: {
    ko: "버퍼는 그대로 있고 새로 온 것이 콜백으로 갑니다. onBackpressureDrop은 버퍼 없이 그렇게 합니다.",
    en: "The buffer keeps what it has, and the callback gets the incoming element. onBackpressureDrop does so without a buffer.",
  },
  important: {
    ko: "둘로 나누어 중요한 것은 버퍼에 두고 나머지는 버리세요. mergePriority는 와 있는 것 가운데 byRank가 앞세우는 것부터 꺼냅니다.",
    en: "Split the stream: a buffer for important elements, a drop for the rest. Of the elements available, mergePriority takes first what byRank ranks first.",
  },
} as const satisfies Reasons;

export const pekkoReasons = {
  wait: {
    ko: "n개가 차면 더 요청하지 않고, 소스는 만들지 않습니다. 이것이 없어도 요청은 하나씩만 올라갑니다. 버퍼는 몰리는 양을 고르게 할 뿐입니다. 스트림 밖에서 넣는다면 Source.queue로 받고, offer의 답이 온 뒤에 다음 것을 내놓으세요.",
    en: "At n it requests no more, and the source makes nothing. Even without it, demand goes up one by one; the buffer only evens out bursts. From outside the stream, use Source.queue and offer the next element only after the answer.",
  },
  rate: {
    ko: "요소마다 토큰을 하나 쓰고, 토큰은 1초에 n개 생깁니다. 토큰이 없으면 요소를 기다리게 하고 더 요청하지 않습니다.",
    en: "Each element costs a token, and n tokens arrive per second. Without one, it holds the element and requests no more.",
  },
  unbounded: {
    ko: "한도 없는 버퍼는 없습니다. 요청이 없는 동안 목록에 모으고(joined는 목록에 하나를 더하는 함수) 아래에서 다시 푸세요. 이때 커지는 것은 그 목록입니다.",
    en: "There is no unbounded buffer. Collect into a list while there is no demand (joined adds one to it), and take it apart below. The list is what grows.",
  },
  impossible: {
    ko: "n개가 기다리고 있으면 offer가 바로 Dropped라고 답하므로, 보낸 쪽이 그 요소를 거절하거나 나중에 다시 보낼 수 있습니다. 스트림 중간의 buffer(n, fail())은 하나가 넘치면 스트림을 끝내고, 버퍼에 있던 것도 잃습니다.",
    en: "While n elements wait, offer returns Dropped at once: the sender can reject that element or try again later. In the middle of a stream, buffer(n, fail()) ends the stream at the first element too many, and what was buffered is lost too.",
  },
  newest: {
    ko: "한 칸짜리 버퍼에서 새것이 앞의 것을 밀어냅니다. conflate((old, latest) -> latest)도 같습니다. 아래에 .async()가 있으면 {prefetch}개를 미리 요청하므로 inputBuffer(1, 1)을 주세요.",
    en: "A buffer of one, in which the new element pushes out the previous one. conflate((old, latest) -> latest) does the same. An .async() below requests {prefetch} ahead: set inputBuffer(1, 1).",
  },
  recent: {
    ko: "버퍼는 가득 차도 계속 요청합니다. 새것이 오면 가장 오래 기다린 것이 버려지고, 소스는 느려지지 않습니다.",
    en: "It keeps requesting when it is full. Each element that arrives then replaces the one that has waited longest; the source is not slowed down.",
  },
  first: {
    ko: "n개가 기다리고 있으면 offer가 Dropped라고 답하므로 보낸 쪽이 압니다. 스트림 중간의 dropNew도 같은 것을 잃지만 지원이 중단될 예정이고 Pekko 2.0에는 없습니다.",
    en: "While n elements wait, offer returns Dropped, so the sender knows. In the middle of a stream, dropNew loses the same, but it is deprecated and gone from Pekko 2.0.",
  },
  important: {
    ko: "둘 다 와 있으면 열에 아홉은 중요한 쪽을 꺼냅니다. 나머지는 오래된 것부터 버리는 버퍼 뒤에 두세요. 중요한 쪽의 소스는 요청을 기다릴 수 있어야 합니다.",
    en: "If both are available, it takes the important one nine times in ten. Put the others behind a buffer that drops its oldest. The source of the important ones must be able to wait for demand.",
  },
} as const satisfies Reasons;

export const nodeReasons = {
  wait: {
    ko: "write()가 false를 돌려주면 pipeline이 소스를 멈추고 'drain'에 다시 흐르게 하며, 오류도 처리합니다. 직접 쓴다면 false마다 'drain'을, 웹 스트림이라면 쓰기 전에 writer.ready를 기다리세요.",
    en: "pipeline pauses the source when write() returns false, resumes it on 'drain', and handles errors. If you write yourself, await 'drain' after each false; in Web streams, await writer.ready before each write.",
  },
  rate: {
    ko: "스트림에는 속도를 제한하는 기능이 없습니다. 반복문에서 쉬면 그동안 다음 것을 읽지 않고, 소스는 기준선까지 채운 뒤 기다립니다.",
    en: "Streams have no rate limit. While the loop pauses, nothing more is read; the source fills its buffer to the mark and waits.",
  },
  unbounded: {
    ko: "write()는 무엇을 돌려주든 오는 것을 모두 담습니다. 답을 확인하지 않는 프로그램은 늘 이렇게 됩니다.",
    en: "write() keeps everything, whatever it returns. A program that ignores the answer always gets this.",
  },
  impossible: {
    ko: "write()의 false는 거절이 아닙니다. 그 요소는 이미 담겼습니다. 쓰기 전에 writableNeedDrain을 보고, 예를 들어 503으로 답하여 직접 거절하세요.",
    en: "false from write() is not a rejection: the element has been kept. Check writableNeedDrain first and reject it yourself, for instance with a 503.",
  },
  newest: {
    ko: "스트림은 버리지 않습니다. 끝 앞에 한 칸짜리 목록을 직접 두고, 쓸 수 있으면 바로, 아니면 'drain'에 쓰세요. 기준선이 1이면 끝에 오래된 것이 쌓이지 않습니다.",
    en: "Streams never drop. Keep your own list of one before the sink, and write from it at once if the sink needs no drain, else on 'drain'. With a mark of 1, no old elements pile up in the sink.",
  },
  recent: {
    ko: "스트림은 버리지 않습니다. 끝 앞에 목록을 직접 두고, 넘치면 앞에서 하나를 버리고, 'drain'에 다시 쓰세요. 기준선은 1로 둡니다.",
    en: "Streams never drop. Keep your own list before the sink, drop from its head when it is too long, and go on writing on 'drain'. Set the mark to 1.",
  },
  first: {
    ko: "스트림은 버리지 않습니다. 'drain'을 기다리는 동안에는 쓰지 말고, 그동안 온 것을 버리며 세세요.",
    en: "Streams never drop. Don’t write while the sink needs a drain: drop and count what arrives meanwhile.",
  },
  important: {
    ko: "스트림은 버리지 않고 순서도 바꾸지 않습니다. 목록을 직접 두고, 넘치면 가장 덜 중요한 것을 버리고, 'drain'마다 가장 중요한 것을 쓰세요.",
    en: "Streams never drop, and they keep their order. Keep your own list, drop the least important element when it is too long, and write the most important on each 'drain'.",
  },
} as const satisfies Reasons;

/** The reasons of a library, by need. */
export function reasonsOf(library: Library): Reasons {
  return {
    channel: channelReasons,
    flow: flowReasons,
    rxjava: rxjavaReasons,
    reactor: reactorReasons,
    pekko: pekkoReasons,
    node: nodeReasons,
  }[library];
}

/** What the page shows instead, where it has no program with the operator. */
export const nearWords: Readonly<Partial<Record<`${Library} ${Need}`, Text>>> = {
  "flow important": {
    ko: "flow 대신 생산자가 그런 큐를 채웁니다.",
    en: "a producer instead of a flow fills such a queue.",
  },
  "rxjava important": {
    ko: "나머지가 어떻게 되는지 볼 수 있습니다. observeOn 위의 onBackpressureDrop입니다.",
    en: "you see what happens to the rest: onBackpressureDrop above observeOn.",
  },
  "reactor important": {
    ko: "나머지가 어떻게 되는지 볼 수 있습니다. publishOn 위의 onBackpressureDrop입니다.",
    en: "you see what happens to the rest: onBackpressureDrop above publishOn.",
  },
  "pekko unbounded": {
    ko: "conflate가 모으지 않고 셉니다. 나오는 수가 목록의 길이입니다.",
    en: "conflate counts instead of collecting: each number is how long the list would be.",
  },
  "pekko important": {
    ko: "나머지가 어떻게 되는지 볼 수 있습니다. buffer(n, dropHead())입니다.",
    en: "you see what happens to the rest: buffer(n, dropHead()).",
  },
  "node important": {
    ko: "그런 목록을 볼 수 있습니다. 다만 가장 덜 중요한 것이 아니라 가장 오래된 것을 버립니다.",
    en: "you see such a list, which drops its oldest element instead of the least important.",
  },
};
