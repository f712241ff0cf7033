import { lost, printed, printedAt, timesOf } from "./readings.ts";
import { PEKKO_TICKS } from "./real-machine/pekko-ticks.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Demand travels upstream by itself: when the source is slowed down, and how much a boundary requests ahead. */
export const akka = defineScenario({
  id: "akka",
  revision: 1,
  question: {
    ko: "소스는 초당 10개까지 만들 수 있고, 소비자는 하나에 300ms가 걸립니다. 그 사이에는 .buffer(8, backpressure).async()뿐이고, 기다리라는 코드는 한 줄도 없습니다. 소스는 어떻게 될까요?",
    en: "A source can make 10 elements a second; the consumer takes 300 ms for each. Between them is only .buffer(8, backpressure).async(), and no code waits. What does the source do?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "계속 초당 10개를 만듭니다. 멈추라는 코드가 없으니 버퍼가 넘칩니다.",
        en: "It keeps going, and the buffer overflows.",
      },
      why: {
        ko: "Pekko의 단계는 아래에서 요청(pull)을 받아야만 요소 하나를 내보냅니다. 가득 찬 backpressure 버퍼는 요청하지 않고, 요청받지 않은 소스는 만들지 않습니다.",
        en: "A stage emits one element per pull. A full buffer does not pull, so the source makes nothing.",
      },
    },
    {
      right: false,
      text: {
        ko: "버퍼 8칸이 다 차는 1초 남짓 뒤에 쉽니다.",
        en: "It pauses after just over 1 s, when the 8 places are full.",
      },
      why: {
        ko: ".async()가 없다면 맞습니다. .async()가 있으면 그 아래가 별도의 액터가 되고, 이 액터는 소비자의 요청과 상관없이 처음에 16개를 요청합니다. 그만큼이 먼저 버퍼를 지나갑니다.",
        en: "It would without .async(). With it, everything below is an actor of its own, which requests 16 at first, so 16 pass through the buffer before it fills.",
      },
    },
    {
      right: true,
      text: {
        ko: "3초쯤 뒤에 쉽니다. 경계가 요청한 16개와 8개를 다 보내고 버퍼 8칸도 찼을 때입니다.",
        en: "It pauses after about 3 s: the 16 and 8 that the boundary requested have passed, and the 8 places are full.",
      },
      why: {
        ko: "요청은 아래에서 위로 저절로 올라갑니다. 소비자는 하나씩, 경계는 처음에 16개, 그 뒤로는 8개가 나갈 때마다 8개씩 요청합니다. 소스는 요청받은 만큼만 만들므로 따로 쓸 코드가 없습니다.",
        en: "Demand travels upstream by itself. The consumer requests 1 at a time, the boundary 16 at first and 8 each time 8 have been passed on. It needs no code.",
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
        en: "No thread is blocked: an actor with nothing to do releases it.",
      },
    },
  ],
  showsAtMs: 3_200,
  notice: [
    {
      ko: "요청(티켓)이 아래에서 위로 올라갑니다. 한 액터 안에서는 한 번에 하나, .async() 경계에서는 처음에 16장, 그 뒤로는 8개가 나갈 때마다 8장입니다. 티켓이 없으면 소스는 만들지 않습니다.",
      en: "Requests travel upstream as tickets: one at a time inside an actor, 16 and then 8 at the .async() boundary. Without a ticket the source makes nothing.",
    },
    {
      ko: "소스는 고르게 느려지지 않습니다. 경계가 8개를 한꺼번에 요청하므로 8개를 이어서 만들고 한참 쉽니다. 평균은 소비자의 속도와 같습니다.",
      en: "The source does not slow down evenly. The boundary requests 8 at once, so the source makes 8 in a row and then pauses for a while; on average it matches the consumer.",
    },
    {
      ko: "overflowStrategy를 바꿔 보세요. backpressure 말고는 모두 버퍼가 가득 차도 계속 요청하므로, 요소를 버리거나(drop…) 스트림을 끝냅니다(fail).",
      en: "Change the OverflowStrategy: all except backpressure keep requesting when the buffer is full, so they have to drop elements (drop…) or end the stream (fail).",
    },
    {
      ko: "Source.queue는 스트림 밖에서 넣는 입구입니다. 위에 요청이 닿지 않으므로 생산자가 offer의 답을 봐야 합니다. Source.queue(8)은 Enqueued나 Dropped라고 바로 답하고, Source.queue(8, backpressure)는 자리가 날 때까지 답하지 않습니다.",
      en: "Source.queue is the way in from outside the stream. No demand reaches the producer, so it has to look at what offer answers: Source.queue(8) says Enqueued or Dropped at once; Source.queue(8, backpressure) does not answer until there is room.",
    },
    {
      ko: "왜 Pekko일까요? Akka는 2022년 2.7부터 오픈 소스가 아닌 라이선스(BSL)로 바뀌었고, Apache Pekko는 그 직전의 Akka 2.6에서 갈라져 나왔습니다. 패키지 이름이 akka에서 org.apache.pekko로 바뀌었을 뿐 Streams의 API는 그대로입니다. 이 페이지의 기록은 Pekko 1.7.0에서 얻었습니다.",
      en: "Why Pekko? In 2022, Akka 2.7 moved to a licence that is not open source (BSL); Apache Pekko is a fork of the version before it, Akka 2.6. Packages are named org.apache.pekko instead of akka; the Streams API is the same. This page was recorded with Pekko 1.7.0.",
    },
  ],
  claims: [
    {
      strategy: "pekko-buffer",
      text: {
        ko: "3,100ms까지 소스는 쉬지 않고 32개를 만듭니다. 그때 21개가 기다리고, 4,500ms까지는 하나도 더 만들지 않습니다.",
        en: "Until 3,100 ms the source makes 32 elements without pausing. By then 21 are waiting, and it makes no more until 4,500 ms.",
      },
      holds(run) {
        const { made, waiting } = run.countsAt(3_100);
        return (
          [made, waiting].join() === "32,21" &&
          firstPause(run)?.fromMs === 3_100 &&
          firstPause(run)?.toMs === 4_500
        );
      },
    },
    {
      strategy: "pekko-buffer",
      text: {
        ko: "하나도 잃지 않고 36,000ms에 120개를 모두 처리하며, 기다리는 요소는 많아야 22개입니다.",
        en: "Nothing is lost, all 120 are done at 36,000 ms, and at most 22 wait.",
      },
      holds: (run) =>
        run.countsAt(36_000).done === 120 && lost(run) === 0 && run.maxBuffered() === 22,
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량이 8인 Kotlin 채널도 36,000ms에 끝나지만, 기다리는 요소는 많아야 8개입니다.",
        en: "A Kotlin channel with a capacity of 8 also finishes at 36,000 ms, and at most 8 wait.",
      },
      holds: (run) =>
        run.countsAt(36_000).done === 120 && lost(run) === 0 && run.maxBuffered() === 8,
    },
    {
      strategy: "pekko-queue",
      text: {
        ko: "Source.queue(8, backpressure)이면 1,300ms에 offer한 13번의 답이 1,500ms에야 옵니다. 그 뒤로 생산자는 소비자와 같이 300ms에 하나씩 만들고, 36,000ms까지 120개가 모두 처리됩니다.",
        en: "With Source.queue(8, backpressure), element 13 is offered at 1,300 ms and answered only at 1,500 ms. From then on, the producer makes one every 300 ms, as fast as the consumer works, and all 120 are done at 36,000 ms.",
      },
      holds: (run) =>
        offersOf(run, "enqueued").at(13) === "13@1500" &&
        timesOf(run, "made")
          .slice(14)
          .every((ms, i) => ms === 1_600 + 300 * i) &&
        run.countsAt(1_299).held === 0 &&
        run.countsAt(1_300).held === 1 &&
        run.countsAt(36_000).done === 120 &&
        lost(run) === 0,
    },
    {
      strategy: "pekko-queue",
      values: { overflowStrategy: "dropHead" },
      text: {
        ko: "Source.queue(8, dropHead)이면 offer 120번의 답이 모두 Enqueued이지만, 그 가운데 72개는 나중에 버려집니다.",
        en: "With Source.queue(8, dropHead), all 120 offers are answered Enqueued, yet 72 of these elements are dropped later.",
      },
      holds: (run) =>
        offersOf(run, "enqueued").length === 120 &&
        offersOf(run, "dropped").length === 0 &&
        run.countsAt(run.durationMs).dropped === 72 &&
        run.countsAt(run.durationMs).done === 48,
    },
    {
      strategy: "pekko-bounded-queue",
      text: {
        ko: "Source.queue(8)의 offer는 늘 그 자리에서 답합니다. 1,300ms에 처음으로 Dropped라고 답하고, 120번 가운데 72번이 Dropped입니다. 생산자는 느려지지 않습니다.",
        en: "With Source.queue(8), every offer is answered on the spot. The first Dropped comes at 1,300 ms, and 72 of the 120 answers are Dropped. The producer is not slowed down.",
      },
      holds: (run) =>
        offersOf(run, "dropped")[0] === "13@1300" &&
        offersOf(run, "dropped").length === 72 &&
        offersOf(run, "enqueued").length === 48 &&
        run.countsAt(11_899).made === 119 &&
        run.countsAt(11_900).made === 120,
    },
    {
      strategy: "pekko-conflate",
      text: {
        ko: "세 배 빠른 소스를 conflate로 세면 .async() 아래로 나오는 수는 1이 열여섯 번, 4, 그 뒤로는 1 일곱 번과 17 한 번이 되풀이됩니다. 모두 더하면 하나도 빠지지 않습니다.",
        en: "With a source three times as fast, conflate emits these counts through .async(): sixteen 1s, a 4, and then seven 1s and a 17, over and over. Added up, they miss nothing.",
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
        en: "Without .async() the counts are 1, 1, and then 3 every time.",
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
        en: "With dropTail the source is not slowed down and makes all 120 by 11,900 ms; 61 of them are dropped.",
      },
      holds: (run) =>
        run.countsAt(11_899).made === 119 &&
        run.countsAt(11_900).made === 120 &&
        run.countsAt(run.durationMs).dropped === 61,
    },
    {
      strategy: "pekko-buffer",
      values: { overflowStrategy: "fail" },
      text: {
        ko: "fail이면 3,200ms에 온 요소가 들어갈 자리가 없어 스트림이 끝나고, 다른 22개도 함께 사라집니다.",
        en: "With fail, the element that arrives at 3,200 ms finds no room and ends the stream; 22 others are lost with it.",
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
        ko: "throttle(초당 2개, 버스트 5)은 소비자가 버스트를 다 쓸 때까지 드러나지 않다가, 3,300ms부터 500ms에 하나씩만 내보냅니다.",
        en: "A throttle of 2 a second with a burst of 5 has no visible effect until the consumer has used up the burst; from 3,300 ms on, one element passes every 500 ms.",
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
      ko: "Akka Streams에서는 배압이 자동으로 이루어집니다.",
      en: "In Akka Streams, backpressure is automatic.",
    },
    findings: [
      {
        strategy: "pekko-buffer",
        applies: (run) => isHeld(run) && run.values["boundary"] !== "fused",
        text: {
          ko: "맞습니다. 기다리는 코드 없이도 소스는 {made}개를 만든 뒤 {fromMs}ms부터 쉬었고, 끝까지 {lost}개를 잃었습니다. 다만 곧바로 쉬지는 않았습니다. 그때까지 {waiting}개가 쌓였습니다. 버퍼의 자리 말고도 .async()가 미리 요청한 몫이 있기 때문입니다.",
          en: "True: with no code that waits, the source paused at {fromMs} ms after {made} elements, and {lost} were lost by the end. But it did not pause at once: {waiting} elements had piled up by then, because .async() requests elements ahead, on top of the buffer’s own places.",
        },
        numbers: firstPauseOf,
      },
      {
        strategy: "pekko-buffer",
        example: { boundary: "fused" },
        applies: (run) => isHeld(run) && run.values["boundary"] === "fused",
        text: {
          ko: "맞습니다. 기다리는 코드 없이도 소스는 {made}개를 만든 뒤 {fromMs}ms부터 쉬었고, 끝까지 {lost}개를 잃었습니다. 경계가 없어 미리 요청하는 것은 버퍼뿐입니다. 그때까지 {waiting}개가 쌓였습니다.",
          en: "True: with no code that waits, the source paused at {fromMs} ms after {made} elements, and {lost} were lost by the end. Without a boundary only the buffer requests ahead: {waiting} elements had piled up by then.",
        },
        numbers: firstPauseOf,
      },
      {
        strategy: "pekko-conflate",
        applies: (run) => counts(run).some((count) => count > 4) && counts(run).includes(1),
        text: {
          ko: "문서와 코드가 다릅니다. Pekko 1.7.0의 문서(“Buffers and working with rate”)는 이런 프로그램이 3이 아니라 1을 출력한다고 설명합니다. 실제로는 결과 {results}개 가운데 {ones}개가 1이고 나머지는 {others}입니다. 경계가 8개를 한꺼번에 요청하므로 그동안 모인 것이 하나로 합쳐지기 때문입니다.",
          en: "The documentation and the code disagree. The documentation of Pekko 1.7.0 (“Buffers and working with rate”) says that such a program prints 1 instead of 3. In fact {ones} of its {results} results are 1 and the others are {others}: the boundary requests 8 at once, and everything that arrives in the meantime is merged into one.",
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
          ko: "경계가 없거나 입력 버퍼가 1이면 소비자의 속도가 그대로 드러납니다. 처음에는 {first}, 그 뒤로는 계속 {usual}({times}번)입니다.",
          en: "Without a boundary, or with an input buffer of 1, the results show the consumer’s own rate: first {first}, then {usual}, {times} times.",
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
          ko: "자동인 것은 backpressure뿐입니다. {strategy} 전략은 가득 차도 계속 요청하므로 소스가 느려지지 않고, {produced}개 가운데 {lost}개를 버렸습니다. 이름에 주의하세요. dropTail은 들어오는 요소가 아니라 버퍼에서 가장 새로운 요소를 버립니다. 들어오는 요소를 버리는 것은 dropNew이며, Pekko 2.0에서 없어집니다.",
          en: "Only backpressure is automatic. {strategy} keeps requesting when the buffer is full, so the source is not slowed down, and {lost} of {produced} elements were dropped. Mind the names: dropTail drops the newest element in the buffer, not the incoming one. dropNew drops the incoming one; Pekko 2.0 no longer has it.",
        },
        numbers: (run) => ({
          strategy: String(run.values["overflowStrategy"]),
          produced: run.countsAt(run.durationMs).made,
          lost: lost(run),
        }),
      },
      {
        strategy: "pekko-buffer",
        example: { overflowStrategy: "fail" },
        applies: (run) => isWith(run, "fail") && run.countsAt(run.durationMs).undelivered > 0,
        text: {
          ko: "fail은 자리를 얻지 못한 요소 하나 때문에 {atMs}ms에 스트림을 BufferOverflowException으로 끝냅니다. 기다리던 것과 처리 중이던 것 {undelivered}개가 함께 사라지고, 처리를 마친 것은 {done}개입니다.",
          en: "fail ends the stream at {atMs} ms with a BufferOverflowException because one element found no room. {undelivered} elements that were waiting or in progress are lost with it; {done} were done.",
        },
        numbers(run) {
          const { undelivered, done } = run.countsAt(run.durationMs);
          return { atMs: run.firstLossMs() ?? 0, undelivered, done };
        },
      },
      {
        strategy: "pekko-queue",
        applies: (run) => isWith(run, "backpressure") && offersOf(run, "enqueued").length > 0,
        text: {
          ko: "스트림 밖에서 넣을 때는 자동이 아닙니다. 생산자가 느려진 것은 offer의 답을 기다렸다가 다음 것을 내놓았기 때문입니다. 가장 오래 걸린 답은 {longestMs}ms 뒤에 왔고, 잃은 요소는 {lost}개입니다.",
          en: "From outside the stream, it is not automatic: the producer slows down because it waits for the answer to one offer before it makes the next. The slowest answer took {longestMs} ms. Elements lost: {lost}.",
        },
        numbers: (run) => ({ longestMs: longestAnswerMs(run), lost: lost(run) }),
      },
      {
        strategy: "pekko-queue",
        example: { overflowStrategy: "dropHead" },
        applies: (run) =>
          ["dropHead", "dropTail", "dropBuffer"].some((each) => isWith(run, each)) && lost(run) > 0,
        text: {
          ko: "Enqueued는 처리된다는 약속이 아닙니다. 답은 Enqueued {enqueued}번, Dropped {dropped}번이었지만, {lost}개가 큐에서 버려졌습니다.",
          en: "Enqueued does not promise that an element will be processed. Answers: Enqueued {enqueued} times, Dropped {dropped} times. Elements dropped from the queue afterwards: {lost}.",
        },
        numbers: (run) => ({
          enqueued: offersOf(run, "enqueued").length,
          dropped: offersOf(run, "dropped").length,
          lost: lost(run),
        }),
      },
      {
        strategy: "pekko-bounded-queue",
        applies: (run) => offersOf(run, "dropped").length > 0,
        text: {
          ko: "스트림 밖의 생산자에게 배압은 답 하나로 전해질 뿐입니다. offer가 {enqueued}번은 Enqueued, {dropped}번은 Dropped라고 바로 답했고, 이 프로그램은 답을 출력하기만 하므로 Dropped인 요소를 모두 잃었습니다.",
          en: "For a producer outside the stream, backpressure is no more than an answer. offer said Enqueued {enqueued} times and Dropped {dropped} times, at once; this program only prints the answers, so each dropped element is lost.",
        },
        numbers: (run) => ({
          enqueued: offersOf(run, "enqueued").length,
          dropped: offersOf(run, "dropped").length,
        }),
      },
      {
        strategy: "pekko-throttle",
        example: { throttleMode: "enforcing" },
        applies: (run) => run.countsAt(run.durationMs).rejected > 0,
        text: {
          ko: "enforcing throttle은 아무것도 늦추지 않습니다. 토큰 없이 온 첫 요소 때문에 {atMs}ms에 스트림이 RateExceededException으로 끝났습니다. 처리를 마친 것은 {done}개입니다.",
          en: "An enforcing throttle slows nothing down: the first element to arrive without a token ended the stream at {atMs} ms with a RateExceededException. Elements done: {done}.",
        },
        numbers: (run) => ({
          atMs: run.firstLossMs() ?? 0,
          done: run.countsAt(run.durationMs).done,
        }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "Kotlin 채널의 send도 저절로 기다립니다. 미리 요청하는 경계가 없어 많아야 {most}개가 쌓였습니다.",
          en: "Kotlin’s send also waits by itself. Nothing requests ahead there: at most {most} elements piled up.",
        },
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["pekko-buffer", "pekko-bounded-queue"],
        why: PEKKO_TICKS,
      },
    ],
  },
  next: [
    {
      text: {
        ko: ".async()가 없으면 소스는 언제부터 쉴까요?",
        en: "When does the source pause without .async()?",
      },
      link: "s=akka&k=pekko-buffer&ab=fused",
    },
    {
      text: {
        ko: "conflate로 세면 세 배 빠른 소스가 3, 3, 3…으로 보일까요?",
        en: "Does counting with conflate show 3, 3, 3 … when the source is three times as fast?",
      },
      link: "s=akka&k=pekko-conflate",
    },
    {
      text: {
        ko: "입력 버퍼를 1로 줄이면 무엇을 출력할까요?",
        en: "What does it print with an input buffer of 1?",
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
        ko: "fail이면 버퍼에서 기다리던 요소는 어떻게 될까요?",
        en: "With fail, what happens to the elements waiting in the buffer?",
      },
      link: "s=akka&k=pekko-buffer&ab=fused&os=fail",
    },
    {
      text: {
        ko: "스트림 밖에서 넣는 생산자는 누가 늦출까요? Source.queue의 두 가지를 나란히 보세요.",
        en: "Who slows down a producer outside the stream? See the two forms of Source.queue side by side.",
      },
      link: "s=akka&k=pekko-queue&2.k=pekko-bounded-queue",
    },
    {
      text: {
        ko: "초당 2개로 제한하는 throttle은 무엇을 늦출까요?",
        en: "What does a throttle of 2 a second slow down?",
      },
      link: "s=akka&k=pekko-throttle",
    },
  ],
  strategies: [
    "pekko-buffer",
    "pekko-queue",
    "pekko-bounded-queue",
    "pekko-conflate",
    "pekko-throttle",
    "bounded",
  ],
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

