import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultsOf, type Values } from "../../../../src/params/index.ts";
import {
  kotlinProgram,
  type StrategyId,
  channelStrategies as strategies,
  strategyOf,
} from "../../../../src/systems/index.ts";
import { workloadParams } from "../../../../src/workloads/index.ts";
import { loadOf } from "../../../support/random-specs.ts";

function programOf(id: StrategyId, values: Values = {}): string {
  const strategy = strategyOf(id);
  const all = { ...defaultsOf([...workloadParams, ...strategy.params]), ...values };
  return kotlinProgram(strategy, all).text;
}

test("the whole program of the bounded buffer", () => {
  expect(programOf("bounded", { count: 100, producerDelayMs: 0, capacity: 10 })).toBe(
    `import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main() = runBlocking<Unit> {
    val channel = Channel<Int>(capacity = 10)

    launch {                                  // producer
        repeat(100) { i ->
            channel.send(i)
        }
        channel.close()
    }

    launch {                                  // consumer
        for (element in channel) {
            delay(300)
            println("done $element")
        }
    }
}
`,
  );
});

describe("where coroutines stand", () => {
  const placesOf = (program: readonly string[]) => {
    const strategy = { ...strategyOf("bounded"), kotlin: () => ({ program }) };
    const { text, places } = kotlinProgram(strategy, {});
    const lines = text.split("\n");
    return [...places].map(([place, at]) => [place, ...at.map((line) => lines[line - 1]?.trim())]);
  };

  test("is told by the calls in the block of a coroutine, of which a line may have several", () => {
    const program = [
      "launch {      // producer",
      "    channel.send(1)",
      "    if (channel.trySend(2).isFailure) delay(3)",
      "}",
      "delay(4)",
      "launch {      // consumer",
      "    for (x in channel) {",
      "        pool.withPermit { delay(5) }",
      "    }",
      "}",
    ];
    expect(placesOf(program)).toEqual([
      ["producer.suspended", "channel.send(1)"],
      ["producer.ready", "if (channel.trySend(2).isFailure) delay(3)"],
      ["producer.delay", "if (channel.trySend(2).isFailure) delay(3)"],
      ["worker.ready", "for (x in channel) {"],
      ["worker.delay", "pool.withPermit { delay(5) }"],
      ["worker.gate", "pool.withPermit { delay(5) }"],
    ]);
  });

  test("is told by marks, which are not shown and come before calls", () => {
    const program = [
      "suspend fun take() {",
      "    delay(1) //@ producer.gate",
      "    select { //@ worker.ready.holding",
      "    first()  //@ worker.ready.empty",
      "}",
    ];
    expect(placesOf(program)).toEqual([
      ["producer.gate", "delay(1)"],
      ["worker.ready.holding", "select {"],
      ["worker.ready.empty", "first()"],
    ]);
  });
});

test.each(["fun main() = runBlocking {", "fun main(): Unit = runBlocking {"])(
  "%s becomes a main that java can start",
  (main) => {
    const strategy = { ...strategyOf("bounded"), kotlin: () => ({ program: [main, "}"] }) };
    const { text } = kotlinProgram(strategy, {});
    expect(text).toBe(
      "import kotlinx.coroutines.runBlocking\n\nfun main() = runBlocking<Unit> {\n}\n",
    );
  },
);

test("an endless producer, several workers, and elements that are refused", () => {
  expect(programOf("try-send", { workers: 3, capacity: 5 })).toBe(
    `import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main() = runBlocking<Unit> {
    val channel = Channel<Int>(capacity = 5)

    launch {                                  // producer
        var i = 0
        while (true) {
            if (channel.trySend(i).isFailure) {
                println("dropped $i")
            }
            delay(100)
            i++
        }
    }

    repeat(3) {
        launch {                                  // consumer
            for (element in channel) {
                delay(300)
                println("done $element")
            }
        }
    }
}
`,
  );
});

