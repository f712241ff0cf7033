import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A buffer that is meant to grow and shrink with its utilisation: what happens to the elements in it? */
export const adaptiveBuffer = defineScenario({
  id: "adaptive-buffer",
  revision: 1,
  question: {
    ko: "버퍼가 차면 ‘이용률’을 보고, 높으면 1.5배 큰 새 채널로 바꿉니다. 옛 채널에 남아 있던 요소는 어떻게 될까요?",
    en: "When the buffer is full, the program checks its “utilisation”; if that is high, it switches to a new channel 1.5 times as large. What happens to the elements in the old one?",
  },
  answers: [
    {
      right: false,
      text: { ko: "새 채널로 옮겨집니다.", en: "They move to the new channel." },
      why: {
        ko: "옮기는 코드가 없습니다. 변수가 다른 채널을 가리키게 될 뿐입니다.",
        en: "No code moves them. The variable just points to another channel.",
      },
    },
    {
      right: false,
      text: {
        ko: "소비자가 옛 채널을 먼저 비우고 새 채널로 넘어갑니다.",
        en: "The consumer empties the old channel first, then moves on to the new one.",
      },
      why: {
        ko: "소비자의 다음 receive는 새 채널에서 꺼냅니다. 옛 채널을 기억하는 코루틴은 없습니다.",
        en: "The consumer's next receive reads from the new channel. No coroutine keeps the old one.",
      },
    },
    {
      right: true,
      text: { ko: "모두 잃습니다.", en: "They are all lost." },
      why: {
        ko: "아무도 읽지 않는 채널에 남습니다. 오류도, 로그도 없습니다.",
        en: "They stay in a channel that nobody reads any more. No error is raised, and nothing is logged.",
      },
    },
    {
      right: false,
      text: {
        ko: "생산자가 옛 채널이 빌 때까지 기다립니다.",
        en: "The producer waits until the old channel is empty.",
      },
      why: {
        ko: "기다리는 코드가 없습니다. 생산자는 곧바로 빈 새 채널에 보냅니다.",
        en: "Nothing waits. The producer sends to the new, empty channel at once.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "원문의 ‘이용률’은 난수입니다. 시드를 바꾸면 같은 부하에서도 크기가 바뀌는 때와 잃는 수가 달라집니다.",
      en: "The “utilisation” as written is a random number. With another seed, the same load resizes at different times and loses a different number of elements.",
    },
    {
      ko: "게다가 난수는 버퍼가 가득 찼을 때만 뽑습니다. 그때의 실제 이용률은 늘 100%입니다.",
      en: "It is also drawn only when the buffer is full, and then the true utilisation is always 100 %.",
    },
    {
      ko: "잃지 않는 버퍼도 생산자가 계속 빠르면 한도까지 커질 뿐입니다. 버퍼가 커지면 처리량이 아니라 대기 시간이 늘어납니다.",
      en: "If the producer stays faster, even the lossless buffer just grows to its limit. A larger buffer adds waiting time, not throughput.",
    },
  ],
  claims: [
    {
      strategy: "adaptive-buffer-written",
      text: {
        ko: "채널을 닫는 코드가 없어 소비자가 끝없이 기다리고, 프로그램은 끝나지 않습니다.",
        en: "Nothing closes the channel, so the consumer waits forever and the program never ends.",
      },
      holds: (run) => run.end().reason === "stalled",
    },
    {
      strategy: "adaptive-buffer-written",
      text: {
        ko: "크기를 바꾼 적이 있으면 요소를 잃고, 없으면 하나도 잃지 않습니다.",
        en: "If it resized, elements are lost; if it did not, none are.",
      },
      holds: (run) => {
        const { lost } = run.countsAt(run.end().atMs);
        return resizes(run) === 0 ? lost === 0 : lost > 0;
      },
    },
    {
      strategy: "lossless-adaptive",
      text: {
        ko: "한도가 10에서 80까지 자라고, 200개가 모두 도착하며, 프로그램이 끝납니다.",
        en: "The limit grows from 10 to 80, all 200 elements arrive, and the program ends.",
      },
      holds: (run) => {
        const { received, capacity } = run.countsAt(run.end().atMs);
        return run.end().reason === "completed" && received === 200 && capacity === 80;
      },
    },
    {
      strategy: "bounded",
      text: {
        ko: "용량을 10칸으로 고정해도 200개를 처리하는 데 똑같이 10초가 걸립니다.",
        en: "With a fixed capacity of 10, the 200 elements also take 10 s.",
      },
      holds: (run) => run.end().atMs === 10_000 && run.countsAt(10_000).done === 200,
    },
  ],
  reality: {
    claimed: {
      ko: "이용률에 따라 버퍼 크기를 실시간으로 조절하므로 자원을 효율적으로 씁니다.",
      en: "The buffer size follows utilisation in real time, which uses resources efficiently.",
    },
    findings: [
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "크기를 {resizes}번 바꿨고, 그때마다 옛 채널에 요소를 남겨 {made}개 가운데 {lost}개를 잃었습니다.",
          en: "Resizes: {resizes}. Each one left elements behind in the old channel: {lost} of {made} were lost.",
        },
        applies: (run) => resizes(run) > 0,
        numbers(run) {
          const { made, lost } = run.countsAt(run.end().atMs);
          return { resizes: resizes(run), made, lost };
        },
      },
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "이 실행에서는 용량이 {capacity}에서 바뀌지 않아 옛 채널에 남은 요소가 없습니다. 용량이 바뀔지는 버퍼가 찼을 때 뽑는 난수에 달려 있습니다.",
          en: "In this run the capacity stayed at {capacity}, so no elements were left behind in an old channel. Whether it changes depends on the random numbers drawn when the buffer is full.",
        },
        applies: (run) => resizes(run) === 0,
        example: { count: 1 },
        numbers: (run) => ({ capacity: run.capacity }),
      },
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "마지막 용량은 {capacity}이고, 마지막 요소를 받은 시각은 {lastMs}ms입니다. 채널을 닫는 코드가 없어 소비자는 그 뒤로도 계속 기다립니다.",
          en: "The final capacity is {capacity}. The last element was received at {lastMs} ms; nothing closes the channel, so the consumer keeps waiting.",
        },
        applies: (run) =>
          run.end().reason === "stalled" && run.output().some(({ line }) => line === "received"),
        numbers: (run) => ({
          capacity: run.countsAt(run.end().atMs).capacity,
          lastMs: run.output().findLast(({ line }) => line === "received")?.timeMs ?? 0,
        }),
      },
      {
        strategy: "lossless-adaptive",
        text: {
          ko: "한도만 바꾸면 잃지 않습니다. 한도는 {resizes}번 바뀌어 {endMs}ms에 {capacity}이고, 손실은 {lost}개입니다. 한도가 커지면 대기 시간도 길어집니다. 가장 오래 기다린 요소는 {maxWaitMs}ms를 기다렸습니다.",
          en: "Changing only the limit loses nothing. Limit changes: {resizes}; limit at {endMs} ms: {capacity}; elements lost: {lost}. A larger limit means longer waits: the longest was {maxWaitMs} ms.",
        },
        numbers(run) {
          const { atMs } = run.end();
          const { capacity, lost } = run.countsAt(atMs);
          return {
            resizes: resizes(run),
            endMs: atMs,
            capacity,
            lost,
            maxWaitMs: run.maxWaitMs(),
          };
        },
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["adaptive-buffer-written"],
        why: {
          ko: "‘이용률’이 난수이고, Kotlin의 Random은 시드가 같아도 이 페이지와 다른 수를 냅니다. 채널을 언제 바꾸고 얼마나 잃는지는 그 난수에 달려 있습니다.",
          en: "The “utilisation” is random, and with the same seed Kotlin’s Random draws different numbers from this page’s. Those numbers decide when the channel is replaced and how much is lost.",
        },
      },
    ],
    recorded: {
      ko: "{sent}개를 보내 {received}개를 받았고, 채널을 {resizes}번 바꿨습니다. 난수가 실행마다 다르기 때문에 결과도 크게 다릅니다.",
      en: "It sent {sent}, received {received}, and replaced the channel {resizes} times. Its random numbers differ in every run, and so do the results.",
    },
  },
  next: [
    {
      text: {
        ko: "요소는 그대로 두고 한도만 바꾸면 어떻게 될까요?",
        en: "What if the elements stay and only the limit changes?",
      },
      link: "s=adaptive-buffer&k=lossless-adaptive",
    },
    {
      text: {
        ko: "생산자가 도중에 느려지면 한도가 줄어들까요?",
        en: "Does the limit shrink when the producer slows down?",
      },
      link: "s=adaptive-buffer&k=lossless-adaptive&n=400&i=1500_p_100",
    },
    {
      text: {
        ko: "용량을 10으로 고정하면 무엇을 잃을까요?",
        en: "What is lost with a fixed capacity of 10?",
      },
      link: "s=adaptive-buffer&k=bounded",
    },
  ],
  strategies: ["adaptive-buffer-written", "lossless-adaptive", "bounded", "unlimited"],
  values: {
    durationS: 15,
    producerDelayMs: 10,
    consumerDelayMs: 50,
    count: 200,
    capacity: 10,
    bodyMs: 12_000,
  },
  strips: ["depth", "losses"],
  controls: ["producerDelayMs", "consumerDelayMs", "capacity", "maxCapacity", "count"],
});

function resizes(run: ClaimRun): number {
  return run.output().filter(({ line }) => line === "grow" || line === "shrink").length;
}
