import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultsOf, type Values } from "../../../../src/params/index.ts";
import {
  type StrategyId,
  sourceTextOf,
  channelStrategies as strategies,
  strategyOf,
} from "../../../../src/systems/index.ts";
import { workloadParams } from "../../../../src/workloads/index.ts";
import { allStrategies, catalogue } from "../../../support/everything.ts";
import { anyValueOf, loadOf } from "../../../support/random-specs.ts";

function programOf(id: StrategyId, values: Values = {}): string {
  const strategy = strategyOf(catalogue, id);
  const all = { ...defaultsOf([...workloadParams, ...strategy.params]), ...values };
  return sourceTextOf(strategy, all, "en").text;
}

test("the whole program of the bounded buffer", () => {
  expect(programOf("bounded", { count: 100, producerDelayMs: 0, capacity: 10 })).toBe(
    `import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main() = runBlocking<Unit> {
    var waiting = 0
    val channel = Channel<Int>(capacity = 10)

    launch {                                  // producer
        repeat(100) { i ->
            waiting++
            channel.send(i)
        }
        channel.close()
    }

    launch {                                  // consumer
        for (element in channel) {
            waiting--
            delay(300)
            println("done $element, waiting $waiting")
        }
    }
}
`,
  );
});

describe("the lines at which coroutines are", () => {
  const placesOf = (id: StrategyId, values: Values) => {
    const strategy = strategyOf(catalogue, id);
    const all = { ...defaultsOf([...strategy.workload, ...strategy.params]), ...values };
    const { text, places } = sourceTextOf(strategy, all, "en");
    const lines = text.split("\n");
    return Object.fromEntries(
      [...places].map(([place, found]) => [
        place,
        found.map(({ line, forMs }) => [lines[line - 1]?.trim(), forMs]),
      ]),
    );
  };

  test("a refused element is offered by a ready producer; a worker takes a thread at the line where it works", () => {
    expect(placesOf("try-send", { threads: 2 })).toEqual({
      "producer.ready": [["if (channel.trySend(i).isFailure) {", null]],
      "producer.busy": [["delay(100)", 100]],
      "worker.ready": [["for (element in channel) {", null]],
      "worker.busy": [["Thread.sleep(300)", 300]],
      "worker.gate": [["withContext(pool) {", null]],
    });
  });

  test("over a network the senders are held; random times have no fixed length", () => {
    const values = { latencyMs: 40, arrivals: "poisson", service: "exponential" };
    expect(placesOf("bounded", values)).toEqual({
      "producer.busy": [["delay(pauses.next(drawn * 100))", null]],
      "sender.busy": [["delay(40)", 40]],
      "sender.held": [["channel.send(i)", null]],
      "worker.ready": [["for (element in channel) {", null]],
      "worker.busy": [["delay(services.next(work[element] * 300))", null]],
    });
  });

  test("two delays of a role are told apart by their lengths", () => {
    expect(placesOf("retry", { consumerDelayMs: 70 })["worker.busy"]).toEqual([
      ["delay(lastMs.toLong())", null],
      ["delay(70)", 70],
    ]);
  });
});

describe.each(allStrategies.map(({ id }) => id))("the imports of %s, with any values", (id) => {
  test("appear once each, in order, and are all used", () => {
    const strategy = strategyOf(catalogue, id);
    const params = [...strategy.workload, ...strategy.params];
    const values = fc.record(
      Object.fromEntries(params.map((param) => [param.key, anyValueOf(param)])),
    );
    fc.assert(
      fc.property(values, (load) => {
        const { text } = sourceTextOf(strategy, load, "en");
        const program = text.slice(text.indexOf("\n\n"));
        const imports = [...text.matchAll(/^import ([\w.]+)$/gm)].map(([, name]) => name ?? "");
        expect(imports).toEqual([...new Set(imports)].toSorted());
        for (const name of imports) {
          expect(program).toMatch(new RegExp(`\\b${name.split(".").at(-1)}\\b`));
        }
      }),
    );
  });
});

