import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Too much work of three degrees of importance: what is turned away first? */
export const degradation = defineScenario({
  id: "degradation",
  revision: 1,
  question: {
    ko: "1초에 33개의 작업이 오고 20개를 처리할 수 있습니다. 넷 중 하나는 필수, 하나는 있으면 좋은 것, 둘은 없어도 되는 것입니다. 버퍼가 반쯤 찼을 때 없어도 되는 작업부터 거절하면 필수 작업은 몇 퍼센트나 처리될까요?",
    en: "33 pieces of work come in a second, 20 can be done. Of every four, one is required, one useful, two are optional. If optional work is turned away once the buffer is half full, how much of the required work is done?",
  },
  answers: [
    {
      right: false,
      text: { ko: "60%. 20/33입니다.", en: "60 %: that is 20/33." },
      why: {
        ko: "누구를 거절할지 고르지 않을 때의 답입니다. 고르면 모자란 몫을 덜 중요한 쪽이 떠안습니다.",
        en: "So it would be without a choice of whom to turn away. With one, the less important bear what is missing.",
      },
    },
    {
      right: true,
      text: { ko: "모두.", en: "All of it." },
      why: {
        ko: "필수와 있으면 좋은 작업을 합쳐도 1초에 17개 남짓이라 처리할 수 있습니다. 거절되는 것은 없어도 되는 작업뿐입니다.",
        en: "Required and useful work together are some 17 a second, which can be done. Only optional work is turned away.",
      },
    },
    {
      right: false,
      text: {
        ko: "모두 처리되지만 점점 늦어집니다.",
        en: "All of it, but later and later.",
      },
      why: {
        ko: "거절이 버퍼를 비워 두므로 기다리는 시간이 계속 늘지 않습니다. 늦어지기만 하는 것은 아무것도 거절하지 않을 때입니다.",
        en: "Turning work away keeps the buffer from filling, so the wait stays bounded. It only grows where nothing is turned away.",
      },
    },
  ],
  showsAtMs: 6_000,
  notice: [
    {
      ko: "단계는 버퍼가 찬 정도로 정해집니다. 1단계에서는 없어도 되는 작업을, 2단계에서는 필수가 아닌 작업을 모두 거절합니다.",
      en: "The level follows from how full the buffer is. On level 1 optional work is turned away, on level 2 all that is not required.",
    },
    {
      ko: "단계를 올리는 곳과 내리는 곳이 다릅니다(이력). 이력 폭을 0으로 두면 경계에서 쉴 새 없이 오르내립니다.",
      en: "A level begins and ends at different fillings (hysteresis). Without that it flutters at its border.",
    },
    {
      ko: "아무것도 고르지 않는 전략에서는 필수 작업도 똑같이 버려지거나 똑같이 기다립니다.",
      en: "A strategy that makes no choice drops required work like any other, or lets it wait like any other.",
    },
  ],
  claims: [
    {
      strategy: "shed-optional",
      text: {
        ko: "필수 작업과 있으면 좋은 작업은 하나도 거절되지 않습니다.",
        en: "No required and no useful work is turned away.",
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
      holds: (run) =>
        run.maxBuffered() < run.capacity && run.countsAt(run.durationMs).produced >= 666,
    },
    {
      strategy: "shed-optional",
      text: {
        ko: "없어도 되는 작업은 넷 중 셋 넘게 거절됩니다.",
        en: "More than three of four pieces of optional work are turned away.",
      },
      holds: (run) => {
        const optional = run.countsAt(run.durationMs).byKind[2];
        return optional !== undefined && optional.lost > 0.75 * optional.produced;
      },
    },
    {
      strategy: "bounded",
      text: {
        ko: "기다리게만 하면 생산자가 느려져 20초 동안 450개도 만들지 못합니다.",
        en: "Where everything waits, the producer slows down: fewer than 450 are made in 20 s.",
      },
      holds: (run) => run.countsAt(run.durationMs).produced < 450,
    },
  ],
  reality: {
    source: "common",
    claimed: {
      ko: "과부하에서는 모두가 조금씩 느려지거나 조금씩 버려지는 수밖에 없다.",
      en: "In an overload there is no way but that everybody is served a little later, or a little less.",
    },
    findings: [
      {
        strategy: "shed-optional",
        text: {
          ko: "거절된 작업: 필수 {required}개 중 {lostRequired}개, 있으면 좋은 것 {useful}개 중 {lostUseful}개, 없어도 되는 것 {optional}개 중 {lostOptional}개.",
          en: "Turned away: {lostRequired} of {required} required, {lostUseful} of {useful} useful, {lostOptional} of {optional} optional.",
        },
        numbers: fates,
      },
      {
        strategy: "shed-optional",
        text: {
          ko: "단계는 {changes}번 바뀌었고, 가장 오래 기다린 작업은 {maxWaitMs}ms를 기다렸습니다.",
          en: "Changes of level: {changes}. The longest wait of a piece of work was {maxWaitMs} ms.",
        },
        numbers: (run) => ({
          changes: run.output().filter(({ line }) => line === "level").length,
          maxWaitMs: run.maxWaitMs(),
        }),
      },
      {
        strategy: "try-send",
        text: {
          ko: "고르지 않는 trySend는 {made}개 중 {lost}개를 오는 순서대로 버립니다. 가장 오래 기다린 작업은 {maxWaitMs}ms를 기다렸습니다.",
          en: "trySend makes no choice: it dropped {lost} of {made}, just as they came. The longest wait was {maxWaitMs} ms.",
        },
        numbers(run) {
          const { produced, dropped } = run.countsAt(run.end().atMs);
          return { made: produced, lost: dropped, maxWaitMs: run.maxWaitMs() };
        },
      },
    ],
  },
  next: [
    {
      text: {
        ko: "작업 60개가 한꺼번에 몰리면 단계는 어디까지 올라갈까요?",
        en: "60 pieces of work come at once: how high does the level go?",
      },
      link: "s=degradation&a=bursts&b=60",
    },
    {
      text: {
        ko: "이력이 없으면 단계가 얼마나 자주 바뀔까요?",
        en: "How often does the level change without hysteresis?",
      },
      link: "s=degradation&hy=0",
    },
    {
      text: {
        ko: "모든 작업이 필수라면 무엇이 남을까요?",
        en: "What is left if all work is required?",
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

/** How many of each kind were made and turned away. */
function fates(run: ClaimRun) {
  const [required, useful, optional] = run.countsAt(run.end().atMs).byKind;
  return {
    required: required?.produced ?? 0,
    lostRequired: required?.lost ?? 0,
    useful: useful?.produced ?? 0,
    lostUseful: useful?.lost ?? 0,
    optional: optional?.produced ?? 0,
    lostOptional: optional?.lost ?? 0,
  };
}
