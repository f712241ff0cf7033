import { printed } from "./readings.ts";
import { type ClaimRun, defineScenario } from "./scenario.ts";

/** Elements of high and low priority, and a full buffer: which element is dropped? */
export const priorityDrop = defineScenario({
  id: "priority-drop",
  revision: 1,
  question: {
    ko: "요소 20개 가운데 4개(0, 5, 10, 15번)는 우선순위가 높습니다. 5칸 버퍼가 차면 trySend가 거절하고, 거절된 요소는 버려집니다. 우선순위가 높은 요소는 몇 개가 도착할까요?",
    en: "Of 20 elements, 4 have high priority: 0, 5, 10 and 15. When the buffer of 5 is full, trySend fails and the element is dropped. How many high-priority elements arrive?",
  },
  answers: [
    {
      right: false,
      text: { ko: "4개 모두.", en: "All 4." },
      why: {
        ko: "우선순위를 보는 코드가 없습니다. trySend는 자리가 있는지만 확인합니다.",
        en: "No code looks at the priority. trySend only checks whether there is room.",
      },
    },
    {
      right: true,
      text: { ko: "2개.", en: "2." },
      why: {
        ko: "0번과 5번은 자리가 있을 때 왔고, 10번과 15번은 가득 찼을 때 왔습니다. 우선순위가 아니라 도착 시각이 정했습니다.",
        en: "0 and 5 came while there was room, 10 and 15 when there was none. Arrival time decided, not priority.",
      },
    },
    {
      right: false,
      text: {
        ko: "하나도 없습니다. 뒤에 온, 우선순위가 낮은 요소가 밀어냅니다.",
        en: "None: later low-priority elements push them out.",
      },
      why: {
        ko: "trySend는 들어 있는 것을 밀어내지 않습니다. 한번 들어간 요소는 반드시 전달됩니다.",
        en: "trySend pushes nothing out. Whatever gets into the buffer is delivered.",
      },
    },
    {
      right: false,
      text: {
        ko: "4개 모두 도착하지만 늦게 도착합니다.",
        en: "All 4, but late.",
      },
      why: {
        ko: "거절된 요소를 다시 보내는 코드가 없습니다. 늦게 오는 것이 아니라 버려집니다.",
        en: "No code sends a rejected element again. It isn't late; it is gone.",
      },
    },
  ],
  showsAtMs: 2_000,
  notice: [
    {
      ko: "원문 그대로면 우선순위가 높은 요소도 똑같이 거절됩니다. 버퍼 안에서도 온 순서를 지킬 뿐입니다.",
      en: "As written, a high-priority element is rejected like any other, and the buffer keeps the order of arrival.",
    },
    {
      ko: "우선순위 버퍼는 새 요소를 일단 받고, 가장 덜 중요한 요소 가운데 가장 오래된 것을 버립니다.",
      en: "The priority buffer accepts the new element and drops the oldest of the least important ones.",
    },
    {
      ko: "‘높은 우선순위 간격’을 1로 두면 모두가 중요해집니다. 그러면 중요한 것도 버려야 합니다.",
      en: "Set “One high priority in” to 1, and everything is important. Then important elements have to be dropped too.",
    },
  ],
  claims: [
    {
      strategy: "priority-drop-written",
      text: {
        ko: "우선순위가 높은 요소 4개 중 2개, 낮은 요소 16개 중 9개를 잃습니다.",
        en: "2 of 4 high-priority elements are lost, and 9 of 16 low-priority ones.",
      },
      holds: (run) => {
        const [high, low] = run.countsAt(10_000).byKind;
        return high?.lost === 2 && high.made === 4 && low?.lost === 9 && low.made === 16;
      },
    },
    {
      strategy: "priority-buffer",
      text: {
        ko: "우선순위 버퍼는 우선순위가 높은 요소를 하나도 잃지 않습니다. 전체 손실은 똑같이 11개입니다.",
        en: "The priority buffer loses no high-priority elements. It loses 11 in all, as many as before.",
      },
      holds: (run) => {
        const { byKind, dropped } = run.countsAt(10_000);
        return byKind[0]?.lost === 0 && byKind[0].received === 4 && dropped === 11;
      },
    },
    {
      strategy: "priority-drop-written",
      text: {
        ko: "우선순위가 높은 요소가 낮은 요소를 앞지르는 일은 한 번도 없습니다.",
        en: "No high-priority element ever overtakes a low-priority one.",
      },
      holds: (run) => overtakings(run) === 0,
    },
    {
      strategy: "try-send",
      text: {
        ko: "우선순위를 보지 않는 trySend도 똑같이 11개를 버립니다.",
        en: "Plain trySend, which ignores priority, also loses 11 elements.",
      },
      holds: (run) => run.countsAt(10_000).dropped === 11,
    },
  ],
  reality: {
    claimed: {
      ko: "우선순위가 높은 데이터를 먼저 처리하고, 낮은 데이터부터 버립니다.",
      en: "High-priority data is processed first; low-priority data is dropped first.",
    },
    findings: [
      {
        strategy: "priority-drop-written",
        text: {
          ko: "우선순위를 읽는 코드가 없습니다. 손실은 우선순위가 높은 요소 {high}개 중 {lostHigh}개, 낮은 요소 {low}개 중 {lostLow}개입니다.",
          en: "No code reads the priority. Lost: {lostHigh} of {high} high-priority and {lostLow} of {low} low-priority elements.",
        },
        numbers: lossByPriority,
      },
      {
        strategy: "priority-drop-written",
        text: {
          ko: "먼저 처리되지도 않습니다. 꺼낸 요소 {received}개 가운데 앞서 온 것을 앞지른 요소는 {overtakings}개입니다.",
          en: "Nothing is processed “first” either. Elements taken: {received}; elements that overtook an earlier one: {overtakings}.",
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
          ko: "버릴 것을 고르면 달라집니다. 손실은 우선순위가 높은 요소 {high}개 중 {lostHigh}개, 낮은 요소 {low}개 중 {lostLow}개이고, 앞서 온 것을 앞지른 요소는 {overtakings}개입니다.",
          en: "Choosing what to drop makes the difference. Lost: {lostHigh} of {high} high-priority and {lostLow} of {low} low-priority elements. Elements that overtook an earlier one: {overtakings}.",
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
        ko: "우선순위를 지키면 무엇이 살아남을까요?",
        en: "What survives if the priority is respected?",
      },
      link: "s=priority-drop&k=priority-buffer",
    },
    {
      text: {
        ko: "절반의 우선순위가 높다면 낮은 요소는 어떻게 될까요?",
        en: "What happens to the low-priority elements if half of all elements have high priority?",
      },
      link: "s=priority-drop&k=priority-buffer&hi=2&n=100",
    },
    {
      text: {
        ko: "버퍼를 20칸으로 늘리면 우선순위가 필요할까요?",
        en: "With a buffer of 20, is priority needed at all?",
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

/** How many elements of each priority were made and lost. */
function lossByPriority(run: ClaimRun) {
  const [high, low] = run.countsAt(run.end().atMs).byKind;
  return {
    high: high?.made ?? 0,
    lostHigh: high?.lost ?? 0,
    low: low?.made ?? 0,
    lostLow: low?.lost ?? 0,
  };
}

/** How many elements were taken before one that had arrived earlier. */
function overtakings(run: ClaimRun): number {
  const taken = printed(run, "received");
  let earliest = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const element of taken.reverse()) {
    if (element > earliest) count++;
    earliest = Math.min(earliest, element);
  }
  return count;
}
