import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A buffer that is to grow and shrink with its use: what becomes of the elements in it? */
export const adaptiveBuffer = defineScenario({
  id: "adaptive-buffer",
  revision: 1,
  question: {
    ko: "버퍼가 차면 ‘사용률’을 보고, 높으면 1.5배 큰 새 채널을 만들어 갈아 끼웁니다. 옛 채널에 들어 있던 요소는 어떻게 될까요?",
    en: "When the buffer is full the program looks at its “utilisation”, and if that is high it makes a new channel half as large again and uses that. What becomes of the elements in the old one?",
  },
  answers: [
    {
      right: false,
      text: { ko: "새 채널로 옮겨집니다.", en: "They move to the new channel." },
      why: {
        ko: "옮기는 코드가 없습니다. 변수가 다른 채널을 가리키게 될 뿐입니다.",
        en: "No line moves them. The variable just points at another channel.",
      },
    },
    {
      right: false,
      text: {
        ko: "소비자가 옛 채널을 먼저 비우고 새 채널로 넘어갑니다.",
        en: "The consumer empties the old one first and then goes on with the new one.",
      },
      why: {
        ko: "소비자의 다음 receive는 새 채널에서 꺼냅니다. 옛 채널을 기억하는 코루틴은 없습니다.",
        en: "The consumer's next receive is one of the new channel. No coroutine remembers the old one.",
      },
    },
    {
      right: true,
      text: { ko: "모두 잃습니다.", en: "They are all lost." },
      why: {
        ko: "아무도 읽지 않는 채널에 남습니다. 오류도, 로그도 없습니다.",
        en: "They stay in a channel that nobody reads any more. There is no error, and no log of it.",
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
        en: "Nothing waits for it. The producer sends to the new, empty channel at once.",
      },
    },
  ],
  showsAtMs: 5_000,
  notice: [
    {
      ko: "글에 쓰인 ‘사용률’은 난수입니다. 씨앗을 바꾸면 같은 부하에서도 크기가 바뀌는 때와 잃는 수가 달라집니다.",
      en: "The “utilisation” as written is a random number. With another seed the same load resizes at other times and loses other numbers.",
    },
    {
      ko: "게다가 그 난수는 버퍼가 가득 찼을 때만 뽑습니다. 그때의 진짜 사용률은 늘 100%입니다.",
      en: "And it is drawn only when the buffer is full. The true utilisation at that moment is always 100 %.",
    },
    {
      ko: "잃지 않는 버퍼도 늘 빠른 생산자에게는 한도까지 자랄 뿐입니다. 커진 버퍼는 처리량이 아니라 기다리는 시간을 늘립니다.",
      en: "Against a producer that stays faster, the lossless buffer too just grows to its limit. A larger buffer adds waiting, not throughput.",
    },
  ],
  claims: [
    {
      strategy: "adaptive-buffer-written",
      text: {
        ko: "채널을 닫는 코드가 없어 소비자가 끝없이 기다립니다. 프로그램은 끝나지 않습니다.",
        en: "Nobody closes the channel: the consumer waits for ever, and the program never ends.",
      },
      holds: (run) => run.end().reason === "stalled",
    },
    {
      strategy: "adaptive-buffer-written",
      text: {
        ko: "크기를 바꾼 적이 있으면 요소를 잃고, 없으면 하나도 잃지 않습니다.",
        en: "If it has resized, elements are lost; if it hasn't, none is.",
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
        ko: "10칸으로 그대로 두어도 200개가 같은 10초에 처리됩니다.",
        en: "With 10 places that never change, the 200 elements take the same 10 s.",
      },
      holds: (run) => run.end().atMs === 10_000 && run.countsAt(10_000).done === 200,
    },
  ],
  reality: {
    claimed: {
      ko: "사용률에 따라 버퍼 크기를 실시간으로 조절해 자원을 알맞게 쓴다.",
      en: "The buffer follows its utilisation in real time, and so makes good use of resources.",
    },
    findings: [
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "크기를 바꾼 횟수: {resizes}. 그때마다 옛 채널에 남은 요소를 잃어, {made}개 가운데 {lost}개를 잃었습니다.",
          en: "Changes of size: {resizes}. Each left elements behind in the old channel: {lost} of {made} were lost.",
        },
        applies: (run) => resizes(run) > 0,
        numbers(run) {
          const { produced, lost } = run.countsAt(run.end().atMs);
          return { resizes: resizes(run), made: produced, lost };
        },
      },
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "이 실행에서는 크기가 {capacity}에서 바뀌지 않아 옛 채널에 남은 요소가 없습니다. 바뀌는지 아닌지는 버퍼가 찼을 때 뽑는 난수에 달려 있습니다.",
          en: "In this run the size stayed at {capacity}, so no element was left behind in an old channel. Whether it changes is up to the random numbers drawn when the buffer is full.",
        },
        applies: (run) => resizes(run) === 0,
        example: { count: 1 },
        numbers: (run) => ({ capacity: run.capacity }),
      },
      {
        strategy: "adaptive-buffer-written",
        text: {
          ko: "마지막 용량은 {capacity}이고, 마지막으로 무엇인가를 받은 때는 {lastMs}ms입니다. 닫는 코드가 없어 그 뒤로도 소비자는 기다립니다.",
          en: "The capacity at the end is {capacity}. The last element was received at {lastMs} ms; nobody closes the channel, so the consumer goes on waiting.",
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
          ko: "한도만 옮기면 잃지 않습니다. 한도를 바꾼 횟수 {resizes}, {endMs}ms의 한도 {capacity}, 잃은 요소 {lost}개. 한도가 커지면 기다리는 시간도 길어집니다. 받은 요소가 기다린 시간은 길게는 {maxWaitMs}ms입니다.",
          en: "Moving only the limit loses nothing. Changes of the limit: {resizes}; the limit at {endMs} ms: {capacity}; elements lost: {lost}. A larger limit means a longer wait: whatever was received had waited up to {maxWaitMs} ms.",
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
          ko: "‘사용률’이 난수이고, Kotlin의 Random은 시드가 같아도 화면과 다른 수를 냅니다. 채널을 언제 바꾸고 얼마나 잃는지는 그 수에 달려 있습니다.",
          en: "The “utilisation” is random, and Kotlin’s Random gives other numbers than this page for the same seed. They decide when the channel is changed, and how much that loses.",
        },
      },
    ],
    recorded: {
      ko: "{sent}개를 보내 {received}개를 받았고, 채널을 {resizes}번 바꿨습니다. 난수가 실행마다 다르기 때문에 결과도 크게 다릅니다.",
      en: "It sent {sent}, received {received}, and changed the channel {resizes} times. Its random numbers are others in every run, and so is the outcome.",
    },
  },
  next: [
    {
      text: {
        ko: "요소를 그대로 두고 한도만 옮기면?",
        en: "What if the elements stay and only the limit moves?",
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
        ko: "용량 10에서 바꾸지 않으면 무엇을 잃을까요?",
        en: "What is lost with a capacity of 10 that never changes?",
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
