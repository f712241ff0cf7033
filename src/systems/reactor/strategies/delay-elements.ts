import { intParam } from "../../../params/index.ts";
import { LINES, PRINTS_REQUESTS, REQUESTED_WORDS, subscribe } from "../../reactive/index.ts";
import { type BufferStation, chain, SOURCE, WORKERS } from "../../topology.ts";
import { heedingCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { heedingSource } from "../heeding-source.ts";
import { create } from "../operators/create.ts";
import { delayElements } from "../operators/delay-elements.ts";

const delayParam = intParam({
  key: "elementDelayMs",
  link: "de",
  label: { ko: "delayElements의 간격", en: "Delay of each element" },
  help: {
    ko: "요소마다 제 차례가 된 뒤 이만큼 쉬었다가 내려갑니다. 이보다 빨리 이어지지 않습니다.",
    en: "How long each element rests, once it is its turn, before it is passed on. Elements never follow each other faster than that.",
  },
  unit: "ms",
  min: 1,
  max: 60000,
  default: 1000,
  scale: "log",
  change: "structural",
});

/** The place of the one element that is delayed or not requested yet. */
const DELAYED: BufferStation = {
  kind: "buffer",
  id: "queue",
  name: { ko: "delayElements", en: "delayElements" },
  capacity: 1,
  delays: true,
};

/** A source that heeds demand, and `delayElements`, which paces the elements and requests one at a time. */
export const reactorDelayElements = defineStrategy({
  id: "reactor-delay-elements",
  name: { ko: "Reactor delayElements", en: "Reactor delayElements" },
  summary: {
    ko: "요소를 하나씩, 정한 간격보다 빠르지 않게 내보냅니다. 하나가 내려가야 다음 하나를 요청하므로 소스도 그 속도로 만듭니다.",
    en: "It passes elements on one by one, never faster than the delay. It requests the next only when one has been passed on, so the source keeps to that rate too.",
  },
  advice: {
    ko: "상대가 견디는 속도(외부 API)에 맞출 때 씁니다. 소스가 요청을 따라야 하며, 요청을 따르지 않는 소스라면 위에 onBackpressure…를 두어야 합니다. 요소가 만들어지는 시간은 간격에 더해집니다.",
    en: "For keeping to a rate that somebody else, such as an external API, can bear. The source has to respect requests; for one that doesn’t, put an onBackpressure… operator above. The time it takes to make an element is added to the delay.",
  },
  words: REQUESTED_WORDS,
  params: [delayParam],
  lines: LINES,
  echo: { done: "done" },
  guarantees: () => ({
    maxBuffered: 1,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: () => chain(SOURCE, "request", DELAYED, "request", WORKERS),
  launch(program) {
    subscribe(
      create(program.emittingRequested("queue"), "BUFFER", program.sourceStation()),
      [
        delayElements(
          program.clock,
          program.values.elementDelayMs,
          program.lastStation("queue"),
          program.connection("source", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers")),
    );
  },
  source: (values) =>
    heedingCode(
      values,
      heedingSource(values),
      [PRINTS_REQUESTS, `.delayElements(Duration.ofMillis(${values.elementDelayMs}))`],
      ["java.time.Duration"],
    ),
});
