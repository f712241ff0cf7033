import { type ClaimRun, defineScenario, type OutputLine } from "./scenario.ts";

/** Three sensors and one conflated channel: whose readings are processed? */
export const sensorData = defineScenario({
  id: "sensor-data",
  revision: 1,
  question: {
    ko: "센서 셋이 100ms마다 같은 순간에 차례로 CONFLATED 채널 하나에 값을 보냅니다. 소비자는 값 하나에 50ms가 걸립니다. 어느 센서의 값이 처리될까요?",
    en: "Every 100 ms, three sensors send a reading each, one after the other in the same instant, into one CONFLATED channel. The consumer takes 50 ms per reading. Which sensors' readings are processed?",
  },
  answers: [
    {
      right: false,
      text: { ko: "셋 다 같은 만큼.", en: "All three equally." },
      why: {
        ko: "채널이 센서마다 최신 값을 하나씩 남긴다면 맞습니다. CONFLATED 채널에는 칸이 하나뿐입니다.",
        en: "That would be right if the channel kept the newest reading of each sensor. A CONFLATED channel has only one slot.",
      },
    },
    {
      right: true,
      text: { ko: "TEMP_02는 한 번도 처리되지 않습니다.", en: "TEMP_02 is never processed." },
      why: {
        ko: "기다리던 소비자에게 TEMP_01이 바로 전달되기도 하고, 마지막에 온 TEMP_03은 칸에 남습니다. TEMP_02는 늘 곧바로 덮어써집니다.",
        en: "TEMP_01 sometimes goes straight to the waiting consumer, and TEMP_03 comes last and stays in the slot. TEMP_02 is always overwritten at once.",
      },
    },
    {
      right: false,
      text: { ko: "늘 TEMP_03만.", en: "Only TEMP_03." },
      why: {
        ko: "소비자가 기다리고 있을 때는 TEMP_01이 칸을 거치지 않고 바로 전달됩니다.",
        en: "When the consumer is waiting, TEMP_01 is handed to it directly, bypassing the slot.",
      },
    },
    {
      right: false,
      text: {
        ko: "먼저 보내는 TEMP_01이 가장 자주.",
        en: "TEMP_01 most often, because it comes first.",
      },
      why: {
        ko: "CONFLATED에서는 먼저 온 값이 버려집니다. 소비자가 바쁠 때 온 TEMP_01은 같은 순간에 뒤의 값으로 덮어써집니다.",
        en: "In CONFLATED, the earlier value is dropped. While the consumer is busy, TEMP_01 is overwritten in the same instant.",
      },
    },
  ],
  showsAtMs: 4_000,
  notice: [
    {
      ko: "한 라운드의 값은 모두 같은 순간에 들어옵니다. 그 사이에 소비자는 실행되지 못합니다.",
      en: "All readings of a round arrive in the same instant. The consumer can't run in between.",
    },
    {
      ko: "‘최신 값’이라고 할 때는 무엇의 최신 값인지도 정해야 합니다. 여기서는 센서마다의 최신 값입니다.",
      en: "“Newest” means little unless you say newest of what. What is needed here is the newest reading of each sensor.",
    },
    {
      ko: "센서마다 칸을 두고 차례로 꺼내면, 소비자가 느려도 모두 같은 만큼 처리됩니다.",
      en: "With a slot for each sensor, read in turn, all are processed equally, however slow the consumer is.",
    },
  ],
  claims: [
    {
      strategy: "sensor-data-written",
      text: {
        ko: "12초 동안 TEMP_02의 값은 하나도 처리되지 않습니다.",
        en: "In 12 s, no reading of TEMP_02 is processed.",
      },
      holds: (run) => run.countsAt(12_000).byKind[1]?.received === 0,
    },
    {
      strategy: "sensor-data-written",
      text: {
        ko: "TEMP_03은 TEMP_01보다 두 배 자주 처리됩니다.",
        en: "TEMP_03 is processed twice as often as TEMP_01.",
      },
      holds: (run) => {
        const [first, , third] = run.countsAt(12_000).byKind;
        return Math.abs((third?.received ?? 0) - 2 * (first?.received ?? 0)) <= 2;
      },
    },
    {
      strategy: "slot-per-sensor",
      text: {
        ko: "센서마다 칸을 두면 처리된 횟수의 차이는 많아야 1입니다.",
        en: "With a slot for each sensor, the numbers of readings processed differ by at most one.",
      },
      holds: (run) => {
        const heard = run.countsAt(12_000).byKind.map(({ received }) => received);
        return Math.max(...heard) - Math.min(...heard) <= 1 && Math.min(...heard) >= 80;
      },
    },
    {
      strategy: "slot-per-sensor",
      text: {
        ko: "어느 센서의 값이든 적어도 200ms마다 한 번은 처리됩니다.",
        en: "Every sensor is processed at least once every 200 ms.",
      },
      holds: (run) => longestSilenceMs(run) <= 200,
    },
  ],
  reality: {
    claimed: {
      ko: "CONFLATED 채널이 센서들의 최신 데이터를 보관하므로 곧바로 반응할 수 있습니다.",
      en: "The CONFLATED channel keeps the sensors' latest data, so the system can react at once.",
    },
    findings: [
      {
        strategy: "sensor-data-written",
        text: {
          ko: "보관하는 값은 모두 합쳐 하나입니다. 센서 {sensors}개가 처리된 횟수는 차례로 {heard}입니다.",
          en: "It keeps one reading in all. Sensors: {sensors}; readings processed per sensor, in order: {heard}.",
        },
        numbers: hearings,
      },
      {
        strategy: "sensor-data-written",
        text: {
          ko: "보낸 값 {made}개 가운데 {lost}개가 덮어써졌습니다. 한 번도 처리되지 않은 센서는 {starved}개입니다.",
          en: "Of {made} readings, {lost} were overwritten. Sensors that were never processed: {starved}.",
        },
        numbers(run) {
          const { made, dropped, byKind } = run.countsAt(run.end().atMs);
          const starved = byKind.filter(({ received }) => received === 0).length;
          return { made, lost: dropped, starved };
        },
      },
      {
        strategy: "slot-per-sensor",
        text: {
          ko: "센서마다 칸을 두면 센서 {sensors}개가 처리된 횟수는 차례로 {heard}이고, 한 센서의 값이 처리되지 않은 가장 긴 시간은 {silenceMs}ms입니다.",
          en: "With a slot for each sensor ({sensors} in all), readings processed per sensor, in order: {heard}. The longest gap for any sensor was {silenceMs} ms.",
        },
        applies: (run) => longestSilenceMs(run) > 0,
        numbers: (run) => ({ ...hearings(run), silenceMs: longestSilenceMs(run) }),
      },
    ],
  },
  realMachine: {
    differs: [
      {
        strategies: ["sensor-data-written", "slot-per-sensor"],
        why: {
          ko: "온도와 습도는 난수이고, Kotlin의 Random은 시드가 같아도 이 페이지와 다른 수를 냅니다. 그래서 정상, 고온, 다습으로 나뉘는 비율이 다릅니다.",
          en: "Temperature and humidity are random, and with the same seed Kotlin’s Random draws different numbers from this page’s. So the shares of normal, too hot and too humid readings differ.",
        },
      },
    ],
    recorded: {
      ko: "소비자가 처리한 횟수: TEMP_01 {heardTEMP_01}번, TEMP_02 {heardTEMP_02}번, TEMP_03 {heardTEMP_03}번. 시계가 달라도 TEMP_02는 처리되지 않습니다.",
      en: "Processed: TEMP_01 {heardTEMP_01} times, TEMP_02 {heardTEMP_02} times, TEMP_03 {heardTEMP_03} times. TEMP_02 is not processed on a real clock either.",
    },
  },
  next: [
    {
      text: { ko: "센서마다 칸을 하나씩 두면?", en: "What if each sensor has its own slot?" },
      link: "s=sensor-data&k=slot-per-sensor",
    },
    {
      text: {
        ko: "처리 시간을 10ms로 줄이면 TEMP_02도 처리될까요?",
        en: "Is TEMP_02 processed if the consumer takes only 10 ms?",
      },
      link: "s=sensor-data&c=10",
    },
    {
      text: {
        ko: "센서가 여덟이고 소비자가 네 배 느려도 공평할까요?",
        en: "With eight sensors and a consumer four times as slow, is it still fair?",
      },
      link: "s=sensor-data&k=slot-per-sensor&sn=8&c=200",
    },
  ],
  strategies: ["sensor-data-written", "slot-per-sensor", "conflated", "drop-oldest"],
  values: {
    durationS: 12,
    consumerDelayMs: 50,
    producerDelayMs: 33,
    capacity: 3,
    bodyMs: 12_000,
  },
  strips: ["arrived"],
  controls: ["sensors", "consumerDelayMs", "intervalMs"],
});

function hearings(run: ClaimRun) {
  const { byKind } = run.countsAt(run.end().atMs);
  return {
    sensors: byKind.length,
    heard: byKind.map(({ received }) => received).join(", "),
  };
}

/** The longest time between two processed readings of the same sensor, in ms; 0 if no sensor has two. */
function longestSilenceMs(run: ClaimRun): number {
  const heardMs = new Map<number, number>();
  let longest = 0;
  const sensors = Number(run.values["sensors"]);
  for (const { timeMs, numbers } of run.output().filter(isHeard)) {
    const sensor = (numbers[0] ?? 0) % sensors;
    longest = Math.max(longest, timeMs - (heardMs.get(sensor) ?? timeMs));
    heardMs.set(sensor, timeMs);
  }
  return longest;
}

function isHeard({ line }: OutputLine): boolean {
  return line !== "sent";
}