/** The number of elements that each of conflate's results stands for, in order. */
function counts(run: ClaimRun): number[] {
  return printed(run, "count");
}

/** The offers that got this answer, each with the time of the answer in ms: `13@1500`. */
function offersOf(run: ClaimRun, answer: "enqueued" | "dropped"): string[] {
  return printedAt(run, answer);
}

/** The longest that an offer waited for its answer, in ms. */
function longestAnswerMs(run: ClaimRun): number {
  const made = timesOf(run, "made");
  return Math.max(...timesOf(run, "enqueued").map((ms, i) => ms - (made[i] ?? ms)));
}

function ones(n: number): number[] {
  return Array.from({ length: n }, () => 1);
}

/** The source's first break longer than its own pause, from one element to the next; null if it had none. */
function firstPause(run: ClaimRun): { readonly fromMs: number; readonly toMs: number } | null {
  const times = timesOf(run, "made");
  const next = times.findIndex(
    (ms, i) => i > 0 && ms - (times[i - 1] ?? 0) > Number(run.values["producerDelayMs"]),
  );
  return next < 0 ? null : { fromMs: times[next - 1] ?? 0, toMs: times[next] ?? 0 };
}

/** Whether the buffer slowed the source down. */
function isHeld(run: ClaimRun): boolean {
  return isWith(run, "backpressure") && firstPause(run) !== null;
}

/** When the source first paused, after how many elements, how many waited then, and how many the whole run lost. */
function firstPauseOf(run: ClaimRun) {
  const fromMs = firstPause(run)?.fromMs ?? 0;
  const { made, waiting } = run.countsAt(fromMs);
  return { made, fromMs, waiting, lost: lost(run) };
}

function isWith(run: ClaimRun, overflowStrategy: string): boolean {
  return run.values["overflowStrategy"] === overflowStrategy;
}