test("an endless producer, several workers, and elements that are refused", () => {
  expect(programOf("try-send", { workers: 3, capacity: 5 })).toBe(
    `import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

fun main() = runBlocking<Unit> {
    var waiting = 0
    val channel = Channel<Int>(capacity = 5)

    launch {                                  // producer
        var i = 0
        while (true) {
            waiting++
            if (channel.trySend(i).isFailure) {
                waiting--
                println("dropped $i")
            }
            delay(100)
            i++
        }
    }

    repeat(3) {
        launch {                              // consumer
            for (element in channel) {
                waiting--
                delay(300)
                println("done $element, waiting $waiting")
            }
        }
    }
}
`,
  );
});

/** The channel prints a lost element, which no longer counts as waiting. */
const TELLING = `        onUndeliveredElement = {
            waiting--
            println("dropped $it")
        },
    )`;

test.each([
  ["bounded", "Channel<Int>(capacity = 7)"],
  ["unlimited", "Channel<Int>(Channel.UNLIMITED)"],
  ["rendezvous", "Channel<Int>(Channel.RENDEZVOUS)"],
  ["conflated", `Channel<Int>(\n        Channel.CONFLATED,\n${TELLING}`],
  [
    "drop-oldest",
    `Channel<Int>(\n        capacity = 7,\n        onBufferOverflow = BufferOverflow.DROP_OLDEST,\n${TELLING}`,
  ],
  [
    "drop-latest",
    `Channel<Int>(\n        capacity = 7,\n        onBufferOverflow = BufferOverflow.DROP_LATEST,\n${TELLING}`,
  ],
  ["try-send", "Channel<Int>(capacity = 7)"],
] as const)("%s makes its channel with %s", (id, expression) => {
  expect(programOf(id, { capacity: 7 })).toContain(`val channel = ${expression}\n`);
});

test.each([
  [{ arrivals: "steady" }, "delay(40)"],
  [{ arrivals: "bursts", burstSize: 5 }, "if ((i + 1) % 5 == 0) delay(200)"],
  [{ arrivals: "poisson" }, "delay(pauses.next(drawn * 40))"],
  [{ arrivals: "jitter", jitterPercent: 7 }, "delay(pauses.next(40 * (1 + off)))"],
] as const)("the rhythm %j is written as %s", (values, line) => {
  expect(programOf("bounded", { ...values, producerDelayMs: 40 })).toContain(` ${line}\n`);
});

test("random times: cut to whole ms with the rest carried over; work is drawn when an element is made", () => {
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
    var waiting = 0
    val channel = Channel<Int>(capacity = 8)
    val random = Random(1)
    val pauses = WholeMs()
    val services = WholeMs()
    val work = mutableListOf<Double>()        // of each element, 1 on average

    launch {                                  // producer
        repeat(9) { i ->
            work += -ln(1 - random.nextDouble())
            waiting++
            channel.send(i)
            val drawn = -ln(1 - random.nextDouble())
            delay(pauses.next(drawn * 20))
        }
        channel.close()
    }

    launch {                                  // consumer
        for (element in channel) {
            waiting--
            delay(services.next(work[element] * 30))
            println("done $element, waiting $waiting")
        }
    }
}

/**
 * Whole ms for delay(). The fraction cut off is added to the next, so that the
 * mean is exact. For one thread only: it locks nothing.
 */
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
          if (/^ *(\/\*\*|\*)/.test(line.trimStart())) continue;
          if (/^[})]/.test(line.trimStart())) depth--;
          if (line !== "") expect(line.search(/\S/)).toBe(4 * depth);
          if (/[{(]( i ->)?( +\/\/ .+)?$/.test(line)) depth++;
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
          "Dispatchers",
          "Random",
          "coroutineScope",
          "delay",
          "floor",
          "launch",
          "ln",
          "runBlocking",
          "withContext",
        ];
        for (const name of known) {
          const used = new RegExp(`\\b${name}\\b`).test(withoutComments(main));
          expect([name, names.includes(name)]).toEqual([name, used]);
        }
        expect(program).not.toMatch(/undefined|NaN|\[object/);
      }),
    );
  });
});

/** Returns what the compiler sees: a comment may mention a function that the program does not call. */
function withoutComments(program: string): string {
  return program.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*/g, "");
}
