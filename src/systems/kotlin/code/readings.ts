/** The Kotlin that the programs with sensors share: readings, the report about one, and the producer's rounds. */
import { HOT, HUMID } from "../../../workloads/index.ts";
import { indented, type Source } from "../../source-text.ts";
import { delayOf, launched } from "./blocks.ts";

/** The imports of these lines. */
export const READING_IMPORTS = ["kotlin.math.roundToInt", "kotlin.random.Random"];

/** The class of a reading, the function that reports one, and the one that formats its numbers. */
export const READING: Source = [
  "class Reading(val sensor: String, val temperature: Double, val humidity: Double)",
  "",
  "fun report(reading: Reading) {",
  "    val temperature = twoDecimals(reading.temperature)",
  "    val humidity = twoDecimals(reading.humidity)",
  "    val verdict = when {",
  `        reading.temperature > ${HOT} -> "too hot: $temperature"`,
  `        reading.humidity > ${HUMID} -> "too humid: $humidity"`,
  '        else -> "normal: $temperature, $humidity"',
  "    }",
  `    println("\${reading.sensor} $verdict")`,
  "}",
  "",
  "fun twoDecimals(value: Double): String {",
  "    val hundredths = (value * 100).roundToInt()",
  "    val decimals = (hundredths % 100).toString().padStart(2, '0')",
  `    return "\${hundredths / 100}.$decimals"`,
  "}",
];

/**
 * The block of `main` that launches the producer. `send` are the lines that offer a `reading` of number `sensor`,
 * counted from 0; `closes` is the name of the channel that the producer closes at the end.
 */
export function measuringBlock(
  { rounds, sensors, intervalMs }: Readonly<Record<"rounds" | "sensors" | "intervalMs", number>>,
  send: Source,
  closes: "channel" | "news",
): Source {
  const lines = [
    `repeat(${rounds}) {`,
    `    for (sensor in 0 until ${sensors}) {`,
    `        val id = "TEMP_\${(sensor + 1).toString().padStart(2, '0')}"`,
    "        val temperature = 20 + random.nextDouble() * 10",
    "        val humidity = 50 + random.nextDouble() * 30",
    "        val reading = Reading(id, temperature, humidity)",
    ...indented(send, 8),
    '        println("sent $id")',
    "    }",
    ...indented([delayOf("producer", intervalMs)]),
    "}",
    `${closes}.close()`,
  ];
  return indented(launched("producer", lines));
}
