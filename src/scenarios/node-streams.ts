import { type ClaimRun, defineScenario } from "./scenario.ts";

/** What an answer of false means, when 'drain' comes, and how many elements are under way in a chain of streams. */
export const nodeStreams = defineScenario({
  id: "node-streams",
  revision: 1,
  question: {
    ko: "생산자가 highWaterMark가 4인 Writable에 write()로 씁니다. 네 번째 write()가 false로 답합니다. 그 답을 따르는 생산자는 언제 다시 쓸까요?",
    en: "A producer writes into a Writable whose highWaterMark is 4, and its fourth write() answers false. When does a producer that heeds this write again?",
  },
  answers: [
    {
      right: false,
      text: {
        ko: "바로, 같은 요소를 다시. false는 받지 않았다는 뜻이니까.",
        en: "At once, and the same element: false means that it was refused.",
      },
      why: {
        ko: "false는 방금 쓴 요소가 아니라 다음 요소에 대한 답입니다. 쓴 것은 이미 받아 두었으니, 다시 쓰면 두 번 처리됩니다.",
        en: "false is an answer about the next element, not about this one. This one was kept; written again, it would be worked on twice.",
      },
    },
    {
      right: false,
      text: {
        ko: "소비자가 하나를 끝내 자리가 하나 나자마자.",
        en: "As soon as the consumer is done with one and there is room.",
      },
      why: {
        ko: "자리는 나지만 아무도 알려 주지 않습니다. 자리가 나자마자 알리는 것은 웹 스트림의 writer.ready입니다.",
        en: "There is room then, but nobody says so. It is writer.ready of Web streams that comes as soon as there is room.",
      },
    },
    {
      right: false,
      text: { ko: "절반이 비었을 때.", en: "When half of it is empty." },
      why: {
        ko: "그런 비율은 다른 라이브러리의 것입니다. RxJava의 observeOn은 3/4을 내려보낼 때마다 다시 요청합니다. Node.js는 비율이 아니라 0을 기다립니다.",
        en: "Shares are others’ way: RxJava’s observeOn asks again when three quarters have gone down. Node.js waits for no share but for zero.",
      },
    },
    {
      right: true,
      text: {
        ko: "네 개를 모두 처리해 스트림이 빈 다음. 그때 'drain'이 옵니다.",
        en: "When all four are done and the stream is empty: then 'drain' comes.",
      },
      why: {
        ko: "'drain'은 false로 답한 뒤 writableLength가 다시 0이 될 때 옵니다. 그래서 넷이 들어가고, 하나도 들어가지 않는 시간이 이어집니다. 'drain' 다음 요소가 올 때까지는 소비자도 놉니다.",
        en: "'drain' comes when writableLength is 0 again after an answer of false. So four go in, and then none for a while; after each 'drain' the consumer idles until the next element comes.",
      },
    },
  ],
  showsAtMs: 1_300,
  notice: [
    {
      ko: "길이(writableLength)에는 처리 중인 것도 들어갑니다. 셋이 기다리고 하나가 처리 중이면 4, 곧 표시선입니다.",
      en: "The length (writableLength) counts the element under work too: three that wait and one under work are 4, the mark.",
    },
    {
      ko: "write()가 false로 답하면 불이 빨개지고, 생산자는 스스로 멈춥니다. 자리가 나도 불은 빨간 채로 있다가, 빈 다음 'drain'에 초록이 됩니다.",
      en: "When write() answers false the light turns red, and the producer stops by itself. It stays red while there is room again, and turns green with 'drain', when nothing is left.",
    },
    {
      ko: "설정에서 생산자가 답을 무시하게 해 보세요. 요소가 표시선을 넘어 쌓이는데 거절도 오류도 없습니다.",
      en: "Let the producer ignore the answer (under settings): elements pile up above the mark, and nothing is refused or fails.",
    },
    {
      ko: "pipeline에서는 끝이 막혀도 원천이 한동안 계속 만듭니다. 표시선이 모두 4일 때 길 위에 몇 개까지 있는지 세어 보세요.",
      en: "In a pipeline the source goes on for a while although the sink is slow. With marks of 4, count how many elements are under way at most.",
    },
  ],
  claims: [
    {
      strategy: "node-write",
      text: {
        ko: "150ms에 write()가 false로 답하고, 네 개를 모두 처리한 1,200ms에야 'drain'이 옵니다. 그사이 자리가 났어도 아무것도 쓰지 않습니다.",
        en: "At 150 ms write() answers false, and 'drain' comes only at 1,200 ms, when all four are done. Nothing is written in between, although there is room.",
      },
      holds(run) {
        const [full] = linesOf(run, "full");
        const [drain] = linesOf(run, "drain");
        return (
          full?.timeMs === 150 &&
          full.numbers[0] === 4 &&
          drain?.timeMs === 1_200 &&
          run.countsAt(1_249).produced === 4 &&
          run.countsAt(1_200).done === 4
        );
      },
    },
    {
      strategy: "node-write",
      text: {
        ko: "false로 답한 요소 열 개도 모두 처리됩니다. 'drain'마다 소비자가 50ms씩 놀아서 12,500ms에 끝납니다.",
        en: "The ten elements whose write was answered false are done like all others. As the consumer idles for 50 ms after each 'drain', that is at 12,500 ms.",
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
        ko: "답을 무시하면 2초 만에 33개가 기다리는데, 거절도 오류도 없이 받아 두고 모두 처리합니다.",
        en: "If the answer is ignored, 33 elements wait within 2 s. None is refused, there is no error, and all are done in the end.",
      },
      holds: (run) =>
        run.countsAt(2_000).buffered === 33 &&
        run.maxBuffered() === 33 &&
        lost(run) === 0 &&
        run.countsAt(12_000).done === 40,
    },
    {
      strategy: "node-pipe",
      text: {
        ko: "길 위에는 많아야 15개가 있습니다. Readable에 4, Transform에 4 + 4 - 1, Writable에 4개입니다.",
        en: "At most 15 elements are under way: 4 in the Readable, 4 + 4 - 1 in the Transform, 4 in the Writable.",
      },
      holds: (run) => mostUnderWay(run) === 15 && lost(run) === 0,
    },
    {
      strategy: "node-pipe",
      values: { transforms: 2, joined: "pipe" },
      text: {
        ko: "Transform이 둘이면 22개입니다. 하나마다 4 + 4 - 1개가 늘고, pipeline이 아니라 pipe로 이어도 같습니다.",
        en: "With two transforms they are 22: each adds 4 + 4 - 1, joined with pipe as with pipeline.",
      },
      holds: (run) => mostUnderWay(run) === 22 && lost(run) === 0,
    },
    {
      strategy: "node-iterate",
      values: { heeds: "nothing" },
      text: {
        ko: "for await로 읽어도 스스로 push하는 원천은 느려지지 않습니다. 33개까지 기다립니다.",
        en: "Read with for await, a source that pushes by itself is not slowed: up to 33 elements wait.",
      },
      holds: (run) => run.maxBuffered() === 33 && run.countsAt(1_950).produced === 40,
    },
    {
      strategy: "web-write",
      text: {
        ko: "웹 스트림에서는 소비자가 하나를 끝낸 300ms에 곧바로 다음 것을 쓰고, 12,000ms에 끝납니다. 표시선은 똑같이 지킵니다.",
        en: "With Web streams the next element is written at 300 ms, as soon as one is done, and all are done at 12,000 ms. The mark is kept all the same.",
      },
      holds: (run) =>
        run.countsAt(299).produced === 4 &&
        run.countsAt(300).produced === 5 &&
        mostUnderWay(run) === 4 &&
        run.countsAt(12_000).done === 40,
    },
    {
      strategy: "web-pipe",
      text: {
        ko: "웹 스트림의 TransformStream은 두 표시선만큼 모두 담습니다. 길 위에 16개까지 있고, 그다음부터는 300ms에 하나씩 움직입니다.",
        en: "A TransformStream of the web takes both of its marks whole: up to 16 are under way, and from then on one moves every 300 ms.",
      },
      holds: (run) => mostUnderWay(run) === 16 && lost(run) === 0,
    },
    {
      strategy: "bounded",
      text: {
        ko: "Kotlin에서는 send가 기다립니다. 소비자는 놀지 않고 12,000ms에 끝납니다.",
        en: "In Kotlin send waits: the consumer never idles, and all are done at 12,000 ms.",
      },
      holds: (run) => run.countsAt(12_000).done === 40 && run.maxBuffered() === 4,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "write()가 false로 답하면 요소를 받지 않은 것이고, 버퍼에 자리가 나면 다시 흐른다.",
      en: "An element whose write() is answered false was not taken, and as soon as there is room in the buffer data flows again.",
    },
    findings: [
      {
        strategy: "node-write",
        text: {
          ko: "false는 조언입니다. 문서도 highWaterMark를 한도가 아니라 문턱이라고 하고, 코드는 모두 받아 둡니다. 여기서는 {times}번 false로 답했는데 잃은 것은 {lost}개입니다.",
          en: "false is advice. The documentation calls highWaterMark a threshold, not a limit, and the code keeps every element. Here false was the answer {times} times, and {lost} elements were lost.",
        },
        applies: (run) => linesOf(run, "full").length > 0,
        numbers: (run) => ({ times: linesOf(run, "full").length, lost: lost(run) }),
      },
      {
        strategy: "node-write",
        text: {
          ko: "처음 false로 답한 {fullMs}ms부터 'drain'이 온 {drainMs}ms까지 {done}개를 처리해 자리가 났지만, 새로 쓴 것은 {written}개입니다.",
          en: "From the first false at {fullMs} ms until 'drain' at {drainMs} ms, {done} elements were done and left room; written were {written}.",
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
            written: after.produced - before.produced,
          };
        },
      },
      {
        strategy: "node-write",
        text: {
          ko: "답을 무시하면 표시선 {mark}을 넘어 {most}개까지 기다립니다. 거절당하거나 실패한 것은 {lost}개, 오류는 없습니다. 이것이 Node.js의 흔한 메모리 누수입니다.",
          en: "Ignored, the mark of {mark} is passed, and up to {most} elements wait. {lost} of them are refused or fail, and there is no error: this is a common memory leak of Node.js.",
        },
        applies: (run) => run.values["heeds"] === "nothing" && run.maxBuffered() > markOf(run),
        example: { heeds: "nothing" },
        numbers: (run) => ({ mark: markOf(run), most: run.maxBuffered(), lost: lost(run) }),
      },
      {
        strategy: "node-pipe",
        text: {
          ko: "pipe와 pipeline은 'drain'을 대신 기다려 주지만, 버퍼를 없애지는 않습니다. 길 위에 {most}개까지 있었고, 가장 오래 기다린 것은 {waitMs}ms입니다.",
          en: "pipe and pipeline wait for 'drain' on your behalf, but buffers they still have: up to {most} elements were under way, and one of them waited for {waitMs} ms.",
        },
        numbers: (run) => ({ most: mostUnderWay(run), waitMs: run.maxWaitMs() }),
      },
      {
        strategy: "node-iterate",
        text: {
          ko: "for await가 늦추는 것은 읽는 쪽뿐입니다. 요청을 따르는 원천이라 {most}개까지만 기다렸습니다. 스스로 push하는 원천으로 바꾸면 얼마나 쌓이는지 보세요.",
          en: "for await slows only who reads. As this source makes what it is asked for, no more than {most} waited; let it push by itself and see how many pile up.",
        },
        applies: (run) => run.values["heeds"] === "answer",
        numbers: (run) => ({ most: run.maxBuffered() }),
      },
      {
        strategy: "web-write",
        text: {
          ko: "웹 스트림에서는 정말로 자리가 나자마자 다시 흐릅니다. 그래도 write()는 거절하지 않습니다. 잃은 것은 {lost}개입니다.",
          en: "In Web streams data does flow as soon as there is room. But there, too, write() refuses nothing: {lost} elements were lost.",
        },
        numbers: (run) => ({ lost: lost(run) }),
      },
    ],
  },
  next: [
    {
      text: {
        ko: "답을 무시하는 생산자와 나란히 놓으면 버퍼가 어떻게 다를까요?",
        en: "How do the buffers differ beside a producer that ignores the answer?",
      },
      link: "s=node-streams&k=node-write&2.k=node-write&2.hd=nothing",
    },
    {
      text: {
        ko: "웹 스트림의 ready는 언제 올까요?",
        en: "When does ready come in Web streams?",
      },
      link: "s=node-streams&k=node-write&2.k=web-write",
    },
    {
      text: {
        ko: "pipeline에서는 몇 개가 길 위에 있을까요? 먼저 세어 보고 재생하세요.",
        en: "How many are under way in a pipeline? Count first, then play.",
      },
      link: "s=node-streams&k=node-pipe",
    },
    {
      text: {
        ko: "for await로 읽으면 push하는 원천도 기다릴까요?",
        en: "Does a source that pushes wait when it is read with for await?",
      },
      link: "s=node-streams&k=node-iterate&hd=nothing",
    },
    {
      text: {
        ko: "Transform이 둘이면 몇 개가 더 길 위에 있을까요?",
        en: "How many more are under way with two transforms?",
      },
      link: "s=node-streams&k=node-pipe&tf=2",
    },
  ],
  strategies: ["node-write", "node-pipe", "node-iterate", "web-write", "web-pipe", "bounded"],
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
  controls: ["producerDelayMs", "consumerDelayMs", "highWaterMark", "heeds", "transforms"],
  strips: ["depth", "ladder"],
});

function linesOf(run: ClaimRun, name: string) {
  return run.output().filter(({ line }) => line === name);
}

function lost(run: ClaimRun): number {
  return run.countsAt(run.durationMs).lost;
}

function markOf({ values }: ClaimRun): number {
  return Number(values["highWaterMark"]);
}

/** How often it is looked how many elements are under way. */
const STEP_MS = 10;

/** The most that were made and not yet done. */
function mostUnderWay(run: ClaimRun): number {
  let most = 0;
  for (let timeMs = 0; timeMs <= run.end().atMs; timeMs += STEP_MS) {
    const { produced, done } = run.countsAt(timeMs);
    most = Math.max(most, produced - done);
  }
  return most;
}
