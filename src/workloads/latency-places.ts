/** The places where a network's latency can occur. Only in the consumer's call can it slow a producer. */

export const latencyPlaces = [
  {
    value: "launch",
    label: { ko: "보내는 길, 요소마다 코루틴", en: "On the way, a coroutine each" },
  },
  {
    value: "call",
    label: { ko: "소비자의 호출", en: "In the consumer's call" },
  },
] as const;
