/** The plan of each lesson: what it is for, how long it takes, which lesson comes before it, and what students take away. */
import type { Text } from "../i18n/index.ts";
import type { ScenarioId } from "./registry.ts";

export interface LessonPlan {
  /** What a student can do afterwards; it completes the sentence "After this you can ...". */
  readonly goal: Text;
  /** How long it takes with its question, the answer and a discussion, in minutes. */
  readonly minutes: number;
  /** The lesson that it builds on. */
  readonly after?: ScenarioId;
  /** What students take away, in two sentences. */
  readonly learned: Text;
}

export const LESSON_PLANS: Readonly<Record<ScenarioId, LessonPlan>> = {
  "fast-producer": {
    goal: {
      ko: "배압이 무엇이고 넘치는 요소가 어디로 가는지 설명하기",
      en: "explain what backpressure is and where the excess goes",
    },
    minutes: 8,
    learned: {
      ko: "소비자가 느리면 요소는 기다리거나, 쌓이거나, 버려집니다. 버퍼는 그때까지 시간을 벌어 줄 뿐입니다.",
      en: "If the consumer is slower, elements wait, pile up or are dropped. A buffer only puts that off for a while.",
    },
  },
  causes: {
    goal: {
      ko: "큐만 보면 같아 보이는 원인을 작업자가 시간을 쓰는 모습에서 가려내기",
      en: "tell apart causes that look alike in the queue, by how the workers spend their time",
    },
    minutes: 8,
    after: "fast-producer",
    learned: {
      ko: "버퍼만 봐서는 요소가 너무 느리게 나간다는 것밖에 알 수 없습니다. 작업자가 모자란지, 답을 기다리는지, 자원이 모자란지에 따라 고치는 법이 다릅니다.",
      en: "A buffer shows only that elements leave too slowly. The cure depends on the cause: too few workers, waiting for answers, or a scarce resource.",
    },
  },
  "memory-leak": {
    goal: {
      ko: "한도 없는 버퍼가 왜 조용한 메모리 누수인지 설명하기",
      en: "explain why an unbounded buffer is a silent memory leak",
    },
    minutes: 6,
    after: "fast-producer",
    learned: {
      ko: "한도 없는 버퍼에서는 아무도 기다리지 않으므로 아무도 알아채지 못합니다. 오류는 메모리가 바닥난 뒤에야, 흔히 엉뚱한 곳에서 납니다.",
      en: "With an unbounded buffer nothing waits, so nobody notices. The error comes only when memory has run out, often somewhere else.",
    },
  },
  "system-overload": {
    goal: {
      ko: "버퍼의 한도를 개수가 아니라 바이트로 계산하기",
      en: "bound a buffer by its bytes, not by its elements",
    },
    minutes: 7,
    after: "memory-leak",
    learned: {
      ko: "요소 1,000개는 1KiB짜리일 때와 1MiB짜리일 때 전혀 다른 한도입니다. 큰 버퍼는 처리량을 늘리지 않고 힙과 GC에 부담만 줍니다.",
      en: "A thousand elements of 1 KiB and a thousand of 1 MiB are very different bounds. A large buffer adds no throughput, only heap use and GC work.",
    },
  },
  "bounded-buffer": {
    goal: {
      ko: "가득 찬 버퍼가 생산자를 언제, 얼마나 멈추는지 예측하기",
      en: "predict when a full buffer holds the producer, and for how long",
    },
    minutes: 6,
    after: "fast-producer",
    learned: {
      ko: "버퍼가 차면 생산자는 소비자가 하나를 가져갈 때마다 하나씩 보냅니다. 용량은 전체 시간이 아니라 생산자가 끝나는 시각을 바꿉니다.",
      en: "Once the buffer is full, the producer sends one each time the consumer takes one. Capacity changes when the producer finishes, not the total time.",
    },
  },
  conflated: {
    goal: {
      ko: "최신 값만 남겨도 되는 경우를 판단하기",
      en: "recognise when only the newest value matters",
    },
    minutes: 5,
    after: "fast-producer",
    learned: {
      ko: "CONFLATED는 칸에 있던 값을 새 값으로 바꿉니다. 모든 값이 아니라 현재 값만 필요할 때 맞습니다.",
      en: "CONFLATED replaces the value in its slot with the new one. Use it when you need the current value, not every value.",
    },
  },
  "priority-drop": {
    goal: {
      ko: "무엇을 먼저 버릴지 정하고, 실제로 그렇게 버려지는지 확인하기",
      en: "decide what is dropped first, and check that it really is",
    },
    minutes: 7,
    after: "conflated",
    learned: {
      ko: "우선순위는 그것을 보는 코드가 있어야 효과가 있습니다. trySend는 자리만 보고, 우선순위 버퍼는 가장 덜 중요한 것을 버립니다.",
      en: "A priority has an effect only if some code checks it. trySend only looks for room; a priority buffer drops the least important element.",
    },
  },
  "rate-limiting": {
    goal: {
      ko: "동시에 처리하는 수와 1초에 처리하는 수를 구별하기",
      en: "distinguish how many at once from how many per second",
    },
    minutes: 7,
    after: "bounded-buffer",
    learned: {
      ko: "세마포어는 동시에 진행되는 수를 제한할 뿐 속도를 제한하지 않습니다. 속도를 제한하려면 시간을 아는 토큰 버킷이 필요합니다.",
      en: "A semaphore limits how many run at once, not how many per second. A rate limit needs a clock: a token bucket.",
    },
  },
  batching: {
    goal: {
      ko: "배치 크기와 최대 대기 시간을 함께 정하기",
      en: "choose a batch size and its maximum wait together",
    },
    minutes: 7,
    after: "fast-producer",
    learned: {
      ko: "배치를 쓰면 호출 비용을 여러 요소가 나누지만, 처리하는 동안 뒤에 쌓입니다. 크기뿐 아니라 시간으로도 마감해야 마지막 요소가 끝없이 기다리지 않습니다.",
      en: "A batch shares the cost of a call, but a backlog grows while it is processed. It also needs a time limit, or the last elements may wait forever.",
    },
  },
  "circuit-breaker": {
    goal: {
      ko: "서킷 브레이커가 언제 열리고 언제 다시 시험하는지 설명하기",
      en: "explain when a breaker opens, and when it tries again",
    },
    minutes: 9,
    after: "rate-limiting",
    learned: {
      ko: "서킷 브레이커에는 타이머가 없어서, 대기 시간이 지난 뒤 호출이 와야 다시 시험합니다. 거절된 호출과 실패한 호출은 다른 수입니다.",
      en: "A breaker has no timer: it tries again only when a call comes after the wait. Failed calls and rejected calls are different numbers.",
    },
  },
  "log-processing": {
    goal: {
      ko: "과부하에서도 중요한 로그를 지키는 방법 고르기",
      en: "choose how to protect important logs under overload",
    },
    minutes: 8,
    after: "priority-drop",
    learned: {
      ko: "로그 레벨을 보지 않는 버퍼에서는 ERROR도 우연히 살아남습니다. 무엇을 지킬지 정하면 나머지가 그 대가를 치릅니다.",
      en: "In a buffer that ignores levels, an ERROR survives only by chance. Whatever you protect, the rest pays for it.",
    },
  },
  "sensor-data": {
    goal: {
      ko: "‘최신’이 무엇의 최신 값인지 정하기",
      en: "decide what “newest” refers to",
    },
    minutes: 6,
    after: "conflated",
    learned: {
      ko: "여러 소스가 칸 하나를 함께 쓰면 늘 마지막에 쓴 값만 남습니다. 소스마다 칸을 두면 모두 처리됩니다.",
      en: "If several sources share one slot, only the last value written stays. With a slot for each source, all are processed.",
    },
  },
  monitoring: {
    goal: {
      ko: "평균이 숨기는 것을 최근 구간으로 찾아내기",
      en: "use a window to find what an average hides",
    },
    minutes: 7,
    after: "fast-producer",
    learned: {
      ko: "시작부터의 평균은 시간이 갈수록 둔해집니다. 경보는 최근 몇 초의 구간을 봐야 합니다.",
      en: "An average since the start reacts more and more slowly. An alert has to watch the last few seconds.",
    },
  },
  "adaptive-buffer": {
    goal: {
      ko: "버퍼를 교체할 때 잃는 것과 잃지 않는 방법을 설명하기",
      en: "resize a buffer without losing what is in it",
    },
    minutes: 8,
    after: "monitoring",
    learned: {
      ko: "채널을 새것으로 바꾸면 옛 채널에 있던 요소는 아무도 받지 않습니다. 버퍼가 커지면 처리량이 아니라 대기 시간이 늘어납니다.",
      en: "If you replace the channel, the elements in the old one are left behind. A larger buffer adds waiting time, not throughput.",
    },
  },
  retry: {
    goal: {
      ko: "재시도가 한꺼번에 몰리지 않게 만들기",
      en: "keep retries from coming in waves",
    },
    minutes: 7,
    after: "circuit-breaker",
    learned: {
      ko: "백오프만으로는 모두 같은 시각에 다시 옵니다. 지터가 호출을 흩어 놓습니다.",
      en: "With backoff alone, all calls come back at the same moment. Jitter spreads them out.",
    },
  },
  degradation: {
    goal: {
      ko: "넘칠 때 무엇부터 포기할지 단계로 정하기",
      en: "decide in levels what to give up first",
    },
    minutes: 7,
    after: "log-processing",
    learned: {
      ko: "골라서 거절하면 필수 작업은 모두 처리합니다. 단계를 올리는 임계값과 내리는 임계값이 달라야 단계가 오락가락하지 않습니다.",
      en: "If you choose what to reject, all required work gets done. Levels need different thresholds for rising and falling, or they flap.",
    },
  },
  "pool-size": {
    goal: {
      ko: "도착률과 처리 시간으로 스레드 수 계산하기",
      en: "compute how many threads a load needs",
    },
    minutes: 8,
    after: "fast-producer",
    learned: {
      ko: "스레드는 적어도 도착률 × 처리 시간만큼 필요합니다. 이용률이 100%에 가까우면 조금만 몰려도 밀린 것이 오래 남습니다.",
      en: "You need at least arrival rate × service time threads. Close to 100 % utilisation, even a small burst takes a long time to clear.",
    },
  },
  "one-flood": {
    goal: {
      ko: "다섯 시스템에서 넘치는 요소가 어떻게 되는지 비교하기",
      en: "compare what happens to the excess in five systems",
    },
    minutes: 12,
    after: "bounded-buffer",
    learned: {
      ko: "소스는 기다릴 수 있거나(send), 요청받을 때만 내보내는(pull) 곳에서 느려집니다. 다른 곳에서는 잃을지, 쌓을지, 실패할지를 프로그램이 골라야 합니다.",
      en: "A source slows down if it can wait (send) or emits only when pulled. Everywhere else the program has to choose: lose, pile up or fail.",
    },
  },
  rxjava: {
    goal: {
      ko: "요청이 어디서 시작해 어디서 멈추는지 따라가기",
      en: "follow requests from where they start to where they end",
    },
    minutes: 9,
    after: "fast-producer",
    learned: {
      ko: "RxJava의 배압은 request(n)입니다. 소스가 요청을 무시하면 버퍼, 버리기, 오류 가운데 하나를 골라야 합니다.",
      en: "Backpressure in RxJava is request(n). If the source ignores requests, you have to choose: a buffer, a loss or an error.",
    },
  },
  reactor: {
    goal: {
      ko: "Reactor의 연산자가 누구에게 얼마를 요청하는지 읽기",
      en: "read from Reactor's operators who requests how much from whom",
    },
    minutes: 9,
    after: "rxjava",
    learned: {
      ko: "한도가 있는 onBackpressureBuffer도 위로는 끝없이 요청하므로 소스를 늦추지 않습니다. limitRate가 제한하는 것은 속도가 아니라 한 번에 요청하는 수입니다.",
      en: "Even a bounded onBackpressureBuffer requests without limit upstream, so it does not slow down the source. limitRate limits the size of requests, not the rate.",
    },
  },
  akka: {
    goal: {
      ko: "배압을 위한 코드가 필요 없는 까닭 설명하기",
      en: "explain why backpressure needs no extra code",
    },
    minutes: 10,
    after: "rxjava",
    learned: {
      ko: "Akka/Pekko Streams에서는 아래에서 당겨야 위에서 나오므로, 느린 쪽에 저절로 맞춰집니다. 비동기 경계는 16개를 미리 당겨 두므로 그만큼 오래된 값을 보게 됩니다.",
      en: "In Akka and Pekko Streams nothing is emitted unless it is pulled, so everything runs at the pace of the slowest stage. An async boundary pulls 16 ahead, so the values you see are that much older.",
    },
  },
  "node-streams": {
    goal: {
      ko: "write()의 답을 따르는 프로그램과 무시하는 프로그램 구별하기",
      en: "distinguish a program that respects what write() returns from one that does not",
    },
    minutes: 10,
    after: "fast-producer",
    learned: {
      ko: "write()의 false는 거절이 아니라 조언입니다. 따를지는 프로그램이 정하고, 따르지 않으면 버퍼는 기준선을 넘어 계속 커집니다.",
      en: "false from write() is advice, not a refusal. The program decides whether to respect it; if it does not, the buffer grows past its mark.",
    },
  },
  "kotlin-flow": {
    goal: {
      ko: "Flow에서 무엇이 무엇을 기다리는지, 버퍼가 어디에 생기는지 설명하기",
      en: "explain what waits for what in a Flow, and where a buffer appears",
    },
    minutes: 9,
    after: "bounded-buffer",
    learned: {
      ko: "버퍼가 없는 Flow에서 emit은 collect의 블록이 끝나야 돌아옵니다. buffer, conflate, collectLatest는 그 사이에 무엇을 둘지를 고르는 것입니다.",
      en: "In a Flow without a buffer, emit returns when the collect block is done. buffer, conflate and collectLatest choose what goes between them.",
    },
  },
  replenishing: {
    goal: {
      ko: "미리 받아 두는 시스템이 언제 더 요청하는지 그래프에서 읽기",
      en: "read from a chart when a prefetching system requests more",
    },
    minutes: 8,
    after: "rxjava",
    learned: {
      ko: "미리 요청하는 시스템은 여러 개를 한꺼번에 요청합니다. 3/4을 쓴 뒤, 절반을 쓴 뒤, 다 쓴 뒤로 그 시점만 다릅니다.",
      en: "Prefetching systems request in batches. They differ only in when: after three quarters, after half, or when everything is used up.",
    },
  },
};