test.each([
  ["bounded", "Channel<Int>(capacity = 7)"],
  ["unlimited", "Channel<Int>(Channel.UNLIMITED)"],
  ["rendezvous", "Channel<Int>(Channel.RENDEZVOUS)"],
  ["conflated", "Channel<Int>(Channel.CONFLATED)"],
  ["drop-oldest", "Channel<Int>(capacity = 7, onBufferOverflow = BufferOverflow.DROP_OLDEST)"],
  ["drop-latest", "Channel<Int>(capacity = 7, onBufferOverflow = BufferOverflow.DROP_LATEST)"],
  ["try-send", "Channel<Int>(capacity = 7)"],
] as const)("%s makes its channel with %s", (id, expression) => {
  expect(programOf(id, { capacity: 7 })).toContain(`val channel = ${expression}\n`);
});

test.each([
  [{ arrivals: "steady" }, "delay(40)"],
  [{ arrivals: "bursts", burstSize: 5 }, "if ((i + 1) % 5 == 0) delay(200)"],
  [{ arrivals: "poisson" }, "delay(pauses.next(-ln(1 - random.nextDouble()) * 40))"],
  [
    { arrivals: "jitter", jitterPercent: 7 },
    "delay(pauses.next(40 * (1 + 0.07 * (2 * random.nextDouble() - 1))))",
  ],
] as const)("the rhythm %j is written as %s", (values, line) => {
  expect(programOf("bounded", { ...values, producerDelayMs: 40 })).toContain(` ${line}\n`);
});

test("drawn times: cut to whole ms with the rest carried over, work drawn when an element is made", () => {
  const values = { arrivals: "poisson", producerDelayMs: 20, service: "exponential", count: 9 };
  expect(programOf("bounded", { ...values, consumerDelayMs: 30 })).toBe(
    `import kotlin.math.floor
import kotlin.math.ln
import kotlin.random.Random
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main() = runBlocking<Unit> {
    val channel = Channel<Int>(capacity = 8)
    val random = Random(1)
    val pauses = WholeMs()
    val services = WholeMs()
    val work = mutableListOf<Double>()       // of each element, 1 on average

    launch {                                  // producer
        repeat(9) { i ->
            work += -ln(1 - random.nextDouble())
            channel.send(i)
            delay(pauses.next(-ln(1 - random.nextDouble()) * 20))
        }
        channel.close()
    }

    launch {                                  // consumer
        for (element in channel) {
            delay(services.next(work[element] * 30))
            println("done $element")
        }
    }
}

/** Whole ms for delay(): what is cut off is added to the next, so that the mean is exact. */
class WholeMs {
    private var rest = 0.0

    fun next(ms: Double): Long {
        val exact = ms + rest
        val whole = floor(exact + 1e-9)
        rest = exact - whole
        return whole.toLong()
    }
}
`,
  );
});

describe.each(strategies.map(({ id }) => id))("%s, with any values", (id) => {
  test("brackets close, lines are indented by their depth, every import is used once", () => {
    fc.assert(
      fc.property(loadOf(id), (values) => {
        const program = programOf(id, values);
        let depth = 0;
        for (const line of program.split("\n")) {
          if (line.trimStart().startsWith("}")) depth--;
          if (line !== "") expect(line.search(/\S/)).toBe(4 * depth);
          if (/\{( i ->)?( +\/\/ [\w ]+)?$/.test(line)) depth++;
        }
        expect(depth).toBe(0);
        for (const [open, close] of ["()", "{}", "<>"]) {
          const count = (bracket: string) => program.replaceAll("->", "").split(bracket).length;
          expect(count(open as string)).toBe(count(close as string));
        }
        const [imports = "", main = ""] = program.split("\n\nfun main");
        const names = imports.split("\n").map((line) => line.split(".").at(-1) as string);
        expect(imports.split("\n")).toEqual(imports.split("\n").toSorted());
        expect(new Set(names).size).toBe(names.length);
        const known = [
          "BufferOverflow",
          "Channel",
          "Random",
          "Semaphore",
          "coroutineScope",
          "delay",
          "floor",
          "launch",
          "ln",
          "runBlocking",
          "withPermit",
        ];
        for (const name of known) {
          const used = new RegExp(`\\b${name}\\b`).test(`fun main${main}`);
          expect([name, names.includes(name)]).toEqual([name, used]);
        }
        expect(program).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });
});
