import { choiceParam, intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { indented } from "../../../source-text.ts";
import { type BufferStation, chain, SOURCE, stationNumber, WORKERS } from "../../../topology.ts";
import { MAIN } from "../../code/blocks.ts";
import { chained, collectorCode, numbersCode, workCode } from "../../code/flow-code.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { conflate, debounce } from "../../flow/index.ts";
import { flowWords } from "../../flow-words.ts";
import { emitting } from "../../programs/emitting.ts";
import { holdingLog } from "../../programs/holding.ts";

const timeoutParam = intParam({
  key: "debounceMs",
  link: "db",
  label: { ko: "debounce 시간", en: "Debounce" },
  help: {
    ko: "값은 이 시간 동안 새 값이 오지 않아야 지나갑니다.",
    en: "A value passes only if no newer one comes for this long.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 300,
  scale: "log",
  change: "structural",
});

const belowParam = choiceParam({
  key: "debounceInto",
  link: "dx",
  label: { ko: "debounce 아래", en: "Below debounce" },
  help: {
    ko: "수집기가 일하는 동안 emit이 기다릴지 정합니다. 아래에 conflate()가 있으면 기다리지 않습니다.",
    en: "Whether emit waits while the collector works. With conflate() below, it does not.",
  },
  choices: [
    { value: "nothing", label: { ko: "없음", en: "nothing" } },
    { value: "conflate", label: { ko: "conflate()", en: "conflate()" } },
  ],
  default: "nothing",
  change: "structural",
});

const HELD: BufferStation = {
  kind: "buffer",
  id: "buffer",
  name: { ko: "debounce", en: "debounce" },
  capacity: 1,
  delays: true,
};

const SLOT: BufferStation = {
  kind: "buffer",
  id: "slot",
  name: { ko: "conflate의 한 칸", en: "conflate’s slot" },
  capacity: 1,
};

/** `debounce` between a cold flow and its collector: it holds a value until no newer one has come for a while. */
export const flowDebounce = defineStrategy({
  id: "flow-debounce",
  version: "library",
  words: flowWords,
  name: { ko: "Kotlin debounce", en: "Kotlin debounce" },
  summary: {
    ko: "새 값이 오면 앞의 값을 버리고 시간을 다시 잽니다. 값이 쉬지 않고 오면 끝날 때까지 하나도 지나가지 않습니다.",
    en: "Each new value replaces the one before and restarts the time. If values never pause, none passes until the flow ends.",
  },
  advice: {
    ko: "입력이 멈춘 뒤의 마지막 값만 쓸모 있을 때(검색어, 창 크기) 씁니다. 끊임없이 오는 값에는 맞지 않습니다. 그때는 sample입니다. 수집기가 일하는 동안에는 emit이 기다리므로, 기다리면 안 되는 쪽이라면 아래에 conflate()를 두거나 collectLatest로 받으세요.",
    en: "For input of which only the last value before a pause counts: a search term, a window’s size. It is wrong for a steady stream; use sample there. While the collector works, emit waits: if it must not, put conflate() below or collect with collectLatest.",
  },
  params: [timeoutParam, belowParam],
  workload: workload("producerDelayMs", "consumerDelayMs", "count"),
  lines: { done: "done {0}" },
  echo: { done: "done" },
  guarantees: ({ debounceInto }) => ({
    maxBuffered: debounceInto === "conflate" ? 2 : 1,
    lossless: false,
    producerWaits: debounceInto === "nothing",
    inOrder: true,
    keeps: "newest",
  }),
  topology: ({ debounceInto }) =>
    debounceInto === "conflate"
      ? chain(SOURCE, "none", HELD, "none", SLOT, "suspend", WORKERS)
      : chain(SOURCE, "suspend", HELD, "suspend", WORKERS),
  launch(program) {
    const { sim, values, topology } = program;
    const isConflated = values.debounceInto === "conflate";
    const held = stationNumber(topology, "buffer");
    const log = holdingLog(program, { channel: held, held, isAbove: isConflated });
    const numbers = emitting(program, () => program.runsAs("producer"));
    const quiet = debounce(numbers, values.debounceMs, log);
    const flow = isConflated ? conflate(quiet, stationNumber(topology, "slot")) : quiet;
    program.launch("worker", 0, function* () {
      yield* flow.collect(sim, function* (element) {
        yield* program.delay(values.consumerDelayMs);
        program.done(element);
      });
    });
  },
  kotlin({ debounceMs, debounceInto, count, producerDelayMs, consumerDelayMs }) {
    const isConflated = debounceInto === "conflate";
    const names = [
      "FlowPreview",
      ...(isConflated ? ["flow.conflate"] : []),
      ...["flow.debounce", "flow.flow"],
    ];
    return {
      imports: names.map((name) => `kotlinx.coroutines.${name}`),
      program: [
        "@OptIn(FlowPreview::class)",
        MAIN,
        ...indented([
          ...numbersCode({ count, producerDelayMs }),
          "",
          ...chained(
            "numbers",
            [`.debounce(${debounceMs})`, ...(isConflated ? [".conflate()"] : [])],
            collectorCode("collect", workCode(consumerDelayMs)),
          ),
        ]),
        "}",
      ],
    };
  },
});
