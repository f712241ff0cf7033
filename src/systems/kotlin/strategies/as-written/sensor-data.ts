import { sensorParams, workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { at } from "../../../source-text.ts";
import { CONFLATED } from "../../channels/index.ts";
import { consumerBlock, delayOf, MAIN } from "../../code/blocks.ts";
import { measuringBlock, READING, READING_IMPORTS } from "../../code/readings.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { Readings, readingLines, sensorKinds, spellReading } from "../../programs/readings.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's sensors: all of them send into one conflated channel, which keeps a single reading. */
export const sensorDataWritten = defineStrategy({
  id: "sensor-data-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "CONFLATED 채널 하나에는 칸이 하나뿐이라, 다른 센서의 값까지 덮어씁니다.",
    en: "The single CONFLATED channel has one slot: each reading overwrites that of another sensor.",
  },
  advice: {
    ko: "보내는 쪽이 하나이고 최신 값만 필요할 때는 맞지만, 여러 센서를 한 채널에 섞을 때는 쓰지 마세요.",
    en: "Right for a single source when only its newest value counts. Don't mix several sources in it.",
  },
  params: [bodyMsParam],
  workload: [...workload("consumerDelayMs"), ...sensorParams],
  lines: readingLines,
  spell: (_line, numbers, { sensors }) => spellReading(numbers, sensors as number),
  kinds: ({ sensors }) => sensorKinds(sensors),
  guarantees: () => ({
    maxBuffered: 1,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "newest",
  }),
  topology: () => throughBuffer({ capacity: 1 }, "none"),
  launch(program) {
    const { values } = program;
    const readings = new Readings(program);
    program.launch("body", 0, function* () {
      const channel = program.channel(CONFLATED);
      program.launch("producer", 0, function* () {
        yield* readings.measureAll((element) => channel.send(element));
        channel.close();
      });
      program.launch("worker", 0, function* () {
        const elements = channel.iterator();
        while (yield* elements.hasNext()) yield* readings.check(elements.take());
      });
      yield* program.delay(values.bodyMs);
    });
  },
  kotlin: (values) => ({
    imports: READING_IMPORTS,
    program: [
      ...READING,
      "",
      MAIN,
      "    val random = Random(1)",
      "    val channel = Channel<Reading>(Channel.CONFLATED)",
      "",
      ...measuringBlock(values, [at("channel.send(reading)", "producer.held")], "channel"),
      "",
      ...consumerBlock(["report(reading)", delayOf("worker", values.consumerDelayMs)], {
        element: "reading",
      }),
      "",
      `    delay(${values.bodyMs})`,
      "}",
    ],
  }),
});
