import { lost, made, madeByMs, printed, printedAt } from "./readings.ts";
import { defineScenario } from "./scenario.ts";

/** A hot source and a slow subscriber under Reactor's operators: what a bound does, and what limitRate limits. */
export const reactor = defineScenario({
  id: "reactor",
  revision: 1,
  question: {
    ko: "소스는 100ms마다 하나씩 내보내고 구독자는 하나에 500ms가 걸립니다. 사이에 onBackpressureBuffer(10)이 있습니다. 버퍼가 가득 차면 어떻게 될까요?",
    en: "A source emits every 100 ms; the subscriber takes 500 ms per element. Between them is onBackpressureBuffer(10). What happens when the buffer is full?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "소스가 느려집니다. 빈자리만큼만 요청하기 때문입니다.",
        en: "The source slows down, because only as many are requested as there is room for.",
      },
      why: {
        ko: "한도가 있어도 위로는 한 번, Long.MAX_VALUE개를 요청합니다. 한도는 메모리를 지킬 뿐 소스에는 아무것도 알리지 않습니다.",
        en: "Bounded or not, it makes one request upstream, for Long.MAX_VALUE. The bound protects memory; the source never learns of it.",
      },
    },
    {
      right: false,
      text: {
        ko: "새로 온 것만 조용히 버리고 계속합니다.",
        en: "New elements are dropped silently, and the stream continues.",
      },
      why: {
        ko: "그것은 BufferOverflowStrategy.DROP_LATEST를 주었을 때입니다. 한도만 주면 넘치는 것은 오류입니다.",
        en: "That happens with BufferOverflowStrategy.DROP_LATEST. With a bound alone, an overflow is an error.",
      },
    },
    {
      right: false,
      text: {
        ko: "바로 OverflowException이 오고, 버퍼에 있던 10개는 사라집니다.",
        en: "An OverflowException comes at once, and the 10 in the buffer are lost.",
      },
      why: {
        ko: "RxJava가 그렇습니다. Reactor는 오류를 미룹니다.",
        en: "That is what RxJava does. Reactor delays the error.",
      },
    },
    {
      right: true,
      text: {
        ko: "소스를 취소합니다. 10개를 마저 넘긴 뒤에 OverflowException이 옵니다.",
        en: "It cancels the source. The OverflowException comes after the 10 have been passed on.",
      },
      why: {
        ko: "넘친 하나만 잃습니다. 버퍼에 있던 것은 요청받는 대로 모두 내려가고, 버퍼가 비면 오류를 알립니다.",
        en: "Only the element that overflowed is lost. The buffered ones are passed on as requested; the error follows once the buffer is empty.",
      },
    },
  ],
  showsAtMs: 6_500,
  notice: [
    {
      ko: "소스에서 버퍼까지의 요청은 처음부터 무제한(MAX)입니다. 버퍼가 가득 차도 그대로이고, 소스는 넘칠 때까지 느려지지 않습니다.",
      en: "From the source to the buffer, demand is unbounded (MAX) from the start. It stays so when the buffer is full: the source does not slow down before the overflow.",
    },
    {
      ko: "1,300ms에 요소 13이 넘쳐 소스가 취소됩니다. 그런데도 구독자는 5초 가까이 계속 받습니다.",
      en: "At 1,300 ms element 13 overflows and the source is cancelled. Even so, the subscriber keeps receiving elements for almost five seconds.",
    },
    {
      ko: "limitRate로 바꿔 보세요. 여기서는 소스가 요청을 따릅니다. 요청이 없으면 만들지 않고 기다립니다.",
      en: "Try limitRate: there the source respects requests, and makes nothing while there is none.",
    },
  ],
  claims: [
    {
      strategy: "reactor-buffer",
      text: {
        ko: "요청은 한 번, 무제한입니다. 1,300ms까지 소스는 한 번도 느려지지 않고 14개를 만듭니다.",
        en: "It makes one unbounded request. Up to 1,300 ms, the source makes 14 elements and is never slowed down.",
      },
      holds: (run) =>
        printedAt(run, "requested").join() === "-1@0" &&
        run.countsAt(1_299).made === 13 &&
        run.countsAt(1_300).made === 14,
    },
    {
      strategy: "reactor-buffer",
      text: {
        ko: "요소 13 하나만 잃습니다. 앞선 13개는 모두 처리되고, 오류는 버퍼가 빈 6,000ms에야 옵니다.",
        en: "Only element 13 is lost. The 13 before it are all processed, and the error comes at 6,000 ms, when the buffer is empty.",
      },
      holds: (run) =>
        printed(run, "dropped").join() === "13" &&
        printed(run, "done").length === 13 &&
        lost(run) === 1 &&
        run.output().some(({ line, timeMs }) => line === "full" && timeMs === 6_000) &&
        run.end().error === "OverflowException",
    },
    {
      strategy: "rx-buffer",
      text: {
        ko: "RxJava의 onBackpressureBuffer(10)은 16개를 담고, 넘치면 그 16개를 함께 잃습니다. 처리되는 것은 5개뿐입니다.",
        en: "RxJava’s onBackpressureBuffer(10) holds 16 and loses all of them on overflow: only 5 elements are processed.",
      },
      holds: (run) =>
        run.maxBuffered() === 16 &&
        run.countsAt(run.durationMs).undelivered === 16 &&
        printed(run, "done").length === 5,
    },
    {
      strategy: "reactor-limit-rate",
      text: {
        ko: "limitRate(8, 4)는 8개를 요청한 뒤, 4개가 내려갈 때마다 4개씩 요청합니다. 소스가 기다리므로 아무것도 잃지 않습니다.",
        en: "limitRate(8, 4) requests 8, and then 4 each time 4 have been passed on. The source waits, and nothing is lost.",
      },
      holds(run) {
        const expected = Array.from({ length: 25 }, (_, i) => `4@${1_500 + 2_000 * i}`);
        const isAsked = printedAt(run, "requested").join() === ["8@0", ...expected].join();
        return isAsked && run.countsAt(50_000).done === 100 && lost(run) === 0;
      },
    },
    {
      strategy: "reactor-delay-elements",
      text: {
        ko: "delayElements(1초)는 속도를 제한합니다. 하나가 내려간 뒤에야 다음 하나를 요청하므로, 소스는 100ms가 아니라 1,000ms마다 하나씩 만들고 아무것도 잃지 않습니다.",
        en: "delayElements(1 s) does limit a rate. It requests the next element only when one has been passed on: the source makes one every 1,000 ms instead of 100, and nothing is lost.",
      },
      holds: (run) =>
        printedAt(run, "requested").join() ===
          Array.from({ length: 61 }, (_, i) => `1@${1_000 * i}`).join() &&
        Array.from({ length: 60 }, (_, i) => 1_000 * i).every(
          (atMs, i) => run.countsAt(atMs).made === i + 1 && run.countsAt(atMs + 999).made === i + 1,
        ) &&
        lost(run) === 0,
    },
    {
      strategy: "reactor-drop",
      text: {
        ko: "onBackpressureDrop 아래의 publishOn이 8개를 미리 요청하므로, 첫 손실은 800ms에 온 요소 8입니다.",
        en: "Below onBackpressureDrop, publishOn has requested 8 ahead, so the first loss is element 8, at 800 ms.",
      },
      holds: (run) => run.firstLossMs() === 800 && printed(run, "dropped")[0] === 8,
    },
    {
      strategy: "reactor-publish-on",
      text: {
        ko: "Flux.create는 따로 정하지 않으면 끝없이 쌓습니다. 9,900ms에 80개가 기다립니다.",
        en: "Flux.create buffers without a bound by default: at 9,900 ms, 80 elements wait.",
      },
      holds: (run) => run.countsAt(9_900).waiting === 80 && run.maxBuffered() === 80,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "한도가 있는 onBackpressureBuffer는 소스를 느리게 하고, limitRate(n)은 1초에 n개만 보냅니다.",
      en: "A bounded onBackpressureBuffer slows the source down, and limitRate(n) lets n elements per second through.",
    },
    findings: [
      {
        strategy: "reactor-buffer",
        text: {
          ko: "한도({capacity})는 소스에 전해지지 않습니다. FluxOnBackpressureBuffer.java(3.8.8)는 구독될 때 Long.MAX_VALUE를 요청합니다. 요청은 {times}번, 무제한이었고, 소스는 {lossMs}ms에 넘칠 때까지 제 속도로 {produced}개를 만들었습니다.",
          en: "The bound of {capacity} never reaches the source: FluxOnBackpressureBuffer.java (3.8.8) requests Long.MAX_VALUE when it is subscribed to. Requests, all unbounded: {times}. The source made {produced} elements at its own pace until the overflow at {lossMs} ms.",
        },
        applies: (run) => run.values["reactorOverflow"] === "error" && lost(run) > 0,
        numbers: (run) => ({
          capacity: Number(run.values["capacity"]),
          times: printed(run, "requested").length,
          lossMs: run.firstLossMs() ?? "-",
          produced: made(run),
        }),
      },
      {
        strategy: "reactor-buffer",
        text: {
          ko: "오류는 {errorMs}ms에 왔습니다. 넘친 것은 {lossMs}ms였지만, 버퍼에 있던 것을 먼저 다 넘겼습니다. 처리 {done}개, 손실 {lost}개입니다.",
          en: "The error came at {errorMs} ms. The overflow was at {lossMs} ms, but the buffered elements were passed on first. Done: {done}; lost: {lost}.",
        },
        applies: (run) => run.values["reactorOverflow"] === "error" && lost(run) > 0,
        numbers: (run) => ({
          errorMs: run.output().find(({ line }) => line === "full")?.timeMs ?? "-",
          lossMs: run.firstLossMs() ?? "-",
          done: printed(run, "done").length,
          lost: lost(run),
        }),
      },
      {
        strategy: "rx-buffer",
        text: {
          ko: "RxJava의 오류는 기다리지 않습니다. 처리 {done}개, 손실 {lost}개입니다.",
          en: "RxJava’s error does not wait. Done: {done}; lost: {lost}.",
        },
        applies: (run) => run.values["rxOverflow"] === "error" && lost(run) > 0,
        numbers: (run) => ({ done: printed(run, "done").length, lost: lost(run) }),
      },
      {
        strategy: "reactor-limit-rate",
        text: {
          ko: "limitRate({high}, {low})는 시간을 보지 않습니다. 처음 {high}개는 {firstMs}ms 만에, 소스의 제 속도로 왔습니다. 그 뒤로는 구독자가 {again}개를 가져갈 때마다 {again}개씩 옵니다.",
          en: "limitRate({high}, {low}) has nothing to do with time. The first {high} came within {firstMs} ms, at the source’s own pace; after that, {again} come each time the subscriber has taken {again}.",
        },
        applies: (run) =>
          made(run) > Number(run.values["highTide"]) && printed(run, "requested").length > 1,
        numbers: (run) => ({
          high: Number(run.values["highTide"]),
          low: Number(run.values["lowTide"]),
          again: Math.max(0, ...printed(run, "requested").slice(1)),
          firstMs: madeByMs(run, Number(run.values["highTide"])),
        }),
      },
      {
        strategy: "reactor-buffer",
        text: {
          ko: "Reactor의 DROP_LATEST는 문서대로 새로 온 것을 버립니다. {came}번이 왔을 때 버려진 것은 {dropped}번입니다. RxJava의 DROP_LATEST는 이름이 같지만 버퍼에서 가장 새로운 것을 버립니다.",
          en: "Reactor’s DROP_LATEST drops the incoming element, as documented: when {came} came, {dropped} was dropped. RxJava’s DROP_LATEST drops the newest element in the buffer.",
        },
        applies: (run) => run.values["reactorOverflow"] === "drop-latest" && lost(run) > 0,
        example: { reactorOverflow: "drop-latest" },
        numbers: (run) => ({
          came: run.countsAt(run.firstLossMs() ?? 0).made - 1,
          dropped: printed(run, "dropped")[0] ?? "-",
        }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "RxJava의 onBackpressureBuffer(10)은 무엇을 마저 넘길까요?",
        en: "What does RxJava’s onBackpressureBuffer(10) still pass on?",
      },
      link: "s=reactor&k=rx-buffer",
    },
    {
      text: {
        ko: "limitRate(8, 4)는 속도를 제한할까요?",
        en: "Does limitRate(8, 4) limit a rate?",
      },
      link: "s=reactor&k=reactor-limit-rate",
    },
    {
      text: {
        ko: "그러면 무엇이 속도를 제한할까요? limitRate와 delayElements를 나란히 보세요.",
        en: "Then what does limit a rate? See limitRate and delayElements side by side.",
      },
      link: "s=reactor&k=reactor-limit-rate&2.k=reactor-delay-elements",
    },
    {
      text: {
        ko: "lowTide가 0이면 언제 요청할까요?",
        en: "When does it request with a lowTide of 0?",
      },
      link: "s=reactor&k=reactor-limit-rate&lt=0",
    },
    {
      text: {
        ko: "1.5초 넘게 기다린 것을 버리면 무엇이 남을까요?",
        en: "What is left if elements that have waited longer than 1.5 s are dropped?",
      },
      link: "s=reactor&fo=ttl&ttl=1500",
    },
    {
      text: {
        ko: "publishOn 앞의 onBackpressureError는 언제 스트림을 끝낼까요?",
        en: "When does onBackpressureError before publishOn end the stream?",
      },
      link: "s=reactor&k=reactor-drop&fd=error",
    },
  ],
  strategies: [
    "reactor-buffer",
    "reactor-drop",
    "reactor-limit-rate",
    "reactor-delay-elements",
    "reactor-publish-on",
    "rx-buffer",
    "bounded",
  ],
  values: {
    durationS: 60,
    producerDelayMs: 100,
    consumerDelayMs: 500,
    ttlMs: 1_500,
    count: 100,
    capacity: 10,
    prefetch: 8,
    highTide: 8,
    lowTide: 4,
  },
  controls: [
    "reactorOverflow",
    "ttlMs",
    "reactorDrop",
    "rxOverflow",
    "capacity",
    "prefetch",
    "highTide",
    "lowTide",
    "elementDelayMs",
    "producerDelayMs",
    "consumerDelayMs",
  ],
  strips: ["ladder", "staircase"],
});
