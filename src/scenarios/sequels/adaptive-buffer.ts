/** After the verdict on the adaptive buffer: where the elements are left, and what a large buffer from the start does. */
import { defineSequel } from "../sequel.ts";

export const adaptiveBuffer = defineSequel({
  reads: (run, untilMs) => (run.countsAt(untilMs).lost > 0 ? "lost" : "kept"),
  said: ["moved", "emptied first", "lost", "waited for"],
  why: {
    question: {
      ko: "옛 채널의 요소를 왜 아무도 꺼내지 않을까요?",
      en: "Why does nobody take what is in the old channel?",
    },
    answers: [
      {
        right: false,
        text: {
          ko: "옛 채널이 닫혀서 더는 꺼낼 수 없습니다.",
          en: "It has been closed, and nothing can be taken any more.",
        },
        why: {
          ko: "닫힌 채널이라도 남은 것은 꺼낼 수 있습니다. 여기서는 닫히지도 않았습니다.",
          en: "What is left in a closed channel can be taken. And nobody closed this one.",
        },
      },
      {
        right: true,
        text: {
          ko: "변수가 새 채널을 가리키니, 소비자의 다음 receive도 새 채널로 갑니다.",
          en: "The variable points at the new one, and so does the consumer’s next receive.",
        },
        why: {
          ko: "채널은 남아 있지만 그것을 아는 코드가 없습니다. 바꿔 끼운 사람이 옮겨 주어야 합니다.",
          en: "The channel is still there, but no code knows it. Who swaps it has to move what is in it.",
        },
      },
      {
        right: false,
        text: {
          ko: "오래된 요소라 새 채널이 받아 주지 않습니다.",
          en: "The new channel does not accept old elements.",
        },
        why: {
          ko: "채널은 요소의 나이를 모릅니다. 아무도 보내지 않았을 뿐입니다.",
          en: "A channel does not know how old they are. Nobody sent them to it.",
        },
      },
    ],
  },
  twin: {
    link: "s=adaptive-buffer&cap=200",
    showsAtMs: 5000,
    question: {
      ko: "이번에는 처음부터 200칸이고, 200개가 옵니다. 요소는 어떻게 될까요?",
      en: "Now there are 200 places from the start, for 200 elements. What becomes of those that wait?",
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
          ko: "바꾸는 것은 버퍼가 찼을 때입니다. 160개까지만 쌓이니 한 번도 차지 않습니다.",
          en: "It resizes when it is full. At most 160 wait, so it never is.",
        },
      },
      {
        right: true,
        says: "kept",
        text: {
          ko: "하나도 잃지 않습니다. 한 번도 바꾸지 않습니다.",
          en: "None is lost: it never resizes.",
        },
        why: {
          ko: "잃게 한 것은 부하가 아니라 갈아 끼우기였습니다. 대신 마지막 요소는 8초 가까이 기다립니다.",
          en: "It was not the load that lost them but the swap. In return the last one waits for close to 8 s.",
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
          en: "There is room enough: within 2 s the producer has sent all 200.",
        },
      },
    ],
  },
});
