import { choiceParam } from "../../../params/index.ts";
import {
  LINES,
  type Operator,
  PRINTS_REQUESTS,
  type Program,
  prefetchParam,
  queueBelowOperator,
  queueOf,
  subscribe,
} from "../../reactive/index.ts";
import { createCode } from "../code.ts";
import { defineStrategy } from "../define-strategy.ts";
import { create } from "../operators/create.ts";
import { onBackpressureDrop } from "../operators/on-backpressure-drop.ts";
import { onBackpressureError } from "../operators/on-backpressure-error.ts";
import { onBackpressureLatest } from "../operators/on-backpressure-latest.ts";
import { publishOn } from "../operators/publish-on.ts";

const operatorParam = choiceParam({
  key: "reactorDrop",
  link: "fd",
  label: { ko: "요청 없을 때", en: "Not requested" },
  help: {
    ko: "onBackpressureDrop은 요청이 없을 때 온 것을 버리고, -Latest는 그 가운데 가장 새로운 것 하나를 남겨 두고, -Error는 그런 첫 요소에서 OverflowException으로 끝납니다.",
    en: "onBackpressureDrop drops elements that are not requested, -Latest keeps the newest of them, and -Error ends at the first one with an OverflowException.",
  },
  choices: [
    { value: "drop", label: { ko: "onBackpressureDrop", en: "onBackpressureDrop" } },
    { value: "latest", label: { ko: "onBackpressureLatest", en: "onBackpressureLatest" } },
    { value: "error", label: { ko: "onBackpressureError", en: "onBackpressureError" } },
  ],
  default: "drop",
  change: "structural",
});

type Choice = (typeof operatorParam)["choices"][number]["value"];

const NAMES = {
  drop: "onBackpressureDrop",
  latest: "onBackpressureLatest",
  error: "onBackpressureError",
} as const satisfies Record<Choice, string>;

/** An operator that does not queue what is not requested, above the queue of `publishOn`, which requests ahead. */
export const reactorDrop = defineStrategy({
  id: "reactor-drop",
  name: {
    ko: "Reactor Drop·Latest·Error",
    en: "Reactor Drop, Latest, Error",
  },
  summary: {
    ko: "요청받지 않은 요소를 버리거나, 거기서 오류로 끝납니다. 그러나 아래의 publishOn이 미리 요청한 만큼은 먼저 그 큐에 들어갑니다.",
    en: "It drops what is not requested, or fails at that point. But publishOn below requests ahead, and that many go into its queue first.",
  },
  advice: {
    ko: "최신 상태만 중요하면 -Latest, 새 요청을 거절해도 되면 -Drop, 넘치면 안 되는 경우라면 -Error를 쓰세요. publishOn은 기본값으로 256개를 미리 요청합니다.",
    en: "Use -Latest if only the current state counts, -Drop if new elements may be rejected, -Error if any overflow is a fault. publishOn requests 256 ahead by default.",
  },
  params: [prefetchParam, operatorParam],
  lines: {
    ...LINES,
    dropped: "dropped {0}",
    unrequested:
      "OverflowException: The receiver is overrun by more signals than expected (bounded queue...)",
  },
  echo: { done: "done" },
  guarantees: ({ prefetch, reactorDrop: choice }) => ({
    maxBuffered: prefetch + placesOf(choice),
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: choice === "latest" ? "newest" : "oldest",
  }),
  topology: ({ prefetch, reactorDrop: choice }) =>
    queueBelowOperator(
      { name: NAMES[choice], places: placesOf(choice) },
      queueOf("publishOn", prefetch),
    ),
  launch(program) {
    const { clock, values } = program;
    subscribe(
      create(program.emitting(), "IGNORE", program.sourceStation()),
      [
        operatorOf(values.reactorDrop, program),
        publishOn(
          clock,
          { prefetch: values.prefetch },
          program.lastStation("queue"),
          program.connection("operator", "queue", "requested"),
        ),
      ],
      program.worker(program.connection("queue", "workers"), () => ["unrequested"]),
    );
  },
  source: (values) => {
    // Only onBackpressureDrop has a callback.
    const callback = values.reactorDrop === "drop" ? ' { println("dropped $it") }' : "()";
    return createCode(values, "IGNORE", [
      `.${NAMES[values.reactorDrop]}${callback}`,
      PRINTS_REQUESTS,
      `.publishOn(Schedulers.single(), ${values.prefetch})`,
    ]);
  },
});

function placesOf(choice: Choice): number {
  return choice === "latest" ? 1 : 0;
}

function operatorOf(choice: Choice, program: Program): Operator<number> {
  const logs = [program.station("operator"), program.connection("source", "operator")] as const;
  switch (choice) {
    case "drop":
      return onBackpressureDrop((element) => program.print("dropped", [element]), ...logs);
    case "latest":
      return onBackpressureLatest(...logs);
    case "error":
      return onBackpressureError(...logs);
  }
}
