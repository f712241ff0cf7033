import { linesOf } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Too many tasks of three levels of importance: which are rejected first? */
export const degradation = defineScenario({
  id: "degradation",
  revision: 1,
  question: {
    ko: "1초에 작업 33개가 오고 20개를 처리할 수 있습니다. 넷 중 하나는 필수 작업, 하나는 있으면 좋은 작업, 둘은 선택 작업입니다. 버퍼가 반쯤 찼을 때부터 선택 작업을 거절하면 필수 작업은 몇 퍼센트가 처리될까요?",
    en: "33 tasks arrive per second and 20 can be processed. Of every four, one is required, one is useful and two are optional. If optional tasks are rejected once the buffer is half full, how much of the required work is done?",
  },
  answers: [
    {
      right: false,
      text: { ko: "60%. 20/33입니다.", en: "60 %: that is 20/33." },
      why: {
        ko: "무엇을 거절할지 고르지 않을 때의 답입니다. 골라서 거절하면 모자란 몫을 덜 중요한 작업이 떠안습니다.",
        en: "That would be right if nothing chose what to reject. With a choice, the less important tasks bear the shortfall.",
      },
    },
    {
      right: true,
      text: { ko: "모두.", en: "All of it." },
      why: {
        ko: "필수 작업과 있으면 좋은 작업을 합쳐도 1초에 17개 남짓이라 모두 처리할 수 있습니다. 거절되는 것은 선택 작업뿐입니다.",
        en: "Required and useful tasks together are about 17 a second, which can all be processed. Only optional tasks are rejected.",
      },
    },
    {
      right: false,
      text: {
        ko: "모두 처리되지만 점점 늦어집니다.",
        en: "All of it, but later and later.",
      },
      why: {
        ko: "거절하는 만큼 버퍼가 차지 않으므로 대기 시간이 계속 늘지 않습니다. 계속 늦어지는 것은 아무것도 거절하지 않고 버퍼에 한도도 없을 때입니다.",
        en: "Rejecting tasks keeps the buffer from filling, so the wait stays bounded. It keeps growing only if nothing is rejected and the buffer has no bound.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "단계는 버퍼가 찬 정도로 정해집니다. 1단계에서는 선택 작업을, 2단계에서는 필수가 아닌 작업을 모두 거절합니다.",
      en: "The level depends on how full the buffer is. Level 1 rejects optional tasks; level 2 rejects everything that is not required.",
    },
    {
      ko: "단계를 올리는 임계값과 내리는 임계값이 다릅니다(히스테리시스). 히스테리시스 폭을 0으로 두면 임계값에서 단계가 쉴 새 없이 오르내립니다.",
      en: "A level starts and ends at different thresholds (hysteresis). Without hysteresis, the level flips back and forth at the threshold.",
    },
    {
      ko: "고르지 않는 전략에서는 필수 작업도 다른 작업처럼 버려지거나 기다립니다.",
      en: "A strategy that does not choose drops required tasks like any others, or makes them wait like any others.",
    },
  ],
  claims: [
    {
      strategy: "shed-optional",
      text: {
        ko: "필수 작업과 있으면 좋은 작업은 하나도 거절되지 않습니다.",
        en: "No required or useful task is rejected.",
      },
      holds: (run) => {
        const [required, useful] = run.countsAt(run.durationMs).byKind;
        return required?.lost === 0 && useful?.lost === 0;
      },
    },
    {
      strategy: "shed-optional",
      text: {
        ko: "버퍼는 한 번도 가득 차지 않고, 생산자도 기다리지 않습니다.",
        en: "The buffer is never full, and the producer never waits.",
      },
      holds: (run) => run.maxBuffered() < run.capacity && run.countsAt(run.durationMs).made >= 666,
    },
    {
      strategy: "shed-optional",
      text: {
        ko: "선택 작업은 넷 중 셋 넘게 거절됩니다.",
        en: "More than three in four optional tasks are rejected.",
      },
      holds: (run) => {
        const optional = run.countsAt(run.durationMs).byKind[2];
        return optional !== undefined && optional.lost > 0.75 * optional.made;
      },
    },
    {
      strategy: "bounded",
      text: {
        ko: "거절하지 않고 기다리게만 하면 생산자가 느려져 20초 동안 450개도 만들지 못합니다.",
        en: "If everything waits instead, the producer slows down and makes fewer than 450 in 20 s.",
      },
      holds: (run) => run.countsAt(run.durationMs).made < 450,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "과부하가 걸리면 모두가 조금씩 느려지거나 조금씩 버려질 수밖에 없습니다.",
      en: "Under overload, everything inevitably gets a little slower or loses a little.",
    },
    findings: [
      {
        strategy: "shed-optional",
        text: {
          ko: "거절된 작업은 필수 {required}개 중 {lostRequired}개, 있으면 좋은 작업 {useful}개 중 {lostUseful}개, 선택 {optional}개 중 {lostOptional}개입니다.",
          en: "Rejected: {lostRequired} of {required} required, {lostUseful} of {useful} useful, {lostOptional} of {optional} optional tasks.",
        },
        numbers: fates,
      },
      {
        strategy: "shed-optional",
        text: {
          ko: "단계는 {changes}번 바뀌었고, 가장 오래 기다린 작업은 {maxWaitMs}ms를 기다렸습니다.",
          en: "Level changes: {changes}. The longest wait was {maxWaitMs} ms.",
        },
        numbers: (run) => ({
          changes: linesOf(run, "level").length,
          maxWaitMs: run.maxWaitMs(),
        }),
      },
      {
        strategy: "try-send",
        text: {
          ko: "trySend는 중요도를 보지 않고 {made}개 중 {lost}개를 버렸습니다. 가장 오래 기다린 작업은 {maxWaitMs}ms를 기다렸습니다.",
          en: "trySend ignores importance: it dropped {lost} of {made}. The longest wait was {maxWaitMs} ms.",
        },
        numbers(run) {
          const { made, dropped } = run.countsAt(run.end().atMs);
          return { made, lost: dropped, maxWaitMs: run.maxWaitMs() };
        },
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["shed-optional"],
        why: {
          ko: "실제 타이머는 조금씩 늦습니다. 같은 시간에 오는 요소가 적어 덜 거절하게 되고, 버퍼의 길이가 임계값을 더 자주 오르내립니다.",
          en: "Every real timer is a little late. So fewer elements arrive in the same time, less is shed, and the depth crosses the thresholds more often.",
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "작업 60개가 한꺼번에 몰리면 단계는 어디까지 올라갈까요?",
        en: "How high does the level go when 60 tasks arrive at once?",
      },
      link: "s=degradation&a=bursts&b=60",
    },
    {
      text: {
        ko: "히스테리시스가 없으면 단계가 얼마나 자주 바뀔까요?",
        en: "How often does the level change without hysteresis?",
      },
      link: "s=degradation&hy=0",
    },
    {
      text: {
        ko: "모든 작업이 필수라면 어떻게 될까요?",
        en: "What happens if all tasks are required?",
      },
      link: "s=degradation&rq=1",
    },
  ],
  strategies: ["shed-optional", "bounded", "try-send", "drop-oldest"],
  values: {
    durationS: 20,
    producerDelayMs: 30,
    consumerDelayMs: 100,
    workers: 2,
    capacity: 20,
  },
  strips: ["breaker", "depth"],
  controls: [
    "producerDelayMs",
    "workers",
    "reducedPercent",
    "essentialPercent",
    "hysteresisPercent",
  ],
});

/** How many tasks of each kind were made and lost. */
function fates(run: ClaimRun) {
  const [required, useful, optional] = run.countsAt(run.end().atMs).byKind;
  return {
    required: required?.made ?? 0,
    lostRequired: required?.lost ?? 0,
    useful: useful?.made ?? 0,
    lostUseful: useful?.lost ?? 0,
    optional: optional?.made ?? 0,
    lostOptional: optional?.lost ?? 0,
  };
}
