/** The plan of each lesson: what it is for, how long it takes, what comes before it, and what is taken away. */
import type { Text } from "../i18n/index.ts";
import type { ScenarioId } from "./registry.ts";

export interface LessonPlan {
  /** What one can do afterwards, as the rest of "After this you can ...". */
  readonly goal: Text;
  /** With its question, its answer and a talk about it, in minutes. */
  readonly minutes: number;
  /** The lesson that it builds on. */
  readonly after?: ScenarioId;
  /** What is taken away, in two sentences. */
  readonly learned: Text;
}

export const LESSON_PLANS: Readonly<Record<ScenarioId, LessonPlan>> = {
  "fast-producer": {
    goal: {
      ko: "배압이 무엇인지, 넘치는 것이 어디로 가는지 말하기",
      en: "say what backpressure is, and where too much goes",
    },
    minutes: 8,
    learned: {
      ko: "소비자가 느리면 기다리거나, 쌓이거나, 버려집니다. 버퍼는 그때까지의 시간을 벌어 줄 뿐입니다.",
      en: "When the consumer is slower, something waits, piles up or is dropped. A buffer only buys the time until then.",
    },
  },
  causes: {
    goal: {
      ko: "같아 보이는 밀림의 원인을 소비자가 시간을 쓰는 모습에서 가려내기",
      en: "tell causes apart that look alike in the queue, by how the workers spend their time",
    },
    minutes: 8,
    after: "fast-producer",
    learned: {
      ko: "버퍼는 느리게 나간다는 것만 압니다. 소비자가 모자란지, 답을 기다리는지, 자원이 모자란지에 따라 고치는 법이 다릅니다.",
      en: "A buffer only shows that elements leave too slowly. Whether workers, answers or a resource are short decides what cures it.",
    },
  },
  "memory-leak": {
    goal: {
      ko: "한도 없는 버퍼가 왜 조용한 메모리 누수인지 보이기",
      en: "show why a buffer without a bound is a silent memory leak",
    },
    minutes: 6,
    after: "fast-producer",
    learned: {
      ko: "한도 없는 버퍼에서는 아무도 기다리지 않으니 아무도 알아채지 못합니다. 오류는 메모리가 바닥난 뒤에야, 엉뚱한 곳에서 납니다.",
      en: "In a buffer without a bound nobody waits, so nobody notices. The error comes when memory has run out, and somewhere else.",
    },
  },
  "system-overload": {
    goal: {
      ko: "버퍼의 한도를 개수가 아니라 바이트로 계산하기",
      en: "bound a buffer by its bytes instead of its elements",
    },
    minutes: 7,
    after: "memory-leak",
    learned: {
      ko: "요소 1,000개는 1KiB짜리일 때와 1MiB짜리일 때 전혀 다른 한도입니다. 큰 버퍼는 처리량을 늘리지 않고 힙과 GC에 부담만 줍니다.",
      en: "A thousand elements are a different bound at 1 KiB than at 1 MiB. A large buffer adds no throughput, only heap and collections.",
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
      ko: "버퍼가 차면 생산자는 소비자가 하나 가져갈 때마다 하나씩 보냅니다. 용량은 전체 시간이 아니라 생산자가 풀려나는 때를 바꿉니다.",
      en: "Once it is full, the producer sends one each time the consumer takes one. Capacity changes when the producer is free, not how long the whole takes.",
    },
  },
  conflated: {
    goal: {
      ko: "최신 값만 남겨도 되는 때를 알아보기",
      en: "recognise when only the newest value matters",
    },
    minutes: 5,
    after: "fast-producer",
    learned: {
      ko: "CONFLATED는 칸에 있던 값을 새 값으로 바꿉니다. 모든 값이 아니라 지금의 값이 필요할 때만 맞습니다.",
      en: "CONFLATED replaces the value in its slot by the new one. It is right where the present value is wanted, not every value.",
    },
  },
  "priority-drop": {
    goal: {
      ko: "무엇을 먼저 버릴지 정하고, 정말 그렇게 버려지는지 확인하기",
      en: "decide what goes first, and check that it really does",
    },
    minutes: 7,
    after: "conflated",
    learned: {
      ko: "우선순위는 누군가 그것을 물어볼 때만 효과가 있습니다. trySend는 자리만 보고, 우선순위 버퍼는 가장 덜 중요한 것을 내보냅니다.",
      en: "A priority matters only where somebody asks for it. trySend looks for room; a priority buffer lets the least important go.",
    },
  },
  "rate-limiting": {
    goal: {
      ko: "동시에 몇 개인지와 1초에 몇 개인지를 구별하기",
      en: "tell how many at once from how many a second",
    },
    minutes: 7,
    after: "bounded-buffer",
    learned: {
      ko: "세마포어는 동시에 진행되는 수를 제한할 뿐 속도를 제한하지 않습니다. 속도에는 시간을 아는 토큰 버킷이 필요합니다.",
      en: "A semaphore limits how many are under way, not how fast they go. A rate needs something that knows the time: a token bucket.",
    },
  },
  batching: {
    goal: {
      ko: "배치 크기와 기다리는 시간을 함께 정하기",
      en: "choose the size of a batch together with its longest wait",
    },
    minutes: 7,
    after: "fast-producer",
    learned: {
      ko: "배치는 호출 비용을 여럿이 나눠 내게 하지만, 처리하는 동안 뒤에서 쌓입니다. 크기뿐 아니라 시간으로도 끝나야 마지막 요소가 기다리지 않습니다.",
      en: "A batch shares the cost of a call, and meanwhile a backlog grows behind it. It must also end by time, or the last elements wait for ever.",
    },
  },
  "circuit-breaker": {
    goal: {
      ko: "차단기가 언제 열리고 언제 다시 시험하는지 설명하기",
      en: "explain when a breaker opens, and when it tries again",
    },
    minutes: 9,
    after: "rate-limiting",
    learned: {
      ko: "차단기에는 타이머가 없어서, 기다리는 시간이 지난 뒤 누가 호출해야 비로소 시험합니다. 거절된 호출과 실패한 호출은 다른 수입니다.",
      en: "A breaker has no timer: it tries again when somebody calls after its wait. Calls that failed and calls that were turned away are two numbers.",
    },
  },
  "log-processing": {
    goal: {
      ko: "과부하에서도 중요한 로그를 지키는 방법 고르기",
      en: "keep what matters when there is too much of everything",
    },
    minutes: 8,
    after: "priority-drop",
    learned: {
      ko: "수준을 보지 않는 버퍼에서는 ERROR도 우연히 살아남습니다. 지킬 것을 정하면 나머지가 그 값을 치릅니다.",
      en: "In a buffer that does not look at levels an ERROR survives by accident. What is protected is paid for by the rest.",
    },
  },
  "sensor-data": {
    goal: {
      ko: "‘최신’이 무엇의 최신인지 정하기",
      en: "say of what the newest is kept",
    },
    minutes: 6,
    after: "conflated",
    learned: {
      ko: "여러 원천이 칸 하나를 함께 쓰면 늘 마지막에 쓰는 쪽만 남습니다. 원천마다 칸을 두면 모두 들립니다.",
      en: "Where several sources share a slot, the one that writes last is all that is heard. A slot for each lets all be heard.",
    },
  },
  monitoring: {
    goal: {
      ko: "평균이 숨기는 것을 창으로 찾아내기",
      en: "find with a window what an average hides",
    },
    minutes: 7,
    after: "fast-producer",
    learned: {
      ko: "시작부터의 평균은 시간이 갈수록 둔해집니다. 경보는 최근 몇 초의 창을 봐야 합니다.",
      en: "An average since the start grows dull with time. An alert has to watch the last few seconds.",
    },
  },
  "adaptive-buffer": {
    goal: {
      ko: "버퍼를 바꿔 끼울 때 잃는 것과 잃지 않는 법 보이기",
      en: "resize a buffer without losing what is in it",
    },
    minutes: 8,
    after: "monitoring",
    learned: {
      ko: "채널을 새것으로 바꾸면 옛 채널에 있던 것은 아무도 받지 않습니다. 더 큰 버퍼는 처리량이 아니라 기다림을 늘립니다.",
      en: "Who swaps the channel leaves behind what was in the old one. And a larger buffer adds waiting, not throughput.",
    },
  },
  retry: {
    goal: {
      ko: "재시도가 몰려오지 않게 만들기",
      en: "keep retries from coming in waves",
    },
    minutes: 7,
    after: "circuit-breaker",
    learned: {
      ko: "백오프만으로는 모두 같은 때에 다시 옵니다. 지터가 호출을 흩어 놓습니다.",
      en: "With backoff alone all come back at the same moment. Jitter is what scatters them.",
    },
  },
  degradation: {
    goal: {
      ko: "넘칠 때 무엇을 먼저 그만둘지 단계로 정하기",
      en: "plan in levels what is given up first",
    },
    minutes: 7,
    after: "log-processing",
    learned: {
      ko: "골라서 거절하면 꼭 필요한 일은 모두 끝납니다. 단계에 들어가고 나오는 문턱이 달라야 깜박거리지 않습니다.",
      en: "Who turns work away by choice gets all that is required done. Levels need different thresholds for entering and leaving.",
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
      ko: "필요한 수는 도착률 × 처리 시간보다 커야 합니다. 이용률이 100%에 가까우면 작은 몰림도 오래 남습니다.",
      en: "It takes more than arrival rate × service time. Close to 100 % utilisation the smallest burst stays for long.",
    },
  },
  "one-flood": {
    goal: {
      ko: "다섯 시스템에서 넘치는 것이 어떻게 되는지 견주기",
      en: "compare what becomes of too much in five systems",
    },
    minutes: 12,
    after: "bounded-buffer",
    learned: {
      ko: "원천은 기다릴 수 있거나(send), 불릴 때만 나오는 곳(당김)에서 느려집니다. 다른 곳에서는 잃을지, 쌓을지, 실패할지를 프로그램이 골라야 합니다.",
      en: "A source slows down where it can wait (send) or gives only what is pulled. Everywhere else the program has to choose: lose, pile up, or fail.",
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
      ko: "RxJava의 배압은 request(n)입니다. 요청을 듣지 않는 원천 앞에서는 버퍼, 버리기, 오류 가운데 하나를 골라야 합니다.",
      en: "Backpressure in RxJava is request(n). Before a source that does not listen, one has to choose: a buffer, a loss, or an error.",
    },
  },
  reactor: {
    goal: {
      ko: "Reactor의 연산자가 누구에게 얼마를 요청하는지 읽기",
      en: "read from Reactor's operators who asks whom for how much",
    },
    minutes: 9,
    after: "rxjava",
    learned: {
      ko: "한도가 있는 onBackpressureBuffer도 위로는 끝없이 요청하니 원천을 늦추지 않습니다. limitRate가 제한하는 것은 속도가 아니라 요청의 크기입니다.",
      en: "Even a bounded onBackpressureBuffer asks above without bound, so it slows no source. What limitRate limits is the size of requests, not a rate.",
    },
  },
  akka: {
    goal: {
      ko: "배압을 위해 아무것도 쓰지 않아도 되는 까닭 설명하기",
      en: "explain why nothing has to be written for backpressure",
    },
    minutes: 10,
    after: "rxjava",
    learned: {
      ko: "Akka/Pekko Streams에서는 아래에서 당겨야 위에서 나오니, 느린 쪽에 저절로 맞춰집니다. 비동기 경계는 16개를 미리 당겨 두므로 그만큼 오래된 것을 보게 됩니다.",
      en: "In Akka and Pekko Streams nothing comes that was not pulled, so all keep to the slowest by themselves. An asynchronous boundary pulls 16 ahead, and so much older is what one sees.",
    },
  },
  "node-streams": {
    goal: {
      ko: "write()의 답을 듣는 프로그램과 듣지 않는 프로그램 구별하기",
      en: "tell a program that heeds the answer of write() from one that does not",
    },
    minutes: 10,
    after: "fast-producer",
    learned: {
      ko: "write()의 false는 거절이 아니라 부탁입니다. 들을지는 프로그램이 정하고, 듣지 않으면 버퍼는 표시선을 넘어 계속 자랍니다.",
      en: "The false of write() is a plea, not a refusal. Whether it is heeded is up to the program; if not, the buffer grows past its mark.",
    },
  },
  "kotlin-flow": {
    goal: {
      ko: "Flow에서 누가 누구를 기다리는지, 버퍼가 어디에 생기는지 말하기",
      en: "say who waits for whom in a Flow, and where a buffer comes in",
    },
    minutes: 9,
    after: "bounded-buffer",
    learned: {
      ko: "버퍼가 없는 Flow에서 emit은 collect의 블록이 끝나야 돌아옵니다. buffer, conflate, collectLatest는 그 사이에 무엇을 둘지를 고르는 것입니다.",
      en: "In a Flow without a buffer emit returns when the block of collect is done. buffer, conflate and collectLatest choose what stands between them.",
    },
  },
  replenishing: {
    goal: {
      ko: "미리 받아 두는 시스템이 언제 더 요청하는지 그래프에서 읽기",
      en: "read from a curve when a system that asks ahead asks for more",
    },
    minutes: 8,
    after: "rxjava",
    learned: {
      ko: "미리 요청하는 시스템은 묶음으로 요청합니다. 3/4을 쓰고 나서, 절반을 쓰고 나서, 다 쓰고 나서로 규칙만 다릅니다.",
      en: "Systems that ask ahead ask in batches. They differ only in when: after three quarters, after half, or when all is gone.",
    },
  },
};
