/** A load of readings: each round, every sensor measures temperature and humidity once. */
import { intParam } from "../params/index.ts";

export const sensorParams = [
  intParam({
    key: "sensors",
    link: "sn",
    label: { ko: "센서 수", en: "Sensors" },
    help: {
      ko: "한 라운드마다 차례로 값을 하나씩 보내는 센서의 수.",
      en: "How many sensors send one reading each, one after the other, in every round.",
    },
    unit: "none",
    min: 1,
    max: 8,
    default: 3,
    change: "structural",
  }),
  intParam({
    key: "rounds",
    link: "ro",
    label: { ko: "라운드 수", en: "Rounds" },
    help: {
      ko: "모든 센서가 한 번씩 측정하는 라운드의 수. 그 뒤 채널을 닫습니다.",
      en: "How many rounds there are before the channel is closed. Every sensor measures once per round.",
    },
    unit: "rounds",
    min: 1,
    max: 10000,
    default: 1000,
    scale: "log",
    change: "structural",
  }),
  intParam({
    key: "intervalMs",
    link: "iv",
    label: { ko: "라운드 간격", en: "Pause between rounds" },
    help: {
      ko: "한 라운드를 보낸 뒤 다음 라운드까지 쉬는 시간.",
      en: "How long the sensors pause after a round.",
    },
    unit: "ms",
    min: 0,
    max: 60000,
    default: 100,
    scale: "log",
    change: "live",
  }),
] as const;

/** What is measured: in °C and percent. */
export interface Reading {
  readonly temperature: number;
  readonly humidity: number;
}

/** A reading, made of two numbers from [0, 1): 20 to 30 °C and 50 to 80 %. */
export function readingOf(first: number, second: number): Reading {
  return { temperature: 20 + first * 10, humidity: 50 + second * 30 };
}

/** Above these the programs raise an alarm; the temperature is looked at first. */
export const HOT = 28;
export const HUMID = 75;

/** What a sensor is called, by its number from 0. */
export function sensorName(sensor: number): string {
  return `TEMP_${String(sensor + 1).padStart(2, "0")}`;
}
