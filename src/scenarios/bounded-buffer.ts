import { linesOf } from "./readings.ts";
import { type ClaimRun, defineScenario, type OutputLine } from "./scenario.ts";

/** A hundred elements without any pause through a buffer of ten: the consumer sets the pace. */
export const boundedBuffer = defineScenario({
  id: "bounded-buffer",
  revision: 2,
  former: [
    {
      strategy: "bounded",
      values: {
        durationS: 12,
        producerDelayMs: 0,
        consumerDelayMs: 100,
        capacity: 10,
        count: 100,
      },
    },
  ],
  question: {
    ko: "생산자는 쉬지 않고 100개를 보냅니다. 버퍼는 10칸, 처리는 하나에 100ms. 마지막 send는 언제 돌아올까요?",
    en: "The producer sends 100 elements without pausing into a buffer of 10; each takes 100 ms to process. When does the last send return?",
  },
  answers: [
    {
      right: false,
      text: { ko: "거의 0ms에.", en: "At about 0 ms." },
      why: {
        ko: "버퍼에 자리가 있는 동안만 그렇습니다. 11개를 보내면 자리가 없고, 그다음 send는 소비자가 하나를 꺼낼 때까지 기다립니다.",
        en: "Only while there is room. After eleven elements there is none, and the next send waits until the consumer takes one.",
      },
    },
    {
      right: true,
      text: { ko: "8,900ms에.", en: "At 8,900 ms." },
      why: {
        ko: "처음 11개는 기다리지 않습니다. 나머지 89개는 100ms마다 하나씩 나는 자리를 기다려야 합니다.",
        en: "The first 11 don't wait. The other 89 have to wait for a place, and one comes free every 100 ms.",
      },
    },
    {
      right: false,
      text: { ko: "10,000ms에.", en: "At 10,000 ms." },
      why: {
        ko: "그때는 마지막 요소의 처리가 끝납니다. 생산자는 더 일찍 끝납니다. 마지막 11개는 아직 버퍼에 있거나 처리 중입니다.",
        en: "That is when the last element is done. The producer finishes earlier: the last 11 are still buffered or in progress.",
      },
    },
    {
      right: false,
      text: {
        ko: "돌아오지 않습니다. 버퍼가 차면 send가 실패합니다.",
        en: "It doesn't: when the buffer is full, send fails.",
      },
      why: {
        ko: "send는 실패하지 않고 기다립니다. 자리가 없을 때 바로 실패하는 것은 trySend입니다.",
        en: "send waits instead of failing. trySend is the one that fails when there is no room.",
      },
    },
  ],
  showsAtMs: 9_000,
  notice: [
    {
      ko: "처음 설정에서는 0ms에 11개를 보냅니다. 10개는 버퍼에 있고 1개는 소비자가 처리하고 있습니다.",
      en: "With the scenario's own settings, eleven elements are sent at 0 ms: ten are in the buffer, and the consumer is processing one.",
    },
    {
      ko: "그다음부터는 소비자가 하나를 꺼낼 때마다 send 하나가 돌아옵니다.",
      en: "From then on, one send returns each time the consumer takes an element.",
    },
    {
      ko: "용량을 두 배로 늘려도 전체 시간은 그대로입니다. 생산자가 먼저 끝날 뿐입니다.",
      en: "Doubling the capacity does not change the total time. The producer just finishes sooner.",
    },
  ],
  claims: [
    {
      strategy: "bounded-buffer-written",
      text: {
        ko: "마지막 send는 8,900ms에 돌아오고 10,000ms에 모두 처리되지만, 프로그램은 15,000ms에야 끝납니다.",
        en: "The last send returns at 8,900 ms and everything is done at 10,000 ms, but the program ends at 15,000 ms.",
      },
      holds: (run) =>
        lastMs(run, "sent") === 8_900 &&
        lastMs(run, "done") === 10_000 &&
        run.end().reason === "completed" &&
        run.end().atMs === 15_000,
    },
    {
      strategy: "bounded-buffer-that-ends",
      text: {
        ko: "main 블록 끝의 delay가 없으면 마지막 요소가 처리되는 10,000ms에 끝납니다.",
        en: "Without the delay at the end of main, it ends when the last element is done, at 10,000 ms.",
      },
      holds: (run) =>
        lastMs(run, "done") === 10_000 &&
        run.end().reason === "completed" &&
        run.end().atMs === 10_000,
    },
    {
      strategy: "bounded",
      text: {
        ko: "버퍼에는 최대 10개가 있고, send에서 기다리는 것은 많아야 1개입니다.",
        en: "At most 10 elements are in the buffer and at most 1 is in a waiting send.",
      },
      holds: (run) =>
        run.maxBuffered() === 10 &&
        [0, 50, 1_000, 5_000, 8_899].every((timeMs) => run.countsAt(timeMs).held === 1),
    },
    {
      strategy: "unlimited",
      text: {
        ko: "한도가 없으면 0ms에 100개를 모두 보내지만, 전체 시간은 똑같이 10,000ms입니다.",
        en: "Without a bound, all 100 are sent at 0 ms, but the total time is still 10,000 ms.",
      },
      holds: (run) => run.countsAt(0).made === 100 && run.end().atMs === 10_000,
    },
  ],
  reality: {
    claimed: {
      ko: "버퍼가 가득 차면 생산자의 속도가 소비자의 속도에 저절로 맞춰집니다.",
      en: "When the buffer is full, the producer automatically slows down to the consumer's rate.",
    },
    findings: [
      {
        strategy: "bounded-buffer-written",
        text: {
          ko: "맞는 말입니다. 0ms에 돌아온 send는 {atOnce}번이고, 마지막 send는 {lastSentMs}ms에 돌아왔습니다. 그동안 버퍼에는 많아야 {elements}개가 있었습니다.",
          en: "True. Sends that returned at 0 ms: {atOnce}. The last send returned at {lastSentMs} ms. The buffer never held more than {elements}.",
        },
        applies: hasSentAll,
        numbers: (run) => ({
          atOnce: sentLines(run).filter(({ timeMs }) => timeMs === 0).length,
          lastSentMs: lastMs(run, "sent"),
          elements: run.maxBuffered(),
        }),
      },
      {
        strategy: "bounded-buffer-written",
        text: {
          ko: "맞는 말입니다. 돌아온 send는 0ms에 {atOnce}번, {endMs}ms까지 모두 {sent}번입니다. 그동안 버퍼에는 많아야 {elements}개가 있었습니다.",
          en: "True. Sends that returned at 0 ms: {atOnce}; in total by {endMs} ms: {sent}. The buffer never held more than {elements}.",
        },
        // The recording stops before the last send, or nothing is sent at all.
        applies: (run) => run.end().reason === "duration" && !hasSentAll(run),
        example: { count: 0 },
        numbers: (run) => ({
          atOnce: sentLines(run).filter(({ timeMs }) => timeMs === 0).length,
          endMs: run.end().atMs,
          sent: sentLines(run).length,
          elements: run.maxBuffered(),
        }),
      },
      {
        strategy: "bounded-buffer-written",
        text: {
          ko: "마지막으로 처리가 끝난 것은 {lastDoneMs}ms, 실행이 끝난 것은 {endMs}ms입니다. 그 사이 {idleMs}ms 동안 끝난 일은 없습니다.",
          en: "The last element was done at {lastDoneMs} ms; the run ended at {endMs} ms. Nothing was finished in the {idleMs} ms in between.",
        },
        applies: (run) => run.end().reason === "completed" && idleMs(run) > 0,
        numbers: (run) => ({
          lastDoneMs: lastMs(run, "done"),
          endMs: run.end().atMs,
          idleMs: idleMs(run),
        }),
      },
      {
        strategy: "bounded-buffer-written",
        text: {
          ko: "프로그램은 마지막 처리가 끝난 {endMs}ms에 함께 끝났습니다. main 블록 끝의 delay({bodyMs})는 그 전에 이미 끝나서 아무것도 늦추지 않습니다.",
          en: "The program ended with its last element, at {endMs} ms. The delay({bodyMs}) at the end of main was already over and delayed nothing.",
        },
        applies: (run) => run.end().reason === "completed" && idleMs(run) === 0,
        example: { bodyMs: 1000 },
        numbers: (run) => ({ endMs: run.end().atMs, bodyMs: String(run.values["bodyMs"]) }),
      },
      {
        strategy: "bounded-buffer-written",
        text: {
          ko: "catch (e: Exception)은 취소까지 잡습니다. 그래서 취소된 생산자가 멈추지 않고 다음 요소로 넘어갑니다. 이 실행에서 잡힌 예외는 {caught}개라서 눈에 띄지 않을 뿐입니다.",
          en: "catch (e: Exception) also catches cancellation: a cancelled producer would not stop but continue with the next element. Exceptions caught in this run: {caught}, so nobody notices.",
        },
        applies: (run) => run.countsAt(run.end().atMs).failed === 0,
        numbers: (run) => ({ caught: run.countsAt(run.end().atMs).failed }),
      },
      {
        strategy: "bounded-buffer-that-ends",
        text: {
          ko: "자식이 모두 끝나면 runBlocking도 끝납니다. 마지막 처리는 {lastDoneMs}ms, 실행의 끝은 {endMs}ms입니다.",
          en: "runBlocking ends when all its children have ended. Last element done: {lastDoneMs} ms; end of the run: {endMs} ms.",
        },
        applies: (run) => run.end().reason === "completed",
        numbers: (run) => ({ lastDoneMs: lastMs(run, "done"), endMs: run.end().atMs }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "요소 {done}개를 모두 처리했고, 마지막 요소는 {lastDoneMs}ms에 끝났습니다. delay가 조금씩 늦게 끝나고, 그 지연이 쌓입니다.",
      en: "It processed all {done} elements, the last by {lastDoneMs} ms: every delay ends slightly late, and that adds up.",
    },
  },
  next: [
    {
      text: {
        ko: "용량을 50으로 늘리면 무엇이 빨라질까요?",
        en: "What gets faster with a capacity of 50?",
      },
      link: "s=bounded-buffer.2&cap=50",
    },
    {
      text: {
        ko: "버퍼가 아예 없으면 얼마나 느려질까요?",
        en: "How much slower is it without a buffer?",
      },
      link: "s=bounded-buffer.2&k=rendezvous",
    },
    {
      text: {
        ko: "일이 끝나자마자 프로그램도 끝나게 하려면?",
        en: "How can the program end as soon as the work is done?",
      },
      link: "s=bounded-buffer.2&k=bounded-buffer-that-ends",
    },
  ],
  strategies: [
    "bounded-buffer-written",
    "bounded-buffer-that-ends",
    "bounded",
    "rendezvous",
    "unlimited",
  ],
  values: {
    durationS: 16,
    producerDelayMs: 0,
    consumerDelayMs: 100,
    capacity: 10,
    count: 100,
    bodyMs: 15000,
  },
  strips: ["ladder", "staircase"],
  controls: ["capacity", "producerDelayMs", "consumerDelayMs", "count", "bodyMs"],
});

function sentLines(run: ClaimRun): OutputLine[] {
  return linesOf(run, "sent");
}

function hasSentAll(run: ClaimRun): boolean {
  return sentLines(run).length === run.values["count"] && run.values["count"] > 0;
}

/** How long the program kept running after its last element was done, in ms. */
function idleMs(run: ClaimRun): number {
  return run.end().atMs - lastMs(run, "done");
}

/** When a line of this name was last printed, in ms; 0 if it never was. */
function lastMs(run: ClaimRun, name: string): number {
  return run.output().findLast(({ line }) => line === name)?.timeMs ?? 0;
}
