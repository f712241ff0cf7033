import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { at, indented } from "../../../source-text.ts";
import { MAIN } from "../../code/blocks.ts";
import { chained, collectorCode, numbersCode } from "../../code/flow-code.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { transform } from "../../flow/index.ts";
import { flowWords } from "../../flow-words.ts";
import { emitting } from "../../programs/emitting.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const pauseParam = intParam({
  key: "onEachMs",
  link: "oe",
  label: { ko: "onEach의 delay", en: "Delay in onEach" },
  help: {
    ko: "값마다 collect에 닿기 전에 쉬는 시간입니다. 값은 이보다 빨리 이어지지 않습니다.",
    en: "How long each value rests before it reaches collect. Values never follow each other faster.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 500,
  scale: "log",
  change: "structural",
});

/** A `delay` in `onEach`, all in one coroutine: it paces the flow, and the emitter waits for it. */
export const flowOnEach = defineStrategy({
  id: "flow-on-each",
  version: "library",
  words: flowWords,
  name: { ko: "Kotlin onEach, delay", en: "Kotlin onEach, delay" },
  summary: {
    ko: "값마다 onEach의 delay를 거칩니다. emit은 그 delay와 수집기의 처리가 끝나야 돌아오고, 하나도 잃지 않습니다.",
    en: "Each value goes through the delay in onEach. emit returns only after that and the collector’s work, and nothing is lost.",
  },
  advice: {
    ko: "정한 속도를 넘으면 안 되는 상대(외부 API)를 호출할 때 씁니다. 쉬는 시간에 처리 시간이 더해지므로, 겹치게 하려면 아래에 buffer()를 두세요.",
    en: "For calling something at a limited rate, such as an external API. The work is added to the pause; put buffer() below to let the two overlap.",
  },
  params: [pauseParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: () => ({
    maxBuffered: 0,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: () =>
    throughBuffer({ capacity: 0, name: { ko: "onEach", en: "onEach" }, delays: true }, "suspend"),
  launch(program) {
    const { sim, values } = program;
    program.launch("worker", 0, function* () {
      const collector = sim.current.id;
      const emitter = program.actor("producer");
      const numbers = emitting(program, () => emitter);
      const paced = transform<number, number>(numbers, function* (element, emit) {
        program.held(element, "buffer", emitter);
        yield* program.delay(values.onEachMs, collector);
        yield* emit(element);
      });
      yield* paced.collect(sim, function* (element) {
        program.handed(element, emitter, collector);
        program.held(-1, "buffer", emitter);
        yield* program.delay(values.consumerDelayMs, collector);
        program.done(element, collector);
        program.released("buffer", emitter);
      });
      program.ended(emitter);
    });
  },
  kotlin: ({ onEachMs, count, producerDelayMs, consumerDelayMs }) => ({
    imports: ["flow.flow", "flow.onEach"].map((name) => `kotlinx.coroutines.${name}`),
    program: [
      MAIN,
      ...indented([
        ...numbersCode({ count, producerDelayMs }),
        "",
        ...chained(
          "numbers",
          [at(`.onEach { delay(${onEachMs}) }`, { place: "worker.busy.empty", forMs: onEachMs })],
          collectorCode("collect", [
            at(`delay(${consumerDelayMs})`, {
              place: "worker.busy.holding",
              forMs: consumerDelayMs,
            }),
            'println("done $element")',
          ]),
        ),
      ]),
      "}",
    ],
  }),
});
