import { PEKKO_TICKS } from "./real-machine/pekko-ticks.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Demand that travels upwards by itself: who is slowed, when, and what a boundary asks for ahead. */
export const akka = defineScenario({
  id: "akka",
  revision: 1,
  question: {
    ko: "소스는 초당 10개까지 만들 수 있고, 소비자는 하나에 300ms가 걸립니다. 그 사이에는 .buffer(8, backpressure).async()뿐이고, 기다리라는 코드는 한 줄도 없습니다. 소스는 어떻게 될까요?",
    en: "A source can make 10 elements a second, the consumer takes 300 ms for each. Between them stands .buffer(8, backpressure).async(). No line waits. What becomes of the source?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "계속 초당 10개를 만듭니다. 멈추라는 코드가 없으니 버퍼가 넘칩니다.",
        en: "It goes on, and the buffer overflows.",
      },
      why: {
        ko: "Pekko의 단계는 아래에서 요청(pull)을 받아야만 요소 하나를 내보냅니다. 가득 찬 backpressure 버퍼는 요청하지 않고, 요청받지 않은 소스는 만들지 않습니다.",
        en: "A stage emits one element for each pull. A full buffer does not pull, so the source makes nothing.",
      },
    },
    {
      right: false,
      text: {
        ko: "버퍼 8칸이 차는 순간, 1초 남짓 만에 쉽니다.",
        en: "It pauses after a good second, when the 8 places are taken.",
      },
      why: {
        ko: ".async()가 없다면 그렇습니다. .async()는 그 아래를 다른 액터로 만들고, 그 액터는 소비자가 바라지 않아도 처음에 16개를 요청합니다. 그만큼이 먼저 버퍼를 지나갑니다.",
        en: "Without .async() it would. The actor below asks for 16 at first: so many go through the buffer.",
      },
    },
    {
      right: true,
      text: {
        ko: "미리 요청된 16개와 버퍼 8칸이 다 차면 요청이 오지 않아 쉽니다. 3초쯤 걸립니다.",
        en: "It pauses after about 3 s, when the 16 asked for ahead and the 8 places are used up.",
      },
      why: {
        ko: "요청은 아래에서 위로 저절로 올라갑니다. 소비자는 하나씩, 경계는 처음에 16개, 그 뒤로는 8개가 나갈 때마다 8개씩 요청합니다. 요청이 없으면 만들지 않으므로 따로 쓸 코드가 없습니다.",
        en: "Demand travels upwards by itself: 1 from the consumer, 16 and then 8 from the boundary. There is nothing to write for it.",
      },
    },
    {
      right: false,
      text: {
        ko: "버퍼에 자리가 날 때까지 소스의 스레드가 막힙니다.",
        en: "Its thread is blocked until the buffer has room.",
      },
      why: {
        ko: "막히는 스레드는 없습니다. 한 액터에 합쳐진(fused) 단계들은 할 일이 없으면 스레드를 돌려주고, 요청이 오면 다시 움직입니다.",
        en: "No thread is blocked: an actor with nothing to do gives it back.",
      },
    },
  ],
  showsAtMs: 3_200,
  notice: [
    {
      ko: "표(요청)가 아래에서 위로 갑니다. 한 액터 안에서는 한 번에 하나, .async()의 경계에서는 처음에 16장, 그 뒤로 8개가 나갈 때마다 8장입니다. 표가 없으면 소스는 만들지 않습니다.",
      en: "Requests travel upwards as tickets: one at a time inside an actor, 16 and then 8 at the boundary of .async(). Without a ticket the source makes nothing.",
    },
    {
      ko: "느려진 소스는 고르게 느려지지 않습니다. 경계가 8개를 한꺼번에 요청하므로 8개를 이어서 만들고 한참 쉽니다. 평균은 소비자의 속도와 같습니다.",
      en: "A source that is slowed is not slowed evenly. The boundary asks for 8 at once, so it makes 8 in a row and then pauses for long; on average it is as fast as the consumer.",
    },
    {
      ko: "overflowStrategy를 바꿔 보세요. backpressure가 아니면 버퍼는 가득 차도 계속 요청하고, 그래서 무언가를 버리거나(drop…) 스트림을 끝냅니다(fail).",
      en: "Change the OverflowStrategy: any but backpressure goes on asking when it is full, and so it has to drop something (drop…) or end the stream (fail).",
    },
    {
      ko: "왜 Pekko일까요? Akka는 2022년 2.7부터 자유 소프트웨어가 아닌 라이선스(BSL)로 바뀌었고, Apache Pekko는 그 직전의 Akka 2.6에서 갈라져 나왔습니다. 패키지 이름은 akka에서 org.apache.pekko로 바뀌었지만 Streams의 API는 그대로입니다. 이 페이지의 기록은 Pekko 1.7.0에서 얻었습니다.",
      en: "Why Pekko? In 2022 Akka 2.7 took a licence that is no longer open source (BSL); Apache Pekko is the fork of Akka 2.6, the version before. Packages are called org.apache.pekko instead of akka, the API of Streams is the same. What you see was recorded with Pekko 1.7.0.",
    },
  ],
  claims: [
    {
      strategy: "pekko-buffer",
      text: {
        ko: "3,100ms까지 소스는 쉬지 않고 32개를 만듭니다. 그때 21개가 기다리고, 4,500ms까지는 하나도 더 만들지 않습니다.",
        en: "Until 3,100 ms the source makes 32 elements without a pause. 21 of them wait then, and it makes no other until 4,500 ms.",
      },
      holds(run) {
        const { produced, buffered } = run.countsAt(3_100);
        return (
          [produced, buffered].join() === "32,21" &&
          firstPause(run)?.fromMs === 3_100 &&
          firstPause(run)?.toMs === 4_500
        );
      },
    },
    {
      strategy: "pekko-buffer",
      text: {
        ko: "하나도 잃지 않고 36,000ms에 120개를 모두 처리하며, 기다리는 요소는 22개를 넘지 않습니다.",
        en: "Nothing is lost, all 120 are done at 36,000 ms, and never do more than 22 wait.",
      },
      holds: (run) =>
        run.countsAt(36_000).done === 120 && lost(run) === 0 && run.maxBuffered() === 22,
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량 8인 Kotlin 채널은 36,000ms에 똑같이 끝나지만 기다리는 요소가 8개를 넘지 않습니다.",
        en: "A Kotlin channel of 8 places is done at 36,000 ms as well, and never do more than 8 wait.",
      },
      holds: (run) =>
        run.countsAt(36_000).done === 120 && lost(run) === 0 && run.maxBuffered() === 8,
    },
    {
      strategy: "pekko-conflate",
      text: {
        ko: "세 배 빠른 소스 아래의 conflate가 .async()를 거쳐 내보내는 수는 1이 열여섯 번, 4, 그 뒤로는 1이 일곱 번에 17이 한 번씩입니다. 합하면 하나도 빠지지 않습니다.",
        en: "The counts that conflate makes of a source three times as fast are, below .async(): sixteen 1s, a 4, and then a 17 after every seven 1s. Together they miss nothing.",
      },
      holds(run) {
        const counted = counts(run);
        const expected = [...ones(16), 4, ...[1, 2, 3, 4].flatMap(() => [...ones(7), 17])];
        return (
          counted.slice(0, expected.length).join() === expected.join() &&
          counted.reduce((sum, count) => sum + count, 0) === 120
        );
      },
    },
    {
      strategy: "pekko-conflate",
      values: { boundary: "fused" },
      text: {
        ko: ".async()가 없으면 1, 1, 그 뒤로는 늘 3입니다.",
        en: "Without .async() it is 1, 1, and then 3 each time.",
      },
      holds(run) {
        const counted = counts(run);
        return (
          counted.slice(0, 2).join() === "1,1" && counted.slice(2, -1).every((count) => count === 3)
        );
      },
    },
    {
      strategy: "pekko-buffer",
      values: { overflowStrategy: "dropTail" },
      text: {
        ko: "dropTail이면 소스는 느려지지 않고 11,900ms에 120개를 모두 만듭니다. 61개는 버려집니다.",
        en: "With dropTail the source is not slowed and has made all 120 at 11,900 ms. 61 of them are dropped.",
      },
      holds: (run) =>
        run.countsAt(11_899).produced === 119 &&
        run.countsAt(11_900).produced === 120 &&
        run.countsAt(run.durationMs).dropped === 61,
    },
    {
      strategy: "pekko-buffer",
      values: { overflowStrategy: "fail" },
      text: {
        ko: "fail이면 3,200ms에 온 요소에 자리가 없어 스트림이 끝나고, 그 밖의 22개가 함께 사라집니다.",
        en: "With fail the element that comes at 3,200 ms finds no room and ends the stream; 22 others are lost with it.",
      },
      holds: (run) =>
        run.firstLossMs() === 3_200 &&
        run.end().error === "BufferOverflowException" &&
        run.countsAt(3_200).failed === 1 &&
        run.countsAt(3_200).undelivered === 22,
    },
    {
      strategy: "pekko-throttle",
      text: {
        ko: "throttle(초당 2개, 버스트 5)은 소비자가 버스트를 다 쓸 때까지 보이지 않다가 3,300ms부터 500ms에 하나씩만 내보냅니다.",
        en: "A throttle of 2 a second with a burst of 5 does not show until the consumer has used up the burst; from 3,300 ms on one element passes every 500 ms.",
      },
      holds(run) {
        const times = timesOf(run, "received");
        const gaps = times.slice(1).map((ms, i) => ms - (times[i] ?? 0));
        return (
          times[11] === 3_500 &&
          gaps.slice(0, 10).every((gap) => gap === 300) &&
          gaps.slice(11).every((gap) => gap === 500)
        );
      },
    },
  ],
  reality: {
    claimed: {
      ko: "Akka Streams에서는 배압이 자동으로 이루어진다.",
      en: "In Akka Streams, backpressure is automatic.",
    },
    findings: [
      {
        strategy: "pekko-buffer",
        applies: (run) => isWith(run, "backpressure") && firstPause(run) !== null,
        text: {
          ko: "맞습니다. 기다리는 코드 없이도 소스는 {made}개를 만든 뒤 {fromMs}ms부터 쉬었고, 마지막까지 {lost}개를 잃었습니다. 다만 “바로”는 아닙니다. 그때까지 {waiting}개가 쌓였습니다. 버퍼의 8칸 말고도 .async()가 미리 요청한 몫이 있기 때문입니다.",
          en: "True: without a line that waits, the source paused at {fromMs} ms, after {made} elements, and {lost} were lost until the end. But it was not at once: {waiting} elements had piled up by then, since .async() asks ahead for more than the buffer’s own places.",
        },
        numbers(run) {
          const pause = firstPause(run);
          const { produced, buffered } = run.countsAt(pause?.fromMs ?? 0);
          return {
            made: produced,
            fromMs: pause?.fromMs ?? 0,
            waiting: buffered,
            lost: lost(run),
          };
        },
      },
      {
        strategy: "pekko-conflate",
        applies: (run) => counts(run).some((count) => count > 4) && counts(run).includes(1),
        text: {
          ko: "문서는 이렇게 말하고 코드는 저렇게 합니다. Pekko의 문서(“Buffers and working with rate”)는 이런 프로그램이 3이 아니라 1을 찍는다고 합니다. 실제로는 결과 {results}개 가운데 {ones}개가 1이고 나머지는 {others}입니다. 경계가 8개를 한꺼번에 요청해 그동안 모인 것이 한 덩어리로 오기 때문입니다.",
          en: "The documentation says one thing, the code does another. Pekko’s (“Buffers and working with rate”) says that such a program prints 1 instead of 3. In fact {ones} of its {results} results are 1, the others {others}: the boundary asks for 8 at once, and what came meanwhile comes in one piece.",
        },
        numbers(run) {
          const all = counts(run);
          const others = all.filter((count) => count !== 1);
          return {
            results: all.length,
            ones: all.length - others.length,
            others: others.join(", "),
          };
        },
      },
      {
        strategy: "pekko-conflate",
        example: { boundary: "fused" },
        applies: (run) => run.values["boundary"] !== "async" && counts(run).length > 3,
        text: {
          ko: "경계가 없거나 입력 버퍼가 1이면 소비자의 속도가 그대로 드러납니다. 처음은 {first}, 그 뒤로 {usual}이 {times}번입니다.",
          en: "Without a boundary, or with an input buffer of 1, the consumer’s own rate shows: first {first}, then {usual}, {times} times.",
        },
        numbers(run) {
          const all = counts(run);
          const usual = Math.max(...all);
          return {
            first: all.slice(0, all.indexOf(usual)).join(", "),
            usual,
            times: all.filter((count) => count === usual).length,
          };
        },
      },
      {
        strategy: "pekko-buffer",
        example: { overflowStrategy: "dropTail" },
        applies: (run) =>
          ["dropHead", "dropTail", "dropBuffer", "dropNew"].some((each) => isWith(run, each)) &&
          lost(run) > 0,
        text: {
          ko: "자동인 것은 backpressure뿐입니다. {strategy} 전략은 가득 차도 계속 요청하므로 소스는 느려지지 않고 {produced}개 가운데 {lost}개를 버렸습니다. 이름을 조심하세요. dropTail은 들어오는 것이 아니라 버퍼에서 가장 새것을 버립니다. 들어오는 것을 버리는 것은 dropNew인데, Pekko 2.0에서 없어집니다.",
          en: "Only backpressure is automatic. {strategy} goes on asking when it is full: the source is not slowed, and of {produced} elements {lost} were dropped. Mind the names: dropTail drops the newest in the buffer, not the one that comes. That is dropNew, which Pekko 2.0 no longer has.",
        },
        numbers: (run) => ({
          strategy: String(run.values["overflowStrategy"]),
          produced: run.countsAt(run.durationMs).produced,
          lost: lost(run),
        }),
      },
      {
        strategy: "pekko-buffer",
        example: { overflowStrategy: "fail" },
        applies: (run) => isWith(run, "fail") && run.countsAt(run.durationMs).undelivered > 0,
        text: {
          ko: "fail은 자리가 없는 요소 하나 때문에 {atMs}ms에 스트림을 BufferOverflowException으로 끝냅니다. 기다리던 것과 처리 중이던 것 {undelivered}개가 함께 사라지고, 처리를 마친 것은 {done}개입니다.",
          en: "fail ends the stream at {atMs} ms with a BufferOverflowException, for one element without room. The {undelivered} that waited or were being worked on are lost with it; {done} were done.",
        },
        numbers(run) {
          const { undelivered, done } = run.countsAt(run.durationMs);
          return { atMs: run.firstLossMs() ?? 0, undelivered, done };
        },
      },
      {
        strategy: "pekko-throttle",
        example: { throttleMode: "enforcing" },
        applies: (run) => run.countsAt(run.durationMs).rejected > 0,
        text: {
          ko: "enforcing throttle은 아무도 늦추지 않습니다. 토큰이 없는데 온 첫 요소에서, {atMs}ms에 스트림이 RateExceededException으로 끝났습니다. 처리를 마친 것은 {done}개입니다.",
          en: "An enforcing throttle slows nobody: the first element that came without a token ended the stream at {atMs} ms with a RateExceededException, after {done} were done.",
        },
        numbers: (run) => ({
          atMs: run.firstLossMs() ?? 0,
          done: run.countsAt(run.durationMs).done,
        }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "Kotlin 채널의 send도 저절로 기다립니다. 미리 요청하는 이가 없어 {most}개까지만 쌓였습니다.",
          en: "Kotlin’s send waits by itself, too. Nobody asks ahead there: at most {most} elements piled up.",
        },
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["pekko-buffer"],
        why: PEKKO_TICKS,
      },
    ],
  },
  next: [
    {
      text: {
        ko: ".async()가 없으면 소스는 언제부터 쉴까요?",
        en: "How soon does the source pause without .async()?",
      },
      link: "s=akka&k=pekko-buffer&ab=fused",
    },
    {
      text: {
        ko: "conflate로 세면 세 배 빠른 소스가 3, 3, 3…으로 보일까요?",
        en: "Does a conflate that counts show 3, 3, 3 … under a source three times as fast?",
      },
      link: "s=akka&k=pekko-conflate",
    },
    {
      text: {
        ko: "입력 버퍼를 1로 줄이면 무엇을 찍을까요?",
        en: "And with an input buffer of 1?",
      },
      link: "s=akka&k=pekko-conflate&ab=one",
    },
    {
      text: {
        ko: "dropTail은 어느 것을 버릴까요?",
        en: "Which elements does dropTail drop?",
      },
      link: "s=akka&k=pekko-buffer&ab=fused&os=dropTail",
    },
    {
      text: {
        ko: "fail이면 버퍼에서 기다리던 것은 어떻게 될까요?",
        en: "With fail, what becomes of those that waited in the buffer?",
      },
      link: "s=akka&k=pekko-buffer&ab=fused&os=fail",
    },
    {
      text: {
        ko: "초당 2개로 제한하는 throttle은 누구를 늦출까요?",
        en: "Whom does a throttle of 2 a second slow?",
      },
      link: "s=akka&k=pekko-throttle",
    },
  ],
  strategies: ["pekko-buffer", "pekko-conflate", "pekko-throttle", "bounded"],
  values: {
    durationS: 40,
    producerDelayMs: 100,
    consumerDelayMs: 300,
    count: 120,
    capacity: 8,
    overflowStrategy: "backpressure",
    boundary: "async",
    ratePerSec: 2,
    burst: 5,
  },
  controls: ["overflowStrategy", "boundary", "capacity", "throttleMode", "producerDelayMs"],
  strips: ["staircase", "depth"],
});

/** What conflate handed on, in order: how many elements each result stands for. */
function counts(run: ClaimRun): number[] {
  return run
    .output()
    .filter(({ line }) => line === "count")
    .map(({ numbers }) => numbers[0] ?? 0);
}

function ones(n: number): number[] {
  return Array.from({ length: n }, () => 1);
}

function timesOf(run: ClaimRun, name: string): number[] {
  return run.output().flatMap(({ line, timeMs }) => (line === name ? [timeMs] : []));
}

/** The first time that the source made nothing for longer than its own pause: since its last element, until the next. */
function firstPause(run: ClaimRun): { readonly fromMs: number; readonly toMs: number } | null {
  const times = timesOf(run, "made");
  const next = times.findIndex(
    (ms, i) => i > 0 && ms - (times[i - 1] ?? 0) > Number(run.values["producerDelayMs"]),
  );
  return next < 0 ? null : { fromMs: times[next - 1] ?? 0, toMs: times[next] ?? 0 };
}

function isWith(run: ClaimRun, overflowStrategy: string): boolean {
  return run.values["overflowStrategy"] === overflowStrategy;
}

function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}
