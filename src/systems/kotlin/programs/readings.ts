/** The readings of the programs with sensors, by the number of their element, and the lines about them. */
import type { Text } from "../../../i18n/index.ts";
import { HOT, HUMID, type Reading, readingOf, sensorName } from "../../../workloads/index.ts";
import type { ElementKinds } from "../../strategy.ts";
import type { Steps, Suspending } from "../coroutines/index.ts";
import type { Program } from "../program.ts";
import { twoDecimals } from "./decimals.ts";

/** The lines that both programs print. */
export const readingLines = {
  sent: "sent {0}",
  hot: "{0} too hot: {1}",
  humid: "{0} too humid: {1}",
  normal: "{0} normal: {1}, {2}",
} as const;

/** Returns the texts for such a line's places: the name of the element's sensor, then values given in hundredths. */
export function spellReading(
  [element = 0, ...values]: readonly number[],
  sensors: number,
): string[] {
  return [sensorName(element % sensors), ...values.map(twoDecimals)];
}

/** Returns a kind for each sensor. The sensors take turns, element by element. */
export function sensorKinds(sensors: number): ElementKinds {
  const names = Array.from({ length: sensors }, (_, sensor): Text => {
    const name = sensorName(sensor);
    return { ko: `센서 ${name}`, en: `sensor ${name}` };
  });
  return { names, of: (element) => element % sensors };
}

type Load = Readonly<Record<"rounds" | "sensors" | "intervalMs" | "consumerDelayMs", number>>;

/** The readings of a run, which the producer measures and the consumer checks. */
export class Readings {
  private readonly program: Program<Load>;
  private readonly random;
  private readonly measured = new Map<number, Reading>();

  constructor(program: Program<Load>) {
    this.program = program;
    this.random = program.random("readings");
  }

  /** Runs the producer's rounds; `send` offers the reading of a sensor, whose number is counted from 0. */
  *measureAll(send: (element: number, sensor: number) => Suspending<void> | Steps<void>) {
    const { program, random, measured } = this;
    const { values } = program;
    for (let round = 0; round < values.rounds; round++) {
      for (let sensor = 0; sensor < values.sensors; sensor++) {
        const element = round * values.sensors + sensor;
        // The order of the draws matters: temperature before humidity, as in the shown program.
        measured.set(element, readingOf(random.nextDouble(), random.nextDouble()));
        program.made(element);
        yield* send(element, sensor);
        program.print("sent", element);
      }
      yield* program.delay(values.intervalMs);
    }
  }

  /** Prints whether a reading is normal, too hot or too humid, and takes the consumer's time for it. */
  *check(element: number) {
    const { program, measured } = this;
    const { temperature, humidity } = measured.get(element) as Reading;
    measured.delete(element);
    if (temperature > HOT) program.print("hot", element, hundredths(temperature));
    else if (humidity > HUMID) program.print("humid", element, hundredths(humidity));
    else program.print("normal", element, hundredths(temperature), hundredths(humidity));
    yield* program.delay(program.values.consumerDelayMs);
    program.done(element);
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}
