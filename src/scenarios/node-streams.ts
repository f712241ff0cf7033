import { linesOf, lost } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** What false from write() means, when 'drain' fires, and how many elements are in flight in a chain of streams. */
export const nodeStreams = defineScenario({
  id: "node-streams",
  revision: 1,
  question: {
    ko: "생산자가 highWaterMark가 4인 Writable에 write()로 씁니다. 네 번째 write()가 false를 돌려줍니다. 이 답을 따르는 생산자는 언제 다시 쓸까요?",
    en: "A producer writes into a Writable with a highWaterMark of 4, and its fourth write() returns false. When does a producer that respects this write again?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "바로, 같은 요소를 다시 씁니다. false는 받지 않았다는 뜻입니다.",
        en: "At once, and the same element: false means it was refused.",
      },
      why: {
        ko: "false는 방금 쓴 요소가 아니라 다음 요소에 대한 답입니다. 쓴 요소는 이미 버퍼에 들어갔으므로, 다시 쓰면 두 번 처리됩니다.",
        en: "false is about the next element, not this one. This one was accepted; if it is written again, it is processed twice.",
      },
    },
    {
      right: false,
      text: {
        ko: "소비자가 하나를 끝내 자리가 나자마자.",
        en: "As soon as the consumer finishes one and there is room.",
      },
      why: {
        ko: "자리는 나지만 아무도 알려 주지 않습니다. 자리가 나자마자 알리는 것은 웹 스트림의 writer.ready입니다.",
        en: "There is room then, but nothing signals it. In Web streams, writer.ready is fulfilled as soon as there is room.",
      },
    },
    {
      right: false,
      text: { ko: "절반이 비었을 때.", en: "When the buffer is half empty." },
      why: {
        ko: "그런 비율은 다른 라이브러리의 규칙입니다. RxJava의 observeOn은 3/4을 내려보낼 때마다 다시 요청합니다. Node.js는 0이 되기를 기다립니다.",
        en: "Other libraries use such fractions: RxJava’s observeOn requests again when three quarters have been passed on. Node.js waits for zero.",
      },
    },
    {
      right: true,
      text: {
        ko: "네 개를 모두 처리해 스트림이 빈 다음. 그때 'drain'이 옵니다.",
        en: "When all four are done and the stream is empty: then 'drain' fires.",
      },
      why: {
        ko: "'drain'은 false를 돌려준 뒤 writableLength가 다시 0이 될 때 옵니다. 그래서 네 개가 들어가고 한동안 하나도 들어가지 않습니다. 'drain' 뒤에는 다음 요소가 올 때까지 소비자도 쉽니다.",
        en: "After false, 'drain' fires when writableLength is 0 again. So four go in, and then none for a while; after each 'drain' the consumer idles until the next element arrives.",
      },
    },
  ],
  showsAtMs: 1_300,
  notice: [
    {
      ko: "길이(writableLength)에는 처리 중인 것도 들어갑니다. 셋이 기다리고 하나가 처리 중이면 4이고, 기준선에 닿습니다.",
      en: "The length (writableLength) includes the element in progress: three waiting and one in progress make 4, the mark.",
    },
    {
      ko: "write()가 false를 돌려주면 불이 빨개지고, 생산자는 스스로 멈춥니다. 자리가 나도 불은 빨갛게 남아 있다가, 버퍼가 빈 뒤 'drain'에서 초록이 됩니다.",
      en: "When write() returns false, the light turns red and the producer stops by itself. The light stays red even when there is room again, and turns green on 'drain', when the buffer is empty.",
    },
    {
      ko: "설정에서 생산자가 답을 무시하게 해 보세요. 요소가 기준선을 넘어 쌓이는데 거절도 오류도 없습니다.",
      en: "Make the producer ignore the answer (in the settings): elements pile up above the mark, and nothing is refused or fails.",
    },
    {
      ko: "pipeline에서는 끝이 막혀도 소스가 한동안 계속 만듭니다. 기준선이 모두 4일 때 파이프라인 안에 최대 몇 개가 있는지 세어 보세요.",
      en: "In a pipeline, the source continues for a while even though the sink is slow. With all marks at 4, count how many elements are in flight at most.",
    },
  ],
  claims: [
    {
      strategy: "node-write",
      text: {
        ko: "150ms에 write()가 false를 돌려주고, 네 개를 모두 처리한 1,200ms에야 'drain'이 옵니다. 그사이에는 자리가 나도 아무것도 쓰지 않습니다.",
        en: "write() returns false at 150 ms, and 'drain' fires only at 1,200 ms, when all four are done. Nothing is written in between, although there is room.",
      },
      holds(run) {
        const [full] = linesOf(run, "full");
        const [drain] = linesOf(run, "drain");
        return (
          full?.timeMs === 150 &&
          full.numbers[0] === 4 &&
          drain?.timeMs === 1_200 &&
          run.countsAt(1_249).made === 4 &&
          run.countsAt(1_200).done === 4
        );
      },
    },
    {
      strategy: "node-write",
      text: {
        ko: "write()가 false를 돌려준 요소 열 개도 모두 처리됩니다. 'drain'마다 소비자가 50ms씩 쉬어서 12,500ms에 끝납니다.",
        en: "The ten elements whose write() returned false are processed like all others. The consumer idles for 50 ms after each 'drain', so everything is done at 12,500 ms.",
      },
      holds: (run) =>
        linesOf(run, "full").length === 10 &&
        run.countsAt(12_449).done === 39 &&
        run.countsAt(12_450).done === 40 &&
        run.end().atMs === 12_500 &&
        lost(run) === 0,
    },
    {
      strategy: "node-write",
      values: { heeds: "nothing" },
      text: {
        ko: "답을 무시하면 2초 만에 33개가 기다립니다. 거절도 오류도 없이 받아 두고 모두 처리합니다.",
        en: "If the answer is ignored, 33 elements are waiting within 2 s. None is refused, there is no error, and all are done in the end.",
      },
      holds: (run) =>
        run.countsAt(2_000).waiting === 33 &&
        run.maxBuffered() === 33 &&
        lost(run) === 0 &&
        run.countsAt(12_000).done === 40,
    },
    {
      strategy: "node-list",
      values: { highWaterMark: 1 },
      text: {
        ko: "앞에 목록을 두면 버릴 수 있습니다. 기준선이 1이고 목록이 4칸이면 생산자는 1,950ms에 40개를 다 만들고, 가장 오래된 것부터 29개를 버립니다.",
        en: "With a list of your own in front, elements can be dropped. With a mark of 1 and a list of 4, the producer makes all 40 by 1,950 ms, and 29 are dropped, the oldest first.",
      },
      holds: (run) =>
        run.countsAt(1_949).made === 39 &&
        run.countsAt(1_950).made === 40 &&
        run.countsAt(run.durationMs).dropped === 29 &&
        run.maxBuffered() === 4,
    },
    {
      strategy: "node-pipe",
      text: {
        ko: "파이프라인 안에는 많아야 15개가 있습니다. Readable에 4, Transform에 4 + 4 - 1, Writable에 4개입니다.",
        en: "At most 15 elements are in flight: 4 in the Readable, 4 + 4 - 1 in the Transform, 4 in the Writable.",
      },
      holds: (run) => mostInFlight(run) === 15 && lost(run) === 0,
    },
    {
      strategy: "node-pipe",
      values: { transforms: 2, joined: "pipe" },
      text: {
        ko: "Transform이 둘이면 22개입니다. 하나를 더할 때마다 4 + 4 - 1개가 늘고, pipeline 대신 pipe로 이어도 같습니다.",
        en: "With two transforms it is 22: each adds 4 + 4 - 1, whether joined with pipe or with pipeline.",
      },
      holds: (run) => mostInFlight(run) === 22 && lost(run) === 0,
    },
    {
      strategy: "node-iterate",
      values: { heeds: "nothing" },
      text: {
        ko: "for await로 읽어도 스스로 push하는 소스는 느려지지 않습니다. 최대 33개가 기다립니다.",
        en: "With for await, a source that pushes by itself is not slowed down: up to 33 elements wait.",
      },
      holds: (run) => run.maxBuffered() === 33 && run.countsAt(1_950).made === 40,
    },
    {
      strategy: "web-write",
      text: {
        ko: "웹 스트림에서는 소비자가 하나를 끝낸 300ms에 곧바로 다음 것을 쓰고, 12,000ms에 끝납니다. 기준선은 똑같이 지킵니다.",
        en: "With Web streams, the next element is written at 300 ms, as soon as one is done, and everything is done at 12,000 ms. The mark is respected all the same.",
      },
      holds: (run) =>
        run.countsAt(299).made === 4 &&
        run.countsAt(300).made === 5 &&
        mostInFlight(run) === 4 &&
        run.countsAt(12_000).done === 40,
    },
    {
      strategy: "web-pipe",
      text: {
        ko: "웹 스트림의 TransformStream은 두 기준선만큼 모두 담습니다. 파이프라인 안에는 최대 16개가 있고, 그 뒤로는 300ms에 하나씩 움직입니다.",
        en: "A TransformStream fills both of its marks completely: up to 16 elements are in flight, and from then on one moves every 300 ms.",
      },
      holds: (run) => mostInFlight(run) === 16 && lost(run) === 0,
    },
    {
      strategy: "bounded",
      text: {
        ko: "Kotlin에서는 send가 기다립니다. 소비자는 쉬지 않고 12,000ms에 끝냅니다.",
        en: "In Kotlin, send waits: the consumer never idles, and everything is done at 12,000 ms.",
      },
      holds: (run) => run.countsAt(12_000).done === 40 && run.maxBuffered() === 4,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "write()가 false를 돌려주면 요소를 받지 않은 것이고, 버퍼에 자리가 나면 다시 흐릅니다.",
      en: "If write() returns false, the element was not accepted; as soon as there is room in the buffer, data flows again.",
    },
    findings: [
      {
        strategy: "node-write",
        text: {
          ko: "false는 조언입니다. Node.js 20.20.2의 문서(“Stream”, “Buffering”)도 highWaterMark를 한도가 아니라 임계값(threshold)이라고 하고, 코드는 모두 받아 둡니다. 여기서는 false를 {times}번 돌려주었는데 손실은 {lost}개입니다.",
          en: "false is advisory. The documentation of Node.js 20.20.2 (“Stream”, “Buffering”) calls highWaterMark a threshold, not a limit, and the code keeps every element. Here write() returned false {times} times, and {lost} elements were lost.",
        },
        applies: (run) => linesOf(run, "full").length > 0,
        numbers: (run) => ({ times: linesOf(run, "full").length, lost: lost(run) }),
      },
      {
        strategy: "node-write",
        text: {
          ko: "처음 false를 돌려준 {fullMs}ms부터 'drain'이 온 {drainMs}ms까지 {done}개를 처리해 자리가 났지만, 새로 쓴 것은 {written}개입니다.",
          en: "From the first false at {fullMs} ms until 'drain' at {drainMs} ms, {done} elements were done and made room, but only {written} were written.",
        },
        applies: (run) => linesOf(run, "drain").length > 0,
        numbers(run) {
          const fullMs = linesOf(run, "full")[0]?.timeMs ?? 0;
          const drainMs = linesOf(run, "drain")[0]?.timeMs ?? 0;
          const [before, after] = [run.countsAt(fullMs), run.countsAt(drainMs)];
          return {
            fullMs,
            drainMs,
            done: after.done - before.done,
            written: after.made - before.made,
          };
        },
      },
      {
        strategy: "node-write",
        text: {
          ko: "답을 무시하면 기준선({mark})을 넘어 최대 {most}개가 기다립니다. 거절되거나 실패한 것은 {lost}개이고, 오류는 없습니다. 이것이 Node.js의 흔한 메모리 누수입니다.",
          en: "If the answer is ignored, up to {most} elements wait, above the mark of {mark}. {lost} of them are refused or fail, and there is no error: a common memory leak in Node.js.",
        },
        applies: (run) => run.values["heeds"] === "nothing" && run.maxBuffered() > markOf(run),
        example: { heeds: "nothing" },
        numbers: (run) => ({ mark: markOf(run), most: run.maxBuffered(), lost: lost(run) }),
      },
      {
        strategy: "node-pipe",
        text: {
          ko: "pipe와 pipeline은 'drain'을 대신 기다려 주지만 버퍼를 없애지는 않습니다. 파이프라인 안에는 최대 {most}개가 있었고, 대기 시간은 최대 {waitMs}ms였습니다.",
          en: "pipe and pipeline wait for 'drain' for you, but they still have buffers: up to {most} elements were in flight, and the longest wait was {waitMs} ms.",
        },
        numbers: (run) => ({ most: mostInFlight(run), waitMs: run.maxWaitMs() }),
      },
      {
        strategy: "node-iterate",
        text: {
          ko: "for await는 읽는 쪽만 늦춥니다. 요청을 따르는 소스라서 많아야 {most}개가 기다렸습니다. 스스로 push하는 소스로 바꾸면 얼마나 쌓이는지 보세요.",
          en: "for await slows down only the reader. This source makes only what is requested, so at most {most} waited; let it push by itself and see how many pile up.",
        },
        applies: (run) => run.values["heeds"] === "answer",
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
      {
        strategy: "web-write",
        text: {
          ko: "웹 스트림에서는 실제로 자리가 나자마자 다시 흐릅니다. 그래도 write()는 거절하지 않습니다. 손실은 {lost}개입니다.",
          en: "In Web streams, data does flow again as soon as there is room. But write() refuses nothing there either: {lost} elements were lost.",
        },
        numbers: (run) => ({ lost: lost(run) }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "답을 무시하는 생산자와 나란히 놓으면 버퍼가 어떻게 다를까요?",
        en: "How do the buffers compare with a producer that ignores the answer?",
      },
      link: "s=node-streams&k=node-write&2.k=node-write&2.hd=nothing",
    },
    {
      text: {
        ko: "웹 스트림의 writer.ready는 언제 이행될까요?",
        en: "When is writer.ready fulfilled in Web streams?",
      },
      link: "s=node-streams&k=node-write&2.k=web-write",
    },
    {
      text: {
        ko: "pipeline 안에는 몇 개가 있을까요? 먼저 세어 보고 재생하세요.",
        en: "How many are in flight in a pipeline? Count first, then play.",
      },
      link: "s=node-streams&k=node-pipe",
    },
    {
      text: {
        ko: "for await로 읽으면 push하는 소스도 기다릴까요?",
        en: "Does a pushing source wait when it is read with for await?",
      },
      link: "s=node-streams&k=node-iterate&hd=nothing",
    },
    {
      text: {
        ko: "Transform이 둘이면 파이프라인 안에 몇 개가 더 있을까요?",
        en: "How many more are in flight with two transforms?",
      },
      link: "s=node-streams&k=node-pipe&tf=2",
    },
  ],
  strategies: [
    "node-write",
    "node-list",
    "node-pipe",
    "node-iterate",
    "web-write",
    "web-pipe",
    "bounded",
  ],
  values: {
    durationS: 15,
    producerDelayMs: 50,
    consumerDelayMs: 300,
    count: 40,
    highWaterMark: 4,
    readableMark: 4,
    transformMark: 4,
    capacity: 4,
  },
  controls: [
    "producerDelayMs",
    "consumerDelayMs",
    "highWaterMark",
    "capacity",
    "heeds",
    "transforms",
  ],
  strips: ["depth", "ladder"],
});

function markOf({ values }: ClaimRun): number {
  return Number(values["highWaterMark"]);
}

/** The interval at which the elements in flight are counted, in ms. */
const STEP_MS = 10;

/** The most elements that were in flight at once: made, but not yet done. */
function mostInFlight(run: ClaimRun): number {
  let most = 0;
  for (let timeMs = 0; timeMs <= run.end().atMs; timeMs += STEP_MS) {
    const { made, done } = run.countsAt(timeMs);
    most = Math.max(most, made - done);
  }
  return most;
}
