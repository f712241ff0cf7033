import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Elements of high and low priority, and a buffer that is full: who has to go? */
export const priorityDrop = defineScenario({
  id: "priority-drop",
  revision: 1,
  question: {
    ko: "요소 20개 가운데 4개(0, 5, 10, 15번)는 높은 우선순위입니다. 5칸 버퍼가 차면 trySend가 거절하고, 거절된 것은 버려집니다. 높은 우선순위는 몇 개가 도착할까요?",
    en: "Of 20 elements 4 are of high priority: 0, 5, 10 and 15. When the buffer of 5 is full, trySend is refused and the element thrown away. How many of the high ones arrive?",
  },
  answers: [
    {
      right: false,
      text: { ko: "4개 모두.", en: "All 4." },
      why: {
        ko: "우선순위를 들여다보는 코드가 없습니다. trySend는 자리가 있는지만 묻습니다.",
        en: "No line of the program looks at the priority. trySend asks whether there is room, and nothing else.",
      },
    },
    {
      right: true,
      text: { ko: "2개.", en: "2." },
      why: {
        ko: "0번과 5번은 자리가 있을 때 왔고, 10번과 15번은 가득 찼을 때 왔습니다. 우선순위가 아니라 도착 시각이 정했습니다.",
        en: "0 and 5 came while there was room, 10 and 15 when there was none. The time of arrival decided, not the priority.",
      },
    },
    {
      right: false,
      text: {
        ko: "하나도 없습니다. 뒤에 온 낮은 것들이 밀어냅니다.",
        en: "None: the low ones that come later push them out.",
      },
      why: {
        ko: "trySend는 들어 있는 것을 밀어내지 않습니다. 한번 들어간 요소는 반드시 나갑니다.",
        en: "trySend pushes nothing out. What has got into the buffer is delivered.",
      },
    },
    {
      right: false,
      text: {
        ko: "4개 모두 도착하지만 늦게 도착합니다.",
        en: "All 4, but late.",
      },
      why: {
        ko: "거절된 요소를 다시 보내는 코드가 없습니다. 늦는 것이 아니라 사라집니다.",
        en: "Nobody sends a refused element again. It isn't late, it is gone.",
      },
    },
  ],
  showsAtMs: 2_000,
  notice: [
    {
      ko: "글에 쓰인 대로면 높은 우선순위도 똑같이 거절됩니다. 버퍼 안에서도 온 순서를 지킬 뿐입니다.",
      en: "As written, an element of high priority is refused like any other, and within the buffer everybody keeps the order of arrival.",
    },
    {
      ko: "우선순위 버퍼는 새 요소를 일단 받고, 가장 덜 중요한 것 가운데 가장 오래된 것을 내보냅니다.",
      en: "The priority buffer takes the new element in, and lets the oldest of the least important ones go.",
    },
    {
      ko: "‘높은 우선순위 간격’을 1로 두면 모두가 중요해집니다. 그러면 중요한 것도 버려야 합니다.",
      en: "Set “one high priority in” to 1 and everything is important. Then important elements have to go as well.",
    },
  ],
  claims: [
    {
      strategy: "priority-drop-written",
      text: {
        ko: "높은 우선순위 4개 중 2개, 낮은 우선순위 16개 중 9개를 잃습니다.",
        en: "2 of 4 elements of high priority are lost, and 9 of 16 of low priority.",
      },
      holds: (run) => {
        const [high, low] = run.countsAt(10_000).byKind;
        return high?.lost === 2 && high.produced === 4 && low?.lost === 9 && low.produced === 16;
      },
    },
    {
      strategy: "priority-buffer",
      text: {
        ko: "우선순위 버퍼는 높은 우선순위를 하나도 잃지 않습니다. 잃는 것은 모두 11개로 같습니다.",
        en: "The priority buffer loses none of the high ones. It loses 11 elements in all, as many as before.",
      },
      holds: (run) => {
        const { byKind, dropped } = run.countsAt(10_000);
        return byKind[0]?.lost === 0 && byKind[0].received === 4 && dropped === 11;
      },
    },
    {
      strategy: "priority-drop-written",
      text: {
        ko: "높은 우선순위가 낮은 것을 앞지르는 일은 한 번도 없습니다.",
        en: "No element of high priority ever overtakes another.",
      },
      holds: (run) => overtakings(run) === 0,
    },
    {
      strategy: "try-send",
      text: {
        ko: "우선순위를 모르는 trySend도 똑같이 11개를 버립니다.",
        en: "trySend, which knows of no priority, loses 11 elements too.",
      },
      holds: (run) => run.countsAt(10_000).dropped === 11,
    },
  ],
  reality: {
    claimed: {
      ko: "우선순위가 높은 데이터를 먼저 처리하고, 낮은 데이터부터 버린다.",
      en: "Data of high priority is processed first; that of low priority is dropped first.",
    },
    findings: [
      {
        strategy: "priority-drop-written",
        text: {
          ko: "우선순위는 아무도 읽지 않습니다. 잃은 것: 높은 우선순위 {high}개 중 {lostHigh}개, 낮은 우선순위 {low}개 중 {lostLow}개.",
          en: "Nobody reads the priority. Lost: {lostHigh} of {high} of high priority, {lostLow} of {low} of low priority.",
        },
        numbers: lossByPriority,
      },
      {
        strategy: "priority-drop-written",
        text: {
          ko: "‘먼저’도 없습니다. 꺼낸 요소 {received}개 가운데 앞서 온 것을 앞지른 요소는 {overtakings}개입니다.",
          en: "Nothing comes “first” either. Elements taken: {received}; those that overtook one that had come before: {overtakings}.",
        },
        applies: (run) => run.countsAt(run.end().atMs).received > 1,
        numbers: (run) => ({
          received: run.countsAt(run.end().atMs).received,
          overtakings: overtakings(run),
        }),
      },
      {
        strategy: "priority-buffer",
        text: {
          ko: "내보낼 것을 고르면 달라집니다. 잃은 것: 높은 우선순위 {high}개 중 {lostHigh}개, 낮은 우선순위 {low}개 중 {lostLow}개. 앞서 온 것을 앞지른 요소: {overtakings}개.",
          en: "Choosing what has to go makes the difference. Lost: {lostHigh} of {high} of high priority, {lostLow} of {low} of low priority. Elements that overtook: {overtakings}.",
        },
        applies: (run) => run.countsAt(run.end().atMs).dropped > 0,
        numbers: (run) => ({ ...lossByPriority(run), overtakings: overtakings(run) }),
      },
    ],
  },
  realMachine: {
    recorded: {
      ko: "작업 {sent}개를 보내고 {droppedCount}개를 버렸습니다. 버린 작업: {dropped}.",
      en: "It sent {sent} tasks and dropped {droppedCount}: {dropped}.",
    },
  },
  next: [
    {
      text: {
        ko: "우선순위가 지켜지면 누가 살아남을까요?",
        en: "Who arrives if the priority is honoured?",
      },
      link: "s=priority-drop&k=priority-buffer",
    },
    {
      text: {
        ko: "절반이 높은 우선순위라면 낮은 것은 어떻게 될까요?",
        en: "What becomes of the low ones if half of all are high?",
      },
      link: "s=priority-drop&k=priority-buffer&hi=2&n=100",
    },
    {
      text: {
        ko: "버퍼를 20칸으로 늘리면 우선순위가 필요할까요?",
        en: "With 20 places, does it take a priority at all?",
      },
      link: "s=priority-drop&cap=20",
    },
  ],
  strips: ["ladder", "losses"],
  strategies: [
    "priority-drop-written",
    "priority-buffer",
    "try-send",
    "drop-oldest",
    "drop-random",
  ],
  values: {
    durationS: 10,
    producerDelayMs: 50,
    consumerDelayMs: 300,
    count: 20,
    capacity: 5,
    highEvery: 5,
    bodyMs: 8000,
  },
  controls: ["highEvery", "capacity", "producerDelayMs", "consumerDelayMs", "count"],
});

/** How many were made and lost of each priority. */
function lossByPriority(run: ClaimRun) {
  const [high, low] = run.countsAt(run.end().atMs).byKind;
  return {
    high: high?.produced ?? 0,
    lostHigh: high?.lost ?? 0,
    low: low?.produced ?? 0,
    lostLow: low?.lost ?? 0,
  };
}

/** How many elements were taken before one that had come earlier and was taken later. */
function overtakings(run: ClaimRun): number {
  const taken = run
    .output()
    .filter(({ line }) => line === "received")
    .map(({ numbers }) => numbers[0] ?? 0);
  let earliest = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const element of taken.reverse()) {
    if (element > earliest) count++;
    earliest = Math.min(earliest, element);
  }
  return count;
}
