import { lost, made, printed, printedAt } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A hot source and a slow subscriber under RxJava's operators: what each operator keeps, what it drops, and when it fails. */
export const rxjava = defineScenario({
  id: "rxjava",
  revision: 2,
  former: [
    {
      strategy: "rx-observe-on",
      values: {
        durationS: 12,
        producerDelayMs: 20,
        consumerDelayMs: 100,
        count: 100,
        prefetch: 8,
        capacity: 8,
      },
    },
  ],
  question: {
    ko: "소스는 100ms마다 하나씩 내보내고 구독자는 하나에 500ms가 걸립니다. 사이에 onBackpressureDrop()과 observeOn(…, 8)이 있습니다. 구독자는 어떤 요소를 받을까요?",
    en: "A source emits every 100 ms; the subscriber takes 500 ms per element. Between them are onBackpressureDrop() and observeOn(…, 8). Which elements does the subscriber get?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "다섯에 하나씩 고르게: 0, 5, 10, 15, …",
        en: "One in five, evenly: 0, 5, 10, 15, …",
      },
      why: {
        ko: "구독자의 요청이 그대로 올라가면 맞습니다. 그러나 사이에 있는 observeOn이 여덟 개를 미리 요청하고, 그 뒤로도 여러 개를 한꺼번에 요청합니다.",
        en: "That would be right if the subscriber’s requests went straight up. But observeOn in between requests eight ahead, in batches.",
      },
    },
    {
      right: false,
      text: {
        ko: "0번부터 7번까지 모두, 그 뒤로는 다섯에 하나씩.",
        en: "0 to 7, and then one in five.",
      },
      why: {
        ko: "observeOn이 하나를 내려보낼 때마다 하나씩 요청한다면 맞습니다. 그러나 6개가 내려갈 때까지 더 요청하지 않습니다.",
        en: "That would be right if observeOn requested one for each it passes on. But it requests no more until 6 have been passed on.",
      },
    },
    {
      right: true,
      text: {
        ko: "0번부터 7번까지 모두, 그 뒤로는 여섯 개씩 이어서. 그 사이는 통째로 버려집니다.",
        en: "0 to 7, then six in a row each time; everything in between is dropped.",
      },
      why: {
        ko: "observeOn이 8개를 미리 요청했으므로 처음 8개는 그 큐에 들어갑니다. 6개가 내려가야 다시 6개를 요청하고, 그때까지 온 것은 버려집니다.",
        en: "observeOn requested 8 ahead, so the first 8 go into its queue. It requests 6 more once 6 have been passed on; whatever arrives until then is dropped.",
      },
    },
    {
      right: false,
      text: {
        ko: "모두. 처리하지 못한 것은 observeOn의 큐에서 기다립니다.",
        en: "All: those not yet processed wait in observeOn’s queue.",
      },
      why: {
        ko: "observeOn의 큐에는 요청한 만큼만 들어갑니다. 나머지를 보관할 곳은 없습니다.",
        en: "observeOn’s queue takes only as many as it requested. Nothing keeps the rest.",
      },
    },
  ],
  showsAtMs: 3_500,
  notice: [
    {
      ko: "소스에서 onBackpressureDrop까지의 요청은 무제한(MAX)입니다. 소스를 느리게 하는 것은 없습니다. 느려지는 것은 Flowable.generate처럼 요청을 따르는 소스뿐입니다.",
      en: "From the source to onBackpressureDrop, demand is unbounded (MAX): nothing slows the source down. Only a source that respects requests, such as Flowable.generate, can be slowed.",
    },
    {
      ko: "onBackpressureDrop에서 observeOn까지는 티켓이 8장, 그 뒤로 6장씩입니다. 티켓이 떨어지면 오는 것마다 버려집니다.",
      en: "From there to observeOn there are 8 tickets, then 6 at a time. With no tickets left, each element that arrives is dropped.",
    },
    {
      ko: "-Latest로 바꿔 보세요. ‘최신’은 큐에 들어가기 전의 이야기입니다. 구독자는 여전히 큐에 있던 오래된 것부터 받습니다.",
      en: "Try -Latest: “latest” applies only before the queue. The subscriber still gets the old elements in the queue first.",
    },
  ],
  claims: [
    {
      strategy: "rx-drop",
      text: {
        ko: "첫 손실은 800ms에 온 요소 8입니다. 처리되는 것은 0~7, 25~30, 55~60, 85~90의 26개입니다.",
        en: "The first loss is element 8, at 800 ms. Processed: 0 to 7, 25 to 30, 55 to 60 and 85 to 90, 26 elements in all.",
      },
      holds: (run) =>
        run.firstLossMs() === 800 &&
        printed(run, "dropped")[0] === 8 &&
        runsOf(printed(run, "done")).join() === "0-7,25-30,55-60,85-90",
    },
    {
      strategy: "rx-buffer",
      text: {
        ko: "onBackpressureBuffer(10)은 16개까지 담습니다. 2,100ms에 요소 21이 넘치자 MissingBackpressureException으로 끝나고, 기다리던 16개도 사라집니다.",
        en: "onBackpressureBuffer(10) holds 16. At 2,100 ms element 21 overflows; the stream ends with a MissingBackpressureException, and the 16 waiting elements are lost as well.",
      },
      holds: (run) =>
        run.maxBuffered() === 16 &&
        run.firstLossMs() === 2_100 &&
        printed(run, "dropped").join() === "21" &&
        run.end().error === "MissingBackpressureException" &&
        run.countsAt(run.durationMs).undelivered === 16,
    },
    {
      strategy: "rx-interval",
      text: {
        ko: "interval은 요청이 떨어진 900ms, 아홉 번째 틱에서 오류로 끝납니다. 처리된 것은 두 개뿐입니다.",
        en: "interval fails at 900 ms, at its ninth tick, because no request is left. Only two ticks have been processed.",
      },
      holds: (run) =>
        run.firstLossMs() === 900 &&
        run.countsAt(900).made === 9 &&
        run.end().error === "MissingBackpressureException" &&
        printed(run, "done").length === 2,
    },
    {
      strategy: "rx-observe-on",
      text: {
        ko: "observeOn은 0ms에 8개를 요청하고, 2,500ms부터 3,000ms마다 6개씩 모두 16번 더 요청합니다.",
        en: "observeOn requests 8 at 0 ms and, from 2,500 ms on, 6 more every 3,000 ms, 16 times.",
      },
      holds(run) {
        const expected = Array.from({ length: 16 }, (_, i) => `6@${2_500 + 3_000 * i}`);
        return printedAt(run, "requested").join() === ["8@0", ...expected].join();
      },
    },
    {
      strategy: "rx-observe-on",
      text: {
        ko: "create(BUFFER)와 observeOn만으로는 아무것도 잃지 않지만, 9,900ms에 80개가 두 버퍼에서 기다립니다.",
        en: "With only create(BUFFER) and observeOn, nothing is lost, but at 9,900 ms 80 elements wait in two buffers.",
      },
      holds(run) {
        const { made, waiting } = run.countsAt(9_900);
        const isThere = made === 100 && waiting === 80 && run.maxBuffered() === 80;
        return isThere && run.countsAt(50_000).done === 100 && lost(run) === 0;
      },
    },
    {
      strategy: "rx-generate",
      text: {
        ko: "generate는 0ms에 8개, 2,500ms부터 3,000ms마다 6개씩, 요청받는 순간에만 만듭니다. 9,900ms까지 26개를 만들었고, 아무것도 잃지 않습니다.",
        en: "generate makes 8 at 0 ms, and from 2,500 ms on 6 every 3,000 ms: only when they are requested. By 9,900 ms it has made 26, and nothing is lost.",
      },
      holds: (run) =>
        [0, 2_499, 2_500, 5_500, 9_900].map((ms) => run.countsAt(ms).made).join() ===
          "8,8,14,20,26" &&
        run.maxBuffered() <= 8 &&
        run.countsAt(50_000).done === 100 &&
        lost(run) === 0,
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량이 10인 Kotlin 채널에서는 send가 기다립니다. 많아야 10개가 쌓이고, 50초에 모두 처리합니다.",
        en: "With a Kotlin channel of capacity 10, send waits: at most 10 pile up, and everything is done at 50 s.",
      },
      holds: (run) =>
        run.countsAt(50_000).done === 100 && run.maxBuffered() === 10 && lost(run) === 0,
    },
  ],
  reality: {
    claimed: {
      ko: "RxJava에서는 Observable의 onBackpressureBuffer와 같은 연산자로 배압을 다룹니다.",
      en: "In RxJava, operators such as Observable’s onBackpressureBuffer handle backpressure.",
    },
    findings: [
      {
        strategy: "rx-observe-on",
        text: {
          ko: "Observable에는 요청이라는 것이 없으므로 그런 연산자도 없습니다. 요청은 Flowable에 있습니다. 여기서는 observeOn이 {times}번 요청했습니다. 처음에 {first}개, 그 뒤로 {again}개씩입니다.",
          en: "Observable has no requests and so no such operators; Flowable has them. Here observeOn made {times} requests, the first for {first} elements and the others for {again} each.",
        },
        applies: (run) => printed(run, "requested").length > 1,
        numbers(run) {
          const { length, 0: first = "-", 1: again = "-" } = printed(run, "requested");
          return { times: length, first, again };
        },
      },
      {
        strategy: "rx-drop",
        text: {
          ko: "observeOn 앞의 onBackpressureDrop은 고르게 버리지 않습니다. {produced}개 가운데 {kept}개가 {groups}개의 구간으로 남았고, 한 번에 {gap}개까지 이어서 버려졌습니다.",
          en: "onBackpressureDrop before observeOn does not drop evenly. Of {produced} elements, {kept} got through. Unbroken series of them: {groups}; the longest series dropped: {gap}.",
        },
        // With a prefetch of 1 it does drop evenly, except at the start.
        applies: (run) =>
          run.values["rxDrop"] === "drop" &&
          lost(run) > 0 &&
          keptBy(run).length >= 2 * runsOf(keptBy(run)).length,
        numbers: (run) => ({
          produced: made(run),
          kept: keptBy(run).length,
          groups: runsOf(keptBy(run)).length,
          gap: longestRun(printed(run, "dropped")),
        }),
      },
      {
        strategy: "rx-drop",
        text: {
          ko: "observeOn의 기본값으로는 바로 버리지 않습니다. {prefetch}개가 먼저 큐에 들어가고, 첫 손실은 {lossMs}ms에야 생깁니다.",
          en: "With observeOn’s default, nothing is dropped at first: {prefetch} elements go into its queue, and the first loss comes at {lossMs} ms.",
        },
        applies: (run) => run.values["prefetch"] === 128 && lost(run) > 0,
        example: { prefetch: 128, count: 400 },
        numbers: (run) => ({
          prefetch: printed(run, "dropped")[0] ?? "-",
          lossMs: run.firstLossMs() ?? "-",
        }),
      },
      {
        strategy: "rx-buffer",
        text: {
          ko: "정해 준 용량에서 바로 넘치지는 않습니다. onBackpressureBuffer({capacity})에는 {most}개까지 들어갔습니다(다음 2의 거듭제곱). 넘치자 스트림이 끝나고, 기다리던 {left}개도 잃었습니다.",
          en: "It does not overflow at the given capacity: onBackpressureBuffer({capacity}) held {most}, the next power of two. On overflow the stream ended, and {left} waiting elements were lost with it.",
        },
        applies: (run) => run.values["rxOverflow"] === "error" && lost(run) > 0,
        numbers: (run) => ({
          capacity: Number(run.values["capacity"]),
          most: run.maxBuffered(),
          left: run.countsAt(run.durationMs).undelivered,
        }),
      },
      {
        strategy: "rx-buffer",
        text: {
          ko: "문서(Flowable.java 3.1.12)에 따르면 DROP_LATEST는 버퍼가 가득 찬 동안 ‘새로 온 것’을 버립니다. 코드는 버퍼에서 가장 새로운 것을 버리고 새로 온 것을 넣습니다. {came}번이 왔을 때 버려진 것은 {dropped}번입니다.",
          en: "The documentation (Flowable.java 3.1.12) says that DROP_LATEST “will drop any new items emitted … while the buffer is full”. The code evicts the newest element in the buffer and keeps the incoming one: when {came} came, {dropped} was dropped.",
        },
        applies: (run) => run.values["rxOverflow"] === "drop-latest" && lost(run) > 0,
        example: { rxOverflow: "drop-latest" },
        numbers: (run) => ({
          came: run.countsAt(run.firstLossMs() ?? 0).made - 1,
          dropped: printed(run, "dropped")[0] ?? "-",
        }),
      },
      {
        strategy: "rx-interval",
        text: {
          ko: "interval은 느린 구독자를 기다리지 않습니다. 요청받지 않은 첫 틱 {tick} 때문에 {lossMs}ms에 오류로 끝났고, 큐에 있던 {left}개도 사라졌습니다.",
          en: "interval does not wait for a slow subscriber: it failed at {lossMs} ms on its first unrequested tick, {tick}, and {left} in the queue were lost with it.",
        },
        applies: (run) => run.end().error !== undefined,
        numbers: (run) => ({
          tick: made(run) - 1,
          lossMs: run.firstLossMs() ?? "-",
          left: run.countsAt(run.durationMs).undelivered,
        }),
      },
      {
        strategy: "rx-generate",
        text: {
          ko: "RxJava에 소스를 늦추는 연산자는 없습니다. 요청을 따르는 소스가 있을 뿐입니다. generate는 요청받은 뒤에야 {made}개를 만들었고, 기다린 것은 많아야 {most}개, 잃은 것은 {lost}개입니다.",
          en: "No operator in RxJava slows a source down, but some sources respect requests. generate made {made} elements, each only when requested: at most {most} waited, and {lost} were lost.",
        },
        numbers: (run) => ({ made: made(run), most: run.maxBuffered(), lost: lost(run) }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "생산자를 느리게 하려면 생산자가 기다려야 합니다. Kotlin의 send는 그렇게 하고, 버퍼에는 {most}개까지만 쌓였습니다.",
          en: "To slow a producer down, you have to make it wait. Kotlin’s send does, and at most {most} elements piled up.",
        },
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "observeOn의 기본값 128로는 언제부터 버릴까요?",
        en: "With observeOn’s default of 128, when does dropping start?",
      },
      link: "s=rxjava.2&pf=128&n=400",
    },
    {
      text: {
        ko: "onBackpressureBuffer(10)은 몇 번째 요소에서 넘칠까요?",
        en: "At which element does onBackpressureBuffer(10) overflow?",
      },
      link: "s=rxjava.2&k=rx-buffer",
    },
    {
      text: {
        ko: "DROP_LATEST는 무엇을 버릴까요? 새로 온 것일까요?",
        en: "What does DROP_LATEST drop? The incoming element?",
      },
      link: "s=rxjava.2&k=rx-buffer&xo=drop-latest",
    },
    {
      text: {
        ko: "interval은 구독자가 느릴 때 얼마나 버틸까요?",
        en: "How long does interval last with a slow subscriber?",
      },
      link: "s=rxjava.2&k=rx-interval",
    },
    {
      text: {
        ko: "RxJava에서 소스를 느리게 하려면?",
        en: "How can you slow a source down in RxJava?",
      },
      link: "s=rxjava.2&k=rx-generate&2.k=rx-observe-on&st=staircase~ladder",
    },
    {
      text: {
        ko: "아무것도 버리지 않으면 무엇이 쌓일까요?",
        en: "What piles up if nothing is dropped?",
      },
      link: "s=rxjava.2&k=rx-observe-on",
    },
  ],
  strategies: [
    "rx-drop",
    "rx-buffer",
    "rx-interval",
    "rx-observe-on",
    "rx-generate",
    "bounded",
    "unlimited",
  ],
  values: {
    durationS: 60,
    producerDelayMs: 100,
    consumerDelayMs: 500,
    count: 100,
    prefetch: 8,
    capacity: 10,
  },
  controls: [
    "rxDrop",
    "rxOverflow",
    "capacity",
    "prefetch",
    "paceMs",
    "producerDelayMs",
    "consumerDelayMs",
    "count",
  ],
  strips: ["ladder", "losses"],
});

/** The elements that were not dropped, in order: some may still wait when the run ends. */
function keptBy(run: ClaimRun): number[] {
  const dropped = new Set(printed(run, "dropped"));
  return Array.from({ length: made(run) }, (_, i) => i).filter((i) => !dropped.has(i));
}

/** The series of consecutive numbers, each as `first-last`. */
function runsOf(numbers: readonly number[]): string[] {
  const firsts = numbers.filter((n, i) => n !== (numbers[i - 1] ?? -2) + 1);
  const lasts = numbers.filter((n, i) => n + 1 !== numbers[i + 1]);
  return firsts.map((first, i) => `${first}-${lasts[i]}`);
}

function longestRun(numbers: readonly number[]): number {
  let [longest, length] = [0, 0];
  numbers.forEach((n, i) => {
    length = n === (numbers[i - 1] ?? -2) + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
  });
  return longest;
}
