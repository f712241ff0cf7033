import { type ClaimRun, defineScenario } from "./scenario.ts";

/** A producer three times as fast as its consumer, and every strategy to choose from. */
export const fastProducer = defineScenario({
  id: "fast-producer",
  revision: 1,
  question: {
    ko: "생산자는 1초에 10개를 만들고 소비자는 3개 남짓 처리합니다. 남는 7개는 어디로 갈까요?",
    en: "The producer makes 10 elements a second, the consumer a little over 3. Where do the other 7 go?",
  },
  answers: [
    {
      right: false,
      text: { ko: "버퍼에 계속 쌓입니다.", en: "They pile up in the buffer." },
      why: {
        ko: "8칸이 차면 쌓일 곳이 없습니다. 무제한 버퍼라면 맞는 답입니다.",
        en: "Its 8 places soon fill up. With an unlimited buffer this would be right.",
      },
    },
    {
      right: false,
      text: { ko: "버려집니다.", en: "They are dropped." },
      why: {
        ko: "send는 버리지 않고 기다립니다.",
        en: "send never drops: it waits.",
      },
    },
    {
      right: true,
      text: { ko: "만들어지지 않습니다.", en: "They are never made." },
      why: {
        ko: "버퍼가 차면 send가 생산자를 멈춰 세웁니다.",
        en: "Once the buffer is full, send holds the producer.",
      },
    },
  ],
  showsAtMs: 3250,
  notice: [
    {
      ko: "버퍼가 가득 찬 순간부터 생산자의 속도가 소비자의 속도로 떨어집니다. 이것이 배압입니다. 배압은 생산자가 더 빠르다는 문제가 아니라 그 문제의 해결책입니다.",
      en: "From the moment the buffer is full, the producer slows down to the consumer's rate. That is backpressure: not the problem of a faster producer but the answer to it.",
    },
    {
      ko: "버퍼는 속도를 바꾸지 못합니다. 가득 찰 때까지의 시간을 벌어 줄 뿐입니다.",
      en: "A buffer does not change any rate. It only buys time until it is full.",
    },
    {
      ko: "전략을 바꿔 보세요. 기다리거나, 쌓이거나, 버려집니다. 셋 다 싫으면 실패로 알리거나, 합치거나, 작업자를 늘려야 합니다.",
      en: "Change the strategy: elements wait, pile up or are dropped. To avoid all three, fail, merge, or add workers.",
    },
  ],
  claims: [
    {
      strategy: "bounded",
      text: {
        ko: "10초가 지나면 버퍼는 가득 차 있고 생산자가 기다립니다.",
        en: "After 10 s the buffer is full and the producer waits.",
      },
      holds: (run) => {
        const { waiting, held } = run.countsAt(10_000);
        return waiting === run.capacity && held === 1;
      },
    },
    {
      strategy: "unlimited",
      text: {
        ko: "무제한 버퍼에는 30초 뒤 200개가 쌓입니다.",
        en: "With an unlimited buffer, 200 elements have piled up after 30 s.",
      },
      holds: (run) => run.countsAt(30_000).waiting === 200,
    },
    {
      strategy: "conflated",
      text: {
        ko: "최신 값만 남기면 셋 중 둘이 버려집니다.",
        en: "Keeping only the newest value drops two out of three.",
      },
      holds: (run) => {
        const { made, dropped } = run.countsAt(60_000);
        return Math.abs(dropped / made - 2 / 3) < 0.01;
      },
    },
  ],
  reality: {
    claimed: {
      ko: "배압은 생산자가 더 빠를 때 생기는 문제입니다. 좁은 관에 물이 넘치게 들어오는 것과 같습니다.",
      en: "Backpressure is the problem that arises when the producer is faster, like too much water in a narrow pipe.",
    },
    findings: [
      {
        strategy: "unlimited",
        text: {
          ko: "무제한 버퍼는 {made}개를 모두 받았고 {waiting}개가 쌓였는데, 생산자는 한 번도 기다리지 않았습니다. 문제는 있지만 배압은 없습니다.",
          en: "The unlimited buffer took in all {made} elements. {waiting} have piled up, and the producer was never held: the problem is there, but no backpressure.",
        },
        applies: (run) => atEnd(run).waiting > 1,
        numbers: (run) => ({ ...made(run), waiting: atEnd(run).waiting }),
      },
      {
        strategy: "bounded",
        text: {
          ko: "유한 버퍼에서는 같은 시간에 {made}개만 만들어졌습니다. 가득 찬 관이 뒤로 밀어 수도꼭지를 잠급니다. 그것이 배압이고, 문제가 아니라 답입니다.",
          en: "With a bounded buffer, only {made} were made in the same time. The full pipe pushes back and closes the tap: that is backpressure, and it is the answer, not the problem.",
        },
        applies: isHeld,
        numbers: made,
      },
    ],
  },
  next: [
    {
      text: { ko: "무제한 버퍼라면?", en: "What if the buffer is unlimited?" },
      link: "s=fast-producer&k=unlimited",
    },
    {
      text: { ko: "작업자가 셋이라면?", en: "What if there are three workers?" },
      link: "s=fast-producer&w=3",
    },
    {
      text: {
        ko: "네 가지 원인을 나란히 놓으면?",
        en: "What do the four causes look like side by side?",
      },
      link: "s=causes",
    },
    {
      text: { ko: "스레드가 모자라면?", en: "What if there are too few threads?" },
      link: "s=fast-producer&w=3&th=2",
    },
  ],
  strips: ["depth", "ladder"],
  strategies: [
    "bounded",
    "unlimited",
    "rendezvous",
    "conflated",
    "drop-oldest",
    "drop-latest",
    "try-send",
  ],
  values: { producerDelayMs: 100, consumerDelayMs: 300, capacity: 8 },
  controls: ["producerDelayMs", "consumerDelayMs", "capacity", "workers", "arrivals"],
});

function made(run: ClaimRun) {
  return { made: atEnd(run).made };
}

function atEnd(run: ClaimRun) {
  return run.countsAt(run.end().atMs);
}

/** Whether the buffer filled up and fewer elements were made than there was time for. */
function isHeld(run: ClaimRun): boolean {
  const couldMs = atEnd(run).made * Number(run.values["producerDelayMs"]);
  return run.maxBuffered() === run.capacity && couldMs < run.end().atMs;
}
