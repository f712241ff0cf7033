/** Words of best practice: the rules of what to do about overload, each with its formula. */
import type { Text } from "../../../i18n/index.ts";

export const guideWords = {
  rules: { ko: "버퍼 말고도 할 일", en: "What a buffer can’t do" },
  see: { ko: "시나리오에서 보기", en: "See it in a scenario" },
} as const satisfies Record<string, Text>;

export const titleWords = {
  retry: { ko: "재시도: 백오프와 지터", en: "Retry: backoff and jitter" },
  degradation: { ko: "단계적 기능 축소", en: "Graceful degradation" },
  poolSize: { ko: "풀 크기", en: "Pool size" },
  breaker: { ko: "서킷 브레이커", en: "Circuit breaker" },
  alerts: { ko: "임계값과 경보", en: "Thresholds and alerts" },
  memory: { ko: "메모리와 GC", en: "Memory and GC" },
} as const satisfies Record<string, Text>;

/** The formulas, in which `|` separates lines. */
export const formulaWords = {
  retry: {
    ko: "e = min(상한, 기본 · 2ⁿ)|전체 지터: 0 … e, 평균 e/2|절반 지터: e/2 … e, 평균 3e/4",
    en: "e = min(cap, base · 2ⁿ)|full jitter: 0 … e, mean e/2|equal jitter: e/2 … e, mean 3e/4",
  },
  degradation: {
    ko: "이용률 = λ · Σ(비율 × 처리 시간) / 작업자|1보다 크면 선택 작업부터 거절",
    en: "utilisation = λ · Σ(share × service time) / workers|above 1: shed optional tasks first",
  },
  poolSize: {
    ko: "스레드 = 도착률 × 처리 시간 / 목표 이용률|리틀의 법칙: L = λ · W",
    en: "threads = rate × service time / utilisation|Little’s law: L = λ · W",
  },
  breaker: {
    ko: "실패율 = 실패 / 구간의 호출|실패율 ≥ 임계값 → OPEN → 대기 → HALF_OPEN",
    en: "failure rate = failures / calls in the window|rate ≥ threshold → OPEN → wait → HALF_OPEN",
  },
  alerts: {
    ko: "가득 차기까지 = (용량 − 깊이) / (λ − μ)|손실률 = 손실 / 생산",
    en: "time to full = (capacity − depth) / (λ − μ)|loss rate = lost / produced",
  },
  memory: {
    ko: "live = 끝나지 않은 요소 × 차지하는 크기|수집 한 번 = (한도 − live)바이트 할당마다|GC의 몫 ∝ live / (한도 − live)",
    en: "live = elements not done × what each takes|one collection per (limit − live) bytes allocated|share of time in GC ∝ live / (limit − live)",
  },
} as const satisfies Record<string, Text>;

export const adviceWords = {
  retry: {
    ko: "실패한 호출이 모두 같은 때에 돌아오면 부하가 다시 한꺼번에 몰립니다. 간격을 두 배씩 늘리고 그 안에서 무작위로 흩으세요. 횟수를 제한하고, 두 번 해도 결과가 같은 호출만 다시 하세요.",
    en: "If all failed calls come back at the same moment, so does the overload. Double the wait each time and add jitter. Limit the number of attempts, and retry only calls that are safe to repeat.",
  },
  degradation: {
    ko: "모두 느려지게 두지 말고 선택 작업부터 멈추세요. 추천과 통계는 나중에 하고, 결제는 끝까지 지킵니다. 단계를 내리는 임계값이 올리는 임계값보다 낮아야 단계가 오락가락하지 않습니다.",
    en: "Instead of being slow for everyone, drop what is optional: recommendations first, payments never. Recover at a lower threshold than the one you left at, or the level flaps.",
  },
  poolSize: {
    ko: "초당 50건이 한 건에 0.2초 걸리면 늘 10건이 진행 중이므로 스레드가 적어도 10개 필요합니다. 이용률이 1에 가까우면 대기 시간이 급격히 길어지므로 0.7에서 0.8을 목표로 하세요. 풀 앞의 큐에도 한도가 있어야 합니다.",
    en: "50 calls a second of 0.2 s each are 10 calls at any moment: at least 10 threads. Waits grow steeply as utilisation nears 1, so aim for 0.7 to 0.8. The queue in front of the pool needs a bound too.",
  },
  breaker: {
    ko: "이미 쓰러진 서비스에 계속 보내지 마세요. 실패율이 임계값에 이르면 바로 거절해 양쪽의 자원을 아끼고, 잠시 뒤 시험 호출 몇 번만 보내 회복했는지 봅니다. 재시도는 서킷 브레이커 바깥에 두세요.",
    en: "Don’t keep calling a service that is down. At the threshold, start to reject calls at once and spare both sides; after a while, a few trial calls show whether it has recovered. Put retries outside the breaker.",
  },
  alerts: {
    ko: "평균은 꼬리를 숨깁니다. 깊이가 용량의 80%를 넘는지, 손실률이 1%를 넘는지, 대기 시간의 p99가 약속 안인지 보세요. 임계값은 가득 차기 전에 조치할 시간이 남는 곳에 두세요.",
    en: "An average hides the tail. Watch whether the depth exceeds 80 % of the capacity, the loss 1 %, and the p99 of the wait what you have promised. Set the threshold so that there is still time to act.",
  },
  memory: {
    ko: "쌓인 요소는 모두 살아 있는 객체라 GC를 해도 메모리를 돌려받지 못합니다. 힙이 찰수록 GC가 잦아지고, 한 번에 찾아내고 옮길 객체도 많아져 처리 속도부터 떨어집니다. 바이트 배열의 내용은 훑지 않고 옮기기만 하며, G1은 큰 배열을 옮기지도 않습니다. 버퍼의 한도는 개수뿐 아니라 바이트로도 정하세요. 같은 바이트라도 힙을 얼마나 차지하는지는 컬렉터마다 다릅니다. 이 식은 이 페이지의 모형이며 JVM의 측정값이 아닙니다.",
    en: "Everything that waits is live, and no collection frees it. As the heap fills, collections come more often, and each has more objects to find and move: throughput drops long before memory runs out. The contents of a byte array are never scanned, only moved, and under G1 large arrays are not even moved. Bound a buffer in bytes, not only in elements; how much heap those bytes take depends on the collector. This is this page’s model, not a measurement of a JVM.",
  },
} as const satisfies Record<string, Text>;
