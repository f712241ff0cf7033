/**
 * The explanations of the settings of workload and run. The page needs these settings at once, but their explanations
 * only when a panel is open, so they are loaded with it. Other settings bring their own explanations.
 */
import type { Text } from "../../../i18n/index.ts";
import type { Param } from "../../../params/index.ts";
import type { RunValues } from "../../../run/index.ts";
import type { WorkloadValues } from "../../../workloads/index.ts";

const HELP = {
  producerDelayMs: {
    ko: "생산자가 한 요소를 보낸 뒤 다음 요소를 만들 때까지 쉬는 시간(평균). 0이면 쉬지 않습니다.",
    en: "How long the producer pauses between elements (on average). 0: no pause.",
  },
  consumerDelayMs: {
    ko: "작업자 하나가 요소 하나를 처리하는 시간(평균).",
    en: "How long a worker takes to process one element (on average).",
  },
  workers: {
    ko: "한 채널에서 함께 꺼내 가는 작업자(소비자 코루틴)의 수.",
    en: "How many worker coroutines take from the same channel.",
  },
  arrivals: {
    ko: "요소를 만드는 리듬. 평균 속도는 어느 방식이든 같습니다.",
    en: "The rhythm in which elements are made. The average rate is always the same.",
  },
  jitterPercent: {
    ko: "‘조금씩 불규칙하게’일 때 간격이 평균에서 위아래로 벗어나는 최대 비율.",
    en: "With jitter: how far a pause may differ from the average, in either direction.",
  },
  burstSize: {
    ko: "‘몰아서 한꺼번에’일 때 쉬지 않고 이어서 만드는 요소의 수. 그 뒤 그만큼 길게 쉽니다.",
    en: "With bursts: how many elements are made without a pause. The pause after them is correspondingly longer.",
  },
  count: {
    ko: "생산자가 만드는 요소의 수. 그 뒤 채널을 닫습니다. 0이면 끝없이 만듭니다.",
    en: "How many elements the producer makes before it closes the channel. 0: endless.",
  },
  service: {
    ko: "처리 시간이 늘 같은지, 평균 둘레로 흩어지는지(지수 분포).",
    en: "Whether each element takes the same time, or times vary around the average (exponential).",
  },
  latencyMs: {
    ko: "모형: 네트워크를 지나는 시간. 0이면 네트워크가 없습니다.",
    en: "A model: how long the network takes. 0: no network.",
  },
  latencyAt: {
    ko: "요소마다 코루틴을 띄워 보내면 생산자는 기다리지 않습니다. 소비자의 호출이면 소비자가 요소마다 답을 기다립니다.",
    en: "With a coroutine for each element, the producer never waits. In the consumer's call, the consumer waits for an answer each time.",
  },
  threads: {
    ko: "모형: 작업자들이 함께 쓰는 스레드. 일하는 동안 하나를 차지합니다. 0이면 제한이 없습니다.",
    en: "Model: threads that the workers share; each worker holds one while it works. 0: no limit.",
  },
  durationS: {
    ko: "가상 시간으로 몇 초까지 실행할지 정합니다.",
    en: "How many seconds of virtual time the run lasts.",
  },
  elementKiB: {
    ko: "메모리 모형: 요소 하나의 크기. 실제 JVM을 측정한 값이 아니라 계산한 값입니다.",
    en: "Memory model: the bytes of one element. Calculated, not measured on a JVM.",
  },
  heapMiB: {
    ko: "메모리 모형(-Xmx): 끝나지 않은 요소가 이만큼을 넘으면 실행이 ‘메모리 부족’으로 끝납니다.",
    en: "Memory model (-Xmx): when unfinished elements take more than this, the run ends out of memory.",
  },
  gcMsPerGiB: {
    ko: "메모리 모형: (한도 − 살아 있는 바이트)만큼 할당할 때마다 모두가 멈춥니다. 멈추는 시간 = 이 값 × 살아 있는 GiB. 0이면 GC가 없습니다.",
    en: "Memory model: after every (limit − live) bytes allocated, everything stops for this × live GiB. 0: no GC.",
  },
  latePercent: {
    ko: "시계 모형: 실제 기계에서처럼 이 비율의 타이머가 1ms 늦게 울립니다. 0이면 이상적인 시계입니다. 10%일 때 실제 JVM의 결과에 가장 가깝습니다.",
    en: "Clock model: this share of timers fires 1 ms late, as on a real machine. 0: the ideal clock. 10 % comes closest to a real JVM.",
  },
  collector: {
    ko: "메모리 모형: 배열이 차지하는 힙은 컬렉터마다 다릅니다.",
    en: "Memory model: how much heap an array takes depends on the collector.",
  },
} as const satisfies Record<keyof RunValues | keyof WorkloadValues, Text>;

/** The explanation of a setting. Throws if there is none, which is a mistake in the setting's definition. */
export function helpTextOf({ key, help }: Param): Text {
  const text = help ?? (HELP as Readonly<Record<string, Text>>)[key];
  if (text === undefined) throw new Error(`the setting ${key} has no explanation`);
  return text;
}
