/** The Kotlin that the programs with sensors share: readings, the producer's rounds, looking at a reading. */
import { HOT, HUMID } from "../../../workloads/index.ts";
import { indented, type Source } from "../../source-text.ts";
import { delayOf, launched } from "./blocks.ts";

/** What their lines use. */
export const READING_IMPORTS = ["kotlin.math.roundToInt", "kotlin.random.Random"];

/** A reading, the report about one, and the numbers that it prints. */
export const READING: Source = [
  "class Reading(val sensor: String, val temperature: Double, val humidity: Double)",
  "",
  "fun report(reading: Reading) = println(",
  "    when {",
  `        reading.temperature > ${HOT} -> "\${reading.sensor} too hot: \${twoDecimals(reading.temperature)}"`,
  `        reading.humidity > ${HUMID} -> "\${reading.sensor} too humid: \${twoDecimals(reading.humidity)}"`,
  `        else -> "\${reading.sensor} normal: \${twoDecimals(reading.temperature)}, \${twoDecimals(reading.humidity)}"`,
  "    }",
  ")",
  "",
  "fun twoDecimals(value: Double): String {",
  "    val hundredths = (value * 100).roundToInt()",
  `    return "\${hundredths / 100}.\${(hundredths % 100).toString().padStart(2, '0')}"`,
  "}",
];

/** The block of `main` that launches the producer; `send` are the lines that offer the `reading` of a `sensor` from 0. */
export function measuringBlock(
  { rounds, sensors, intervalMs }: Readonly<Record<"rounds" | "sensors" | "intervalMs", number>>,
  send: Source,
  closes: "channel" | "news",
): Source {
  const lines = [
    `repeat(${rounds}) {`,
    `    for (sensor in 0 until ${sensors}) {`,
    `        val id = "TEMP_\${(sensor + 1).toString().padStart(2, '0')}"`,
    "        val reading = Reading(id, 20 + random.nextDouble() * 10, 50 + random.nextDouble() * 30)",
    ...indented(send, 8),
    '        println("sent $id")',
    "    }",
    ...indented([delayOf("producer", intervalMs)]),
    "}",
    `${closes}.close()`,
  ];
  return indented(launched("producer", lines));
}
