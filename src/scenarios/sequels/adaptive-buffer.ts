/** After the verdict on the adaptive buffer: where the elements are left, and what changes with a large buffer. */
import { lost as lostIn } from "../readings.ts";
import { defineSequel } from "../sequel.ts";

export const adaptiveBuffer = defineSequel({
  reads: (run, untilMs) => (run.countsAt(untilMs).lost > 0 ? "lost" : "kept"),
  said: ["moved", "emptied first", "lost", "waited for"],
  why: {
    question: {
      ko: "옛 채널의 요소를 왜 아무도 꺼내지 않을까요?",
      en: "Why does nobody take the elements in the old channel?",
    },
    answers: [
      {
        right: false,
        holds: "code",
        text: {
          ko: "옛 채널이 닫혀서 더는 꺼낼 수 없습니다.",
          en: "The old channel was closed, so nothing can be taken any more.",
        },
        why: {
          ko: "닫힌 채널이라도 남은 것은 꺼낼 수 있습니다. 여기서는 닫히지도 않았습니다.",
          en: "What is left in a closed channel can still be taken. And nobody closed this one.",
        },
      },
      {
        right: true,
        holds: ({ run, other }) => {
          const { lost, undelivered } = run.countsAt(run.durationMs);
          return lost > 0 && undelivered === lost && lostIn(other({}, "lossless-adaptive")) === 0;
        },
        text: {
          ko: "변수가 새 채널을 가리키므로, 소비자의 다음 receive도 새 채널로 갑니다.",
          en: "The variable points to the new channel, and so does the consumer’s next receive.",
        },
        why: {
          ko: "채널은 남아 있지만 그것을 참조하는 코드가 없습니다. 채널을 바꾸는 코드가 요소도 옮겨야 합니다.",
          en: "The channel still exists, but no code refers to it. The code that replaces it must also move its elements.",
        },
      },
      {
        right: false,
        // If so, they would be lost even where the code moves them.
        holds: ({ other }) => lostIn(other({}, "lossless-adaptive")) > 0,
        text: {
          ko: "오래된 요소라 새 채널이 받아 주지 않습니다.",
          en: "The new channel does not accept old elements.",
        },
        why: {
          ko: "채널은 요소의 나이를 모릅니다. 새 채널로 보내는 코드가 없을 뿐입니다.",
          en: "A channel does not know how old its elements are. No code sent them to the new one.",
        },
      },
    ],
  },
  twin: {
    link: "s=adaptive-buffer&cap=200",
    showsAtMs: 5000,
    question: {
      ko: "이번에는 처음부터 용량이 200이고, 200개가 옵니다. 기다리는 요소는 어떻게 될까요?",
      en: "Now the capacity is 200 from the start, for 200 elements. What happens to the elements that wait?",
    },
    answers: [
      {
        right: false,
        says: "lost",
        text: {
          ko: "이번에도 용량을 바꾸면서 잃습니다.",
          en: "They are lost again when it resizes.",
        },
        why: {
          ko: "용량은 버퍼가 찼을 때 바뀝니다. 최대 160개가 쌓이므로 한 번도 차지 않습니다.",
          en: "It resizes only when the buffer is full. At most 160 wait, so it never is.",
        },
      },
      {
        right: true,
        says: "kept",
        text: {
          ko: "하나도 잃지 않습니다. 용량이 한 번도 바뀌지 않습니다.",
          en: "None are lost: it never resizes.",
        },
        why: {
          ko: "손실의 원인은 부하가 아니라 채널 교체였습니다. 대신 마지막 요소는 8초 가까이 기다립니다.",
          en: "It was the replacement that lost them, not the load. The price is that the last element waits for nearly 8 s.",
        },
      },
      {
        right: false,
        says: "waited for",
        text: {
          ko: "생산자가 기다려서 천천히 들어갑니다.",
          en: "The producer waits, and they come in slowly.",
        },
        why: {
          ko: "자리가 넉넉하니 생산자는 2초 만에 200개를 모두 넣습니다.",
          en: "There is enough room: the producer has sent all 200 within 2 s.",
        },
      },
    ],
  },
});
