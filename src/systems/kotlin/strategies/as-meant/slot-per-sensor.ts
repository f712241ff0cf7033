import { sensorParams, workload } from "../../../../workloads/index.ts";
import { at, busy, said } from "../../../source-text.ts";
import { Channel, CONFLATED, NO_STATION } from "../../channels/index.ts";
import { MAIN, WHO } from "../../code/blocks.ts";
import { measuringBlock, READING, READING_IMPORTS } from "../../code/readings.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { Readings, readingLines, sensorKinds, spellReading } from "../../programs/readings.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** A conflated slot for each sensor, emptied in turn: each sensor's newest reading is kept, and no sensor starves. */
export const slotPerSensor = defineStrategy({
  id: "slot-per-sensor",
  version: "meant",
  name: { ko: "센서마다 한 칸", en: "A slot for each sensor" },
  summary: {
    ko: "센서마다 CONFLATED 채널을 하나씩 두고 차례로 꺼냅니다. 다른 센서의 값은 덮어쓰지 않습니다.",
    en: "Each sensor has its own CONFLATED channel, read in turn: no reading overwrites another sensor's.",
  },
  advice: {
    ko: "보내는 쪽이 여럿이고 저마다 최신 값만 필요할 때 쓰세요. 소비자가 느려도 모든 센서의 최신 값이 돌아가며 처리됩니다.",
    en: "For several sources when only the newest of each counts. However slow the consumer is, each gets its turn.",
  },
  params: [],
  workload: [...workload("consumerDelayMs"), ...sensorParams],
  lines: readingLines,
  spell: (_line, numbers, { sensors }) => spellReading(numbers, sensors as number),
  kinds: ({ sensors }) => sensorKinds(sensors),
  guarantees: ({ sensors }) => ({
    maxBuffered: sensors,
    lossless: false,
    producerWaits: false,
    inOrder: false,
    keeps: "newest",
  }),
  topology: ({ sensors }) =>
    throughBuffer(
      { capacity: sensors, name: { ko: "센서별 칸", en: "slots" }, slots: sensors },
      "none",
    ),
  launch(program) {
    const { sim, values } = program;
    const readings = new Readings(program);
    const slots = Array.from({ length: values.sensors }, () => program.channel(CONFLATED));
    // Only signals that a slot has a reading; the readings themselves are in the slots.
    const news = new Channel<null>(sim, CONFLATED, "SUSPEND", null, NO_STATION);
    program.launch("producer", 0, function* () {
      yield* readings.measureAll(function* (element, sensor) {
        yield* (slots[sensor] as Channel<number>).send(element);
        yield* news.send(null);
      });
      news.close();
    });
    program.launch("worker", 0, function* () {
      let turn = 0;
      const told = news.iterator();
      while (yield* told.hasNext()) {
        told.take();
        for (let empty = 0; empty < slots.length; ) {
          const element = (slots[turn] as Channel<number>).tryReceive();
          turn = (turn + 1) % slots.length;
          if (typeof element === "number") {
            empty = 0;
            yield* readings.check(element);
          } else {
            empty++;
          }
        }
      }
    });
  },
  kotlin: (values) => ({
    imports: READING_IMPORTS,
    program: [
      ...READING,
      "",
      MAIN,
      "    val random = Random(1)",
      `    val slots = List(${values.sensors}) { Channel<Reading>(Channel.CONFLATED) }`,
      said("    val news = Channel<Unit>(Channel.CONFLATED)", {
        ko: "어느 칸에 무엇이 있음을 알림",
        en: "a slot has a reading",
      }),
      "",
      ...measuringBlock(
        values,
        [
          at("slots[sensor].send(reading)", "producer.held"),
          at("news.send(Unit)", "producer.held"),
        ],
        "news",
      ),
      "",
      said("    launch {", WHO.consumer),
      "        var turn = 0",
      at("        for (told in news) {", "worker.ready"),
      said("            var empty = 0", {
        ko: "잇따라 비어 있던 칸",
        en: "empty slots in a row",
      }),
      `            while (empty < ${values.sensors}) {`,
      "                val reading = slots[turn].tryReceive().getOrNull()",
      `                turn = (turn + 1) % ${values.sensors}`,
      "                if (reading == null) {",
      "                    empty++",
      "                } else {",
      "                    empty = 0",
      "                    report(reading)",
      at(
        `                    delay(${values.consumerDelayMs})`,
        busy("worker", values.consumerDelayMs),
      ),
      "                }",
      "            }",
      "        }",
      "    }",
      "}",
    ],
  }),
});
