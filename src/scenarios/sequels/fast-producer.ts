/** After the verdict on the fast producer: what holds it, and where the excess is while the buffer has room. */
import { isSlowed } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

/** By then the buffer is full; one with 64 places would not be. */
const SHOWN_MS = 3_250;

export const fastProducer = defineSequel({
  reads(run, untilMs) {
    const { lost, made } = run.countsAt(untilMs);
    if (lost > 0) return "dropped";
    const couldMake = untilMs / Number(run.values["producerDelayMs"]);
    return made < couldMake ? "never made" : "piled up";
  },
  said: ["piled up", "dropped", "never made"],
  why: {
    question: {
      ko: "생산자는 왜 남는 것을 만들지 않을까요?",
      en: "What keeps the producer from making the rest?",
    },
    answers: [
      {
        right: true,
        holds: ({ run, other }) =>
          isSlowed(run, SHOWN_MS) && !isSlowed(other({ capacity: 10_000 }), SHOWN_MS),
        text: {
          ko: "send가 자리가 날 때까지 돌아오지 않으므로 다음 요소를 만들지 못합니다.",
          en: "send does not return until there is room, so the producer cannot make the next one.",
        },
        why: {
          ko: "느려지라는 신호가 따로 있지 않습니다. 함수 호출이 돌아오지 않는 것 자체가 배압입니다.",
          en: "No signal tells it to slow down. The call that does not return is the backpressure.",
        },
      },
      {
        right: false,
        // If so, it would slow down even while there is room.
        holds: ({ other }) => isSlowed(other({ capacity: 64 }), SHOWN_MS),
        text: {
          ko: "소비자가 자기 속도를 생산자에게 알려 줍니다.",
          en: "The consumer tells the producer how fast it is.",
        },
        why: {
          ko: "소비자는 생산자를 모릅니다. 소비자가 하나를 꺼내 자리가 나면 send가 깨어납니다.",
          en: "The consumer knows nothing of the producer. It takes an element, and the free place wakes send.",
        },
      },
      {
        right: false,
        // If so, nothing would ever wait in send.
        holds: ({ run }) => run.countsAt(SHOWN_MS).held === 0,
        text: {
          ko: "생산자가 버퍼의 길이를 보고 스스로 쉽니다.",
          en: "The producer checks the length of the buffer and pauses.",
        },
        why: {
          ko: "그런 코드는 없습니다. 생산자는 send를 호출할 뿐이고, 멈추는 곳은 send 안입니다.",
          en: "No code does that. The producer calls send and is held inside send.",
        },
      },
      {
        right: false,
        // If so, a buffer without a bound would hold it too: just as much flows in.
        holds: ({ other }) => isSlowed(other({}, "unlimited"), SHOWN_MS),
        text: {
          ko: "좁은 관에 물이 너무 많이 흘러들기 때문입니다. 그 압력이 배압입니다.",
          en: "Too much flows into too narrow a pipe: that pressure is the backpressure.",
        },
        why: {
          ko: "그것은 배압이 아니라 문제입니다. 무제한 버퍼에도 똑같이 흘러들지만 아무도 멈추지 않습니다. 배압은 그 답입니다. 가득 찬 관이 뒤로 밀어 수도꼭지가 잠깁니다.",
          en: "That is the problem, not backpressure: just as much flows into an unlimited buffer, and nobody is held. Backpressure is the answer to it: the full pipe pushes back, and the tap closes.",
        },
      },
    ],
  },
  twin: {
    link: "s=fast-producer&p=20&c=100&cap=64",
    showsAtMs: 1000,
    question: {
      ko: "이번에는 1초에 50개를 만들고 10개를 처리하며, 버퍼는 64칸입니다. 1초가 지났을 때, 처리하지 못한 40개는 어디에 있을까요?",
      en: "Now 50 are made per second, 10 are processed, and there is room for 64. After one second, where are the other 40?",
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
          en: "There is still room. The buffer buys 1.6 s; after that, the producer waits again.",
        },
      },
      {
        right: false,
        says: "dropped",
        text: {
          ko: "너무 빨라서 버려졌습니다.",
          en: "They were dropped because they came too fast.",
        },
        why: {
          ko: "속도는 상관없습니다. 아무리 빨라도 send는 버리지 않습니다.",
          en: "Speed does not matter: send never drops.",
        },
      },
    ],
  },
});
