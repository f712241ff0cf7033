/** After the verdict on the fast producer: what holds it, and where the rest is while there is room. */
import { defineSequel } from "../sequel.ts";

export const fastProducer = defineSequel({
  reads(run, untilMs) {
    const { lost, produced } = run.countsAt(untilMs);
    if (lost > 0) return "dropped";
    const couldMake = untilMs / Number(run.values["producerDelayMs"]);
    return produced < couldMake ? "never made" : "piled up";
  },
  said: ["piled up", "dropped", "never made"],
  why: {
    question: {
      ko: "생산자는 왜 남는 것을 만들지 않게 될까요?",
      en: "What keeps the producer from making the rest?",
    },
    answers: [
      {
        right: true,
        text: {
          ko: "send가 자리가 날 때까지 돌아오지 않으니, 다음 것을 만들 차례가 오지 않습니다.",
          en: "send does not return until there is room, so its turn to make another does not come.",
        },
        why: {
          ko: "느려지라는 신호가 따로 없습니다. 함수 호출이 돌아오지 않는 것이 곧 배압입니다.",
          en: "No signal tells it to slow down. A call that does not return is the backpressure.",
        },
      },
      {
        right: false,
        text: {
          ko: "소비자가 자기 속도를 생산자에게 알려 줍니다.",
          en: "The consumer tells the producer how fast it is.",
        },
        why: {
          ko: "소비자는 생산자를 모릅니다. 하나를 꺼낼 뿐이고, 그래서 난 자리가 send를 깨웁니다.",
          en: "It knows nothing of the producer. It takes one, and the place that comes free wakes send.",
        },
      },
      {
        right: false,
        text: {
          ko: "생산자가 버퍼의 길이를 보고 스스로 쉽니다.",
          en: "The producer looks at the length of the buffer and pauses.",
        },
        why: {
          ko: "그런 코드는 없습니다. 생산자는 send를 부를 뿐이고, 멈추는 곳은 send 안입니다.",
          en: "No line does that. It calls send, and it is held within send.",
        },
      },
      {
        right: false,
        text: {
          ko: "좁은 관에 물이 너무 많이 흘러들어서요. 그 압력이 배압입니다.",
          en: "Too much flows into too narrow a pipe: that pressure is the backpressure.",
        },
        why: {
          ko: "그것은 배압이 아니라 문제입니다. 무제한 버퍼에도 똑같이 흘러들지만 아무도 멈추지 않습니다. 배압은 그 답입니다. 가득 찬 관이 뒤로 밀어 수도꼭지가 잠깁니다.",
          en: "That is the problem, and not backpressure: as much flows into an unlimited buffer, where nobody is held. Backpressure is the answer to it. The full pipe pushes back, and the tap closes.",
        },
      },
    ],
  },
  twin: {
    link: "s=fast-producer&p=20&c=100&cap=64",
    showsAtMs: 1000,
    question: {
      ko: "이번에는 1초에 50개를 만들고 10개를 처리하며, 버퍼는 64칸입니다. 1초가 지났을 때, 처리하지 못한 40개는 어디에 있을까요?",
      en: "Now 50 are made in a second, 10 are taken, and there is room for 64. After one second, where are the other 40?",
    },
    answers: [
      {
        right: false,
        says: "never made",
        text: {
          ko: "이번에도 만들어지지 않았습니다.",
          en: "Again they were never made.",
        },
        why: {
          ko: "생산자가 멈추는 것은 버퍼가 찬 다음입니다. 1초에 40개씩 쌓이니 64칸은 1.6초에야 찹니다.",
          en: "The producer is held only once the buffer is full. At 40 a second that takes 1.6 s.",
        },
      },
      {
        right: true,
        says: "piled up",
        text: { ko: "모두 버퍼에 있습니다.", en: "In the buffer, all of them." },
        why: {
          ko: "아직 자리가 있습니다. 버퍼는 1.6초를 벌어 주었을 뿐이고, 그 뒤로는 다시 생산자가 기다립니다.",
          en: "There is room yet. The buffer has bought 1.6 s; after that the producer waits again.",
        },
      },
      {
        right: false,
        says: "dropped",
        text: {
          ko: "너무 빨라서 버려졌습니다.",
          en: "Dropped, as they came too fast.",
        },
        why: {
          ko: "빠르기는 상관없습니다. send는 아무리 빨라도 버리지 않습니다.",
          en: "How fast they come does not matter: send drops nothing.",
        },
      },
    ],
  },
});
