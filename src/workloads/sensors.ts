/** A load of sensor readings: in each round, every sensor measures temperature and humidity once. */
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

/** One measurement: temperature in °C, humidity in percent. */
export interface Reading {
  readonly temperature: number;
  readonly humidity: number;
}

/** Turns two numbers from [0, 1) into a reading of 20 to 30 °C and 50 to 80 %. */
export function readingOf(first: number, second: number): Reading {
  return { temperature: 20 + first * 10, humidity: 50 + second * 30 };
}

/** The programs raise an alarm above these values, in °C and percent; they check the temperature first. */
export const HOT = 28;
export const HUMID = 75;

/** Returns the name of the sensor with that number, counted from 0: `TEMP_01` for sensor 0. */
export function sensorName(sensor: number): string {
  return `TEMP_${String(sensor + 1).padStart(2, "0")}`;
}
