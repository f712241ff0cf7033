import { linesOf } from "./readings.ts";
import { type ClaimRun, defineScenario, type OutputLine } from "./scenario.ts";

/** Batches of ten that are five times too slow, and a channel that hides it. */
export const batching = defineScenario({
  id: "batching",
  revision: 1,
  question: {
    ko: "10ms마다 하나씩 100개가 오고, 10개짜리 배치 하나를 처리하는 데 500ms가 걸립니다. 채널에는 최대 몇 개가 밀릴까요?",
    en: "100 elements arrive, one every 10 ms; a batch of 10 takes 500 ms. What is the peak backlog in the channel?",
  },
  answers: [
    {
      right: false,
      text: { ko: "10개. 다음 배치만큼.", en: "10: the next batch." },
      why: {
        ko: "배치 하나를 처리하는 500ms 동안 50개가 옵니다. 다섯 배치가 들어올 때 한 배치가 나갑니다.",
        en: "While one batch is processed for 500 ms, 50 elements arrive: five batches in, one out.",
      },
    },
    {
      right: true,
      text: { ko: "80개.", en: "80." },
      why: {
        ko: "마지막 요소가 오는 990ms까지 소비자가 꺼낸 것은 두 배치, 20개뿐입니다.",
        en: "By 990 ms, when the last element arrives, the consumer has taken two batches: 20 elements.",
      },
    },
    {
      right: false,
      text: {
        ko: "0개. 배치가 밀린 것을 한꺼번에 처리합니다.",
        en: "None: a batch clears everything that has piled up.",
      },
      why: {
        ko: "배치는 10개까지만 가져갑니다. 밀린 것이 더 많아도 배치가 커지지는 않습니다.",
        en: "A batch takes only 10, however many have piled up.",
      },
    },
  ],
  showsAtMs: 1_000,
  notice: [
    {
      ko: "배치를 처리하는 동안 소비자는 아무것도 받지 않습니다. 채널에 쌓인 수가 계단처럼 오르내립니다.",
      en: "The consumer receives nothing while it processes a batch, so the number in the channel moves in steps.",
    },
    {
      ko: "한도 없는 채널에서는 생산자가 한 번도 느려지지 않습니다. 과부하는 쌓인 개수로만 드러납니다.",
      en: "With an unbounded channel the producer never slows down. Only the backlog shows the overload.",
    },
    {
      ko: "하나씩 처리하는 전략(유한 버퍼)과 비교해 보세요. 배치가 유리한 까닭은 호출 한 번의 비용을 여러 요소가 나누기 때문입니다.",
      en: "Compare this with a strategy that handles one element at a time (bounded buffer): batches win because many elements share the cost of one call.",
    },
  ],
  claims: [
    {
      strategy: "batching-written",
      text: {
        ko: "최대 80개가 밀리고, 마지막 배치는 5,090ms에 끝납니다.",
        en: "The backlog peaks at 80; the last batch is done at 5,090 ms.",
      },
      holds: (run) => run.maxBuffered() === 80 && lastDoneMs(run) === 5_090,
    },
    {
      strategy: "timed-batches",
      text: {
        ko: "버퍼가 20칸뿐이어도 똑같이 5,090ms에 끝납니다.",
        en: "With a buffer of 20, everything is also done at 5,090 ms.",
      },
      holds: (run) => run.maxBuffered() <= 20 && lastDoneMs(run) === 5_090,
    },
    {
      strategy: "unlimited",
      text: {
        ko: "하나씩 500ms에 처리하면 8초가 지나도 16개밖에 끝나지 않습니다.",
        en: "One at a time, 500 ms each, only 16 are done after 8 s.",
      },
      holds: (run) => run.countsAt(8_000).done === 16,
    },
  ],
  reality: {
    claimed: {
      ko: "여러 요소를 묶어 처리하면 효율이 올라갑니다.",
      en: "Processing several elements together is more efficient.",
    },
    findings: [
      {
        strategy: "batching-written",
        text: {
          ko: "시작한 배치는 {batches}개이고, 채널에는 최대 {deepest}개가 쌓였습니다. 한도가 없어서 아무것도 느려지지 않을 뿐, 밀린 요소가 사라지지는 않습니다.",
          en: "Batches started: {batches}. Peak number in the channel: {deepest}. Without a bound nothing slows down, but the backlog does not go away.",
        },
        applies: (run) => run.maxBuffered() > Number(run.values["batchSize"]),
        numbers: (run) => ({ batches: batchesOf(run).length, deepest: run.maxBuffered() }),
      },
      {
        strategy: "batching-written",
        text: {
          ko: "첫 배치는 {firstMs}ms에야 시작됐습니다. 시간이 지나면 처리한다는 규칙이 없으므로, 덜 찬 배치는 채널이 닫힐 때까지 기다립니다. 이 실행에서 덜 찬 채 처리된 배치는 {partial}개입니다.",
          en: "The first batch started at {firstMs} ms. There is no flush by time: a partial batch waits until the channel is closed. Partial batches processed in this run: {partial}.",
        },
        applies: (run) => batchesOf(run).length > 0,
        numbers: (run) => ({
          firstMs: batchesOf(run)[0]?.timeMs ?? 0,
          partial: partialOf(run),
        }),
      },
      {
        strategy: "timed-batches",
        text: {
          ko: "용량이 {capacity}인 버퍼에 최대 {deepest}개가 쌓였습니다. 덜 찬 채 처리된 배치는 {partial}개입니다.",
          en: "Buffer capacity: {capacity}; peak: {deepest}. Partial batches processed: {partial}.",
        },
        numbers: (run) => ({
          capacity: run.capacity,
          deepest: run.maxBuffered(),
          partial: partialOf(run),
        }),
      },
      {
        strategy: "timed-batches",
        text: {
          ko: "마지막 배치는 {lastMs}ms에 끝났습니다.",
          en: "The last batch was done at {lastMs} ms.",
        },
        applies: (run) => run.end().reason === "completed" && batchesOf(run).length > 0,
        numbers: (run) => ({ lastMs: lastDoneMs(run) }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "배치 {batchStartMsCount}개를 처리했습니다. 첫 배치는 {batchStartMsFirst}ms, 마지막 배치는 {batchStartMsLast}ms에 시작했습니다.",
      en: "It processed {batchStartMsCount} batches; the first started at {batchStartMsFirst} ms, the last at {batchStartMsLast} ms.",
    },
  },
  next: [
    {
      text: {
        ko: "요소가 뜸하게 오면(700ms마다) 첫 배치는 언제 시작될까요?",
        en: "Elements arrive slowly, one every 700 ms: when does the first batch start?",
      },
      link: "s=batching&p=700&T=20",
    },
    {
      text: {
        ko: "같은 부하에서, 오래 기다린 배치는 덜 찼어도 처리하면?",
        en: "What if, under the same load, a batch that has waited long enough is processed before it is full?",
      },
      link: "s=batching&k=timed-batches&p=700&T=20",
    },
    {
      text: {
        ko: "배치를 50개로 키우면 생산자를 따라잡을까요?",
        en: "Can batches of 50 keep up with the producer?",
      },
      link: "s=batching&bs=50",
    },
    {
      text: {
        ko: "배치 없이 하나씩, 10칸짜리 버퍼로.",
        en: "One at a time through a buffer of 10, without batches.",
      },
      link: "s=batching&k=bounded&cap=10",
    },
  ],
  strategies: ["batching-written", "timed-batches", "bounded", "unlimited"],
  values: {
    durationS: 8,
    producerDelayMs: 10,
    consumerDelayMs: 500,
    count: 100,
    capacity: 20,
    batchSize: 10,
    batchDelayMs: 500,
    flushMs: 300,
    bodyMs: 5000,
  },
  strips: ["ladder", "staircase"],
  controls: ["batchSize", "batchDelayMs", "flushMs", "producerDelayMs", "count"],
});

/** The lines that report the start of a batch; the numbers of a line are the elements of its batch. */
function batchesOf(run: ClaimRun): OutputLine[] {
  return linesOf(run, "start");
}

/** How many batches started before they were full. */
function partialOf(run: ClaimRun): number {
  const size = run.values["batchSize"] as number;
  return batchesOf(run).filter(({ numbers }) => numbers.length < size).length;
}

/** When the last batch was done, in ms; 0 if none was. */
function lastDoneMs(run: ClaimRun): number {
  return run.output().findLast(({ line }) => line === "done")?.timeMs ?? 0;
}
