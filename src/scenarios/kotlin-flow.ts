import { linesOf, lost, madeByMs, printed } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** What stands between emit and collect: nothing, a buffer, one slot, a cancellation, or a flow that many share. */
export const kotlinFlow = defineScenario({
  id: "kotlin-flow",
  revision: 1,
  question: {
    ko: "flow 블록은 값을 하나 emit하고 100ms를 쉽니다. collect 블록은 값 하나에 500ms가 걸립니다. 그 사이에 연산자는 없습니다. 값은 몇 ms마다 나올까요?",
    en: "A flow block emits a value and then pauses for 100 ms. The collect block takes 500 ms per value. There is no operator between them. How often is a value emitted?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "100ms마다. collect가 못 따라간 값은 쌓여서 기다립니다.",
        en: "Every 100 ms. Values that collect can’t keep up with pile up and wait.",
      },
      why: {
        ko: "쌓일 곳이 없습니다. flow에는 큐도 채널도 없고, emit은 collect의 블록을 호출할 뿐입니다.",
        en: "There is nowhere to pile up. A flow has no queue and no channel: emit simply calls the collect block.",
      },
    },
    {
      right: false,
      text: {
        ko: "500ms마다. 쉬는 동안에도 처리는 계속됩니다.",
        en: "Every 500 ms. The pause passes while the work goes on.",
      },
      why: {
        ko: "그러려면 코루틴이 둘이어야 합니다. buffer(n)을 넣으면 그렇게 되지만, 여기서는 한 코루틴이 번갈아 합니다.",
        en: "That takes two coroutines. buffer(n) gives you two; here one coroutine does both in turn.",
      },
    },
    {
      right: true,
      text: {
        ko: "600ms마다. 처리가 끝나야 쉬기 시작합니다.",
        en: "Every 600 ms. The pause starts when the work is done.",
      },
      why: {
        ko: "emit은 collect의 블록이 끝나야 돌아옵니다. 처리 500ms와 쉬는 100ms가 차례로 이어지고, 이것이 Flow의 배압입니다.",
        en: "emit returns only when the collect block has finished. 500 ms of work and 100 ms of pause follow one another: this is a flow’s backpressure.",
      },
    },
    {
      right: false,
      text: {
        ko: "100ms마다. 처리하는 동안 나온 값은 버려집니다.",
        en: "Every 100 ms. Values emitted during the work are lost.",
      },
      why: {
        ko: "버리려면 conflate()처럼 버리는 연산자를 써야 합니다. 연산자가 없는 flow는 하나도 잃지 않습니다.",
        en: "Values are lost only if you ask for it, for example with conflate(). A flow without an operator loses nothing.",
      },
    },
  ],
  showsAtMs: 3_000,
  notice: [
    {
      ko: "코드에 표시는 둘이지만 코루틴은 하나입니다. 생산자가 emit에 있는 동안 수집기는 delay에 있고, 둘이 동시에 움직이는 일은 없습니다.",
      en: "The code has two marks, but there is only one coroutine: while the producer is in emit, the collector is in its delay. They never run at the same time.",
    },
    {
      ko: "buffer(3)을 넣으면 코루틴이 둘이 되고 그 사이에 세 칸짜리 채널이 생깁니다. 쉬는 시간이 처리 시간에 가려져 값 하나에 500ms가 됩니다.",
      en: "buffer(3) creates two coroutines with a channel of capacity 3 between them. The pause is hidden behind the work, and each value takes 500 ms.",
    },
    {
      ko: "buffer(2).buffer(3)은 버퍼 둘이 아니라 다섯 칸짜리 채널 하나입니다. 이어진 buffer는 하나로 합쳐집니다.",
      en: "buffer(2).buffer(3) is not two buffers but one channel of capacity 5: adjacent buffers are fused.",
    },
    {
      ko: "conflate와 collectLatest는 둘 다 최신 값을 고르지만 버리는 것이 다릅니다. conflate는 기다리던 값을, collectLatest는 처리하던 값을 버립니다.",
      en: "conflate and collectLatest both prefer the newest value, but they lose different things: conflate drops the value that was waiting, collectLatest the one in progress.",
    },
    {
      ko: "debounce(300)은 값이 300ms 동안 오지 않기를 기다립니다. 100ms마다 오는 값은 서로를 밀어내기만 하다가, flow가 끝날 때 마지막 하나만 지나갑니다. sample(640)은 값이 쉬지 않아도 640ms마다 가장 최근 값을 하나씩 내보내는 대신, 끝에 남은 값을 잃습니다.",
      en: "debounce(300) waits until no value has come for 300 ms. Values that come every 100 ms only push each other out, and just the last one passes, when the flow ends. sample(640) lets the newest value pass every 640 ms, pause or no pause, but loses the one left at the end.",
    },
    {
      ko: "SharedFlow의 버퍼는 모두가 함께 씁니다. 값은 가장 느린 수집기가 가져갈 때까지 자리를 차지하므로, 하나가 느리면 emit도 다른 수집기도 그만큼 느려집니다.",
      en: "All collectors share a SharedFlow’s buffer. A value keeps its place until the slowest collector has taken it, so one slow collector slows down emit and all the others.",
    },
  ],
  claims: [
    {
      strategy: "flow-buffer",
      text: {
        ko: "연산자가 없으면 0, 600, 1,200ms에, 그리고 그 뒤로도 600ms마다 나오고, 30번째가 17,900ms에 처리됩니다.",
        en: "Without an operator, values are emitted at 0, 600 and 1,200 ms and every 600 ms after that; the 30th is done at 17,900 ms.",
      },
      holds: (run) =>
        Array.from({ length: 30 }, (_, i) => 600 * i).every(
          (atMs, i) => run.countsAt(atMs).made === i + 1 && run.countsAt(atMs + 599).made === i + 1,
        ) &&
        run.countsAt(17_899).done === 29 &&
        run.countsAt(17_900).done === 30,
    },
    {
      strategy: "flow-buffer",
      values: { operator: "buffer" },
      text: {
        ko: "buffer(3)이면 400ms에 emit이 처음 기다리고, 값마다 500ms가 되어 15,000ms에 끝납니다.",
        en: "With buffer(3), emit first waits at 400 ms; each value takes 500 ms, and everything is done at 15,000 ms.",
      },
      holds: (run) =>
        run.countsAt(399).held === 0 &&
        run.countsAt(400).held === 1 &&
        run.maxBuffered() === 3 &&
        run.countsAt(14_999).done === 29 &&
        run.countsAt(15_000).done === 30,
    },
    {
      strategy: "flow-buffer",
      values: { operator: "two-buffers" },
      text: {
        ko: "buffer(2).buffer(3)에는 최대 5개가 쌓입니다.",
        en: "With buffer(2).buffer(3), up to 5 values wait.",
      },
      holds: (run) => run.capacity === 5 && run.maxBuffered() === 5 && lost(run) === 0,
    },
    {
      strategy: "flow-buffer",
      values: { operator: "conflate" },
      text: {
        ko: "conflate()면 emit이 기다리지 않습니다. 0, 4, 9, 14, 19, 24, 29만 처리하고 23개를 버립니다.",
        en: "With conflate(), emit never waits: 0, 4, 9, 14, 19, 24 and 29 are done, and 23 values are dropped.",
      },
      holds: (run) => doneValues(run) === "0,4,9,14,19,24,29" && lost(run) === 23,
    },
    {
      strategy: "flow-buffer",
      values: { operator: "latest" },
      text: {
        ko: "collectLatest면 30개를 모두 시작하고 29개를 취소합니다. 3,400ms에 마지막 값 하나만 끝납니다.",
        en: "With collectLatest, all 30 are started and 29 cancelled; only the last one is done, at 3,400 ms.",
      },
      holds: (run) =>
        linesOf(run, "began").length === 30 &&
        doneValues(run) === "29" &&
        lost(run) === 29 &&
        run.countsAt(3_399).done === 0 &&
        run.countsAt(3_400).done === 1,
    },
    {
      strategy: "flow-debounce",
      text: {
        ko: "debounce(300)이면 100ms마다 오는 값은 하나도 지나가지 못합니다. flow가 3,000ms에 끝나면서 29번만 나와 3,500ms에 처리되고, 나머지 29개는 버려집니다.",
        en: "With debounce(300), no value passes while values come every 100 ms. When the flow ends at 3,000 ms, number 29 passes, and it is done at 3,500 ms; the other 29 values are dropped.",
      },
      holds: (run) =>
        run.countsAt(2_999).received === 0 &&
        run.countsAt(3_000).received === 1 &&
        run.countsAt(3_499).done === 0 &&
        doneValues(run) === "29" &&
        run.countsAt(3_500).done === 1 &&
        run.countsAt(run.durationMs).dropped === 29,
    },
    {
      strategy: "flow-debounce",
      values: { debounceMs: 50 },
      text: {
        ko: "debounce(50)이면 값마다 50ms 뒤에 지나갑니다. 수집기가 일하는 동안에는 emit이 기다리므로 하나도 버려지지 않고, 550ms마다 하나씩 처리됩니다.",
        en: "With debounce(50), each value passes after 50 ms. Because emit waits while the collector works, none is dropped: one is done every 550 ms.",
      },
      holds: (run) =>
        lost(run) === 0 &&
        run.countsAt(549).done === 0 &&
        run.countsAt(550).done === 1 &&
        run.countsAt(16_499).done === 29 &&
        run.countsAt(16_500).done === 30,
    },
    {
      strategy: "flow-sample",
      text: {
        ko: "sample(640)이면 640ms마다 가장 최근 값 6, 12, 19, 25가 지나갑니다. flow가 3,000ms에 끝날 때 남아 있던 29는 나오지 않습니다. emit은 한 번도 기다리지 않아 30번째 값이 2,900ms에 나옵니다.",
        en: "With sample(640), the newest value passes every 640 ms: 6, 12, 19 and 25. The 29 left when the flow ends at 3,000 ms never passes. emit never waits: the 30th value is emitted at 2,900 ms.",
      },
      holds: (run) =>
        doneValues(run) === "6,12,19,25" &&
        run.countsAt(2_899).made === 29 &&
        run.countsAt(2_900).made === 30 &&
        run.countsAt(run.durationMs).undelivered === 1 &&
        run.countsAt(run.durationMs).dropped === 25,
    },
    {
      strategy: "flow-on-each",
      text: {
        ko: "onEach 안의 delay(500)은 하나도 버리지 않습니다. 쉬는 500ms, 처리 500ms, 다시 쉬는 100ms가 이어져 값은 1,100ms마다 나옵니다.",
        en: "A delay(500) in onEach drops nothing. Its 500 ms, 500 ms of work and the emitter’s 100 ms follow one another: a value is emitted every 1,100 ms.",
      },
      holds: (run) =>
        lost(run) === 0 &&
        Array.from({ length: 18 }, (_, i) => 1_100 * i).every(
          (atMs, i) =>
            run.countsAt(atMs).made === i + 1 && run.countsAt(atMs + 1_099).made === i + 1,
        ),
    },
    {
      strategy: "shared-flow",
      text: {
        ko: "버퍼가 찬 뒤로는 빠른 수집기도 값을 500ms에 하나씩 받습니다. 마지막 값은 2,900ms가 아니라 13,000ms에 옵니다.",
        en: "Once the buffer is full, the fast collectors also get a value every 500 ms: the last arrives at 13,000 ms instead of 2,900 ms.",
      },
      holds: (run) =>
        tookAt(run, 0).slice(4).join() ===
          Array.from({ length: 26 }, (_, i) => 500 + 500 * i).join() && lost(run) === 0,
    },
    {
      strategy: "shared-flow",
      values: { sharedOverflow: "drop-oldest" },
      text: {
        ko: "DROP_OLDEST면 빠른 수집기는 2,900ms까지 30개를 모두 받고, 느린 수집기만 값을 놓칩니다.",
        en: "With DROP_OLDEST, the fast collectors have received all 30 by 2,900 ms; only the slow one misses values.",
      },
      holds(run) {
        const fast = tookAt(run, 0);
        return fast.length === 30 && fast.at(-1) === 2_900 && lost(run) > 0;
      },
    },
    {
      strategy: "shared-flow",
      values: { emitWith: "try-emit", subscribeMs: 750 },
      text: {
        ko: "750ms에 구독하면 그 전의 tryEmit 8번은 모두 true를 돌려주지만, 그 값들은 아무도 받지 못합니다.",
        en: "If the collectors subscribe at 750 ms, the 8 earlier calls of tryEmit all return true, but nobody ever receives those values.",
      },
      holds: (run) =>
        run.countsAt(749).undelivered === 8 &&
        run.countsAt(749).lost === 8 &&
        tookAt(run, 0)[0] === 800,
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량이 3인 채널은 buffer(3)과 똑같이 움직입니다. 400ms에 send가 처음 기다리고 15,000ms에 끝납니다.",
        en: "A channel of capacity 3 behaves like buffer(3): send first waits at 400 ms, and everything is done at 15,000 ms.",
      },
      holds: (run) =>
        run.countsAt(399).held === 0 &&
        run.countsAt(400).held === 1 &&
        run.countsAt(15_000).done === 30,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "Flow는 비동기이므로 생산자는 수집기를 기다리지 않습니다. SharedFlow의 수집기들은 서로 독립적이고, tryEmit이 true를 돌려주면 누군가 받은 것입니다.",
      en: "A flow is asynchronous, so its producer does not wait for the collector. The collectors of a SharedFlow are independent, and when tryEmit returns true, somebody has received the value.",
    },
    findings: [
      {
        strategy: "flow-buffer",
        text: {
          ko: "연산자가 없는 flow는 순차적입니다. {producerMs}ms를 쉬고 {consumerMs}ms 동안 처리하는 일이 한 코루틴에서 이어져, 값 {done}개가 {endMs}ms에 끝났습니다.",
          en: "A flow without an operator is sequential. One coroutine pauses for {producerMs} ms and works for {consumerMs} ms in turn: {done} values took until {endMs} ms.",
        },
        applies: (run) => run.values["operator"] === "none",
        numbers: (run) => ({
          producerMs: run.values["producerDelayMs"] as number,
          consumerMs: run.values["consumerDelayMs"] as number,
          done: run.countsAt(run.durationMs).done,
          endMs: run.end().atMs,
        }),
      },
      {
        strategy: "flow-buffer",
        example: { operator: "flow-on" },
        text: {
          ko: "flowOn을 쓰면 코루틴이 둘이 되고, 따로 지정하지 않은 버퍼 {places}칸이 함께 생깁니다. 여기서는 최대 {most}개가 쌓였습니다.",
          en: "flowOn creates two coroutines and a buffer that nobody asked for: {places} places, of which at most {most} were used here.",
        },
        applies: (run) => run.values["operator"] === "flow-on",
        numbers: (run) => ({ places: run.capacity, most: run.maxBuffered() }),
      },
      {
        strategy: "flow-buffer",
        example: { operator: "latest" },
        text: {
          ko: "collectLatest는 모두 시작하지만 모두 끝내지는 않습니다. {begun}개를 시작해 {cancelled}개를 취소하고 {done}개를 끝냈습니다.",
          en: "collectLatest starts everything but does not finish everything: of {begun} started, {cancelled} were cancelled and {done} done.",
        },
        applies: (run) => run.values["operator"] === "latest",
        numbers: (run) => ({
          begun: linesOf(run, "began").length,
          cancelled: lost(run),
          done: run.countsAt(run.durationMs).done,
        }),
      },
      {
        strategy: "flow-debounce",
        text: {
          ko: "debounce는 속도를 늦추는 연산자가 아니라 쉼을 찾는 연산자입니다. 여기서는 {timeoutMs}ms를 쉬는 때가 없어, flow가 끝날 때까지 하나도 지나가지 못했습니다. 값 {dropped}개는 새 값에 밀려 버려졌습니다.",
          en: "debounce does not slow values down: it looks for a pause. Here there was none of {timeoutMs} ms, and no value passed before the flow ended. Values overtaken by a newer one: {dropped}.",
        },
        applies: (run) =>
          run.countsAt(run.durationMs).dropped > 0 && run.countsAt(lastMadeMs(run)).received === 0,
        numbers: (run) => ({
          timeoutMs: Number(run.values["debounceMs"]),
          dropped: run.countsAt(run.durationMs).dropped,
        }),
      },
      {
        strategy: "flow-sample",
        text: {
          ko: "sample은 값의 수를 줄일 뿐 emit을 늦추지 않습니다. {made}개 가운데 {received}개가 지나갔고, {dropped}개는 표본 사이에서 버려졌으며, 끝에 남은 값 {undelivered}개는 나오지 않았습니다.",
          en: "sample thins values out and never slows emit. Of {made}, {received} passed and {dropped} were dropped between samples. Values left at the end and never passed on: {undelivered}.",
        },
        numbers(run) {
          const { made, received, dropped, undelivered } = run.countsAt(run.durationMs);
          return { made, received, dropped, undelivered };
        },
      },
      {
        strategy: "shared-flow",
        text: {
          ko: "수집기들은 서로를 멈추게 합니다. 시간이 전혀 걸리지 않는 수집기도 마지막 값을 {lastMs}ms에야 받았습니다. 느린 수집기 하나가 버퍼 {places}칸을 채우고 있었기 때문입니다.",
          en: "Collectors hold each other up. Even one that takes no time received its last value only at {lastMs} ms, because the slow one kept all {places} places of the buffer full.",
        },
        // tryEmit never waits.
        applies: (run) =>
          run.values["sharedOverflow"] === "suspend" &&
          run.values["emitWith"] === "emit" &&
          run.maxBuffered() >= run.capacity &&
          fastLastMs(run) !== null,
        numbers: (run) => ({ lastMs: fastLastMs(run) ?? "-", places: run.capacity }),
      },
      {
        strategy: "shared-flow",
        example: { emitWith: "try-emit", subscribeMs: 750 },
        text: {
          ko: "구독자가 없으면 tryEmit은 true를 돌려주고 값은 사라집니다. {undelivered}개가 그렇게 사라졌습니다. false는 구독자가 있고 버퍼가 찼을 때만 나오며, {refused}번 나왔습니다.",
          en: "Without a subscriber, tryEmit returns true and the value is gone; values lost this way: {undelivered}. It returns false only if there is a subscriber and the buffer is full: {refused} times.",
        },
        applies: (run) => run.values["emitWith"] === "try-emit" && undelivered(run) > 0,
        numbers: (run) => ({
          undelivered: undelivered(run),
          refused: linesOf(run, "refused").length,
        }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "buffer(3)과 buffer(2).buffer(3)을 나란히 놓으면 생산자가 처음 멈추는 때는?",
        en: "buffer(3) next to buffer(2).buffer(3): when does each producer first stop?",
      },
      link: "s=kotlin-flow&op=buffer&nm=YnVmZmVyKDMp&2.k=flow-buffer&2.op=two-buffers&2.nm=YnVmZmVyKDIrMyk",
    },
    {
      text: {
        ko: "conflate와 collectLatest: 무엇을 잃고 무엇을 끝낼까요?",
        en: "conflate and collectLatest: what is lost, and what gets done?",
      },
      link: "s=kotlin-flow&op=conflate&nm=Y29uZmxhdGU&2.k=flow-buffer&2.op=latest&2.nm=bGF0ZXN0",
    },
    {
      text: {
        ko: "debounce(300)과 sample(640): 쉬지 않고 오는 값에서 무엇이 지나갈까요?",
        en: "debounce(300) and sample(640): which values pass when they come without a pause?",
      },
      link: "s=kotlin-flow&k=flow-debounce&2.k=flow-sample",
    },
    {
      text: {
        ko: "느린 수집기 하나가 있는 SharedFlow에서 빠른 수집기는 값을 언제 받을까요?",
        en: "In a SharedFlow with one slow collector, when do the fast ones get their values?",
      },
      link: "s=kotlin-flow&k=shared-flow&nm=U1VTUEVORA&2.k=shared-flow&2.so=drop-oldest&2.nm=RFJPUF9PTERFU1Q",
    },
    {
      text: {
        ko: "tryEmit이 true를 돌려준 값들은 어디로 갔을까요?",
        en: "tryEmit returned true: where did those values go?",
      },
      link: "s=kotlin-flow&k=shared-flow&em=try-emit&sub=750",
    },
  ],
  strategies: [
    "flow-buffer",
    "flow-debounce",
    "flow-sample",
    "flow-on-each",
    "shared-flow",
    "bounded",
  ],
  values: {
    durationS: 20,
    producerDelayMs: 100,
    consumerDelayMs: 500,
    count: 30,
    capacity: 3,
    extraBuffer: 3,
    sampleMs: 640,
  },
  controls: [
    "operator",
    "debounceMs",
    "debounceInto",
    "sampleMs",
    "onEachMs",
    "producerDelayMs",
    "consumerDelayMs",
    "capacity",
    "extraBuffer",
  ],
  strips: ["ladder", "throughput"],
});

/** The values that were done, as the program printed them. */
function doneValues(run: ClaimRun): string {
  return printed(run, "done").join();
}

/** When collector `n` of a shared flow was done with each value, in ms. */
function tookAt(run: ClaimRun, n: number): number[] {
  return linesOf(run, "took")
    .filter(({ numbers }) => numbers[0] === n)
    .map(({ timeMs }) => timeMs);
}

/** When the first collector, which takes no time, got its last value, in ms; null if it got none or is the slow one. */
function fastLastMs(run: ClaimRun): number | null {
  if (run.values["collectors"] === 1) return null;
  return tookAt(run, 0).at(-1) ?? null;
}

/** When the last value was made, in ms: the flow has not ended before that. */
function lastMadeMs(run: ClaimRun): number {
  const { made } = run.countsAt(run.durationMs);
  return madeByMs(run, made);
}

function undelivered(run: ClaimRun): number {
  return run.countsAt(run.durationMs).undelivered;
}
