/** What a program prints, read off its trace. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { initialValues, printedLines } from "../../src/run/index.ts";
import { channelStrategies, strategyOf } from "../../src/systems/index.ts";
import { catalogue } from "../support/everything.ts";
import { anyRunOf } from "../support/random-specs.ts";
import { rounds } from "../support/rounds.ts";
import { recorded } from "../support/runs.ts";

const plain = [...channelStrategies.map(({ id }) => id), "drop-random" as const];

test.each(plain)(
  "%s tells of each that is done how many wait then, and of each that is lost",
  (id) => {
    fc.assert(
      fc.property(anyRunOf(id), (spec) => {
        const { trace, cast, history } = recorded(spec);
        const strategy = strategyOf(catalogue, id);
        const values = initialValues(catalogue, spec);
        const lines = printedLines({ trace, losses: cast.losses, history }, strategy, values);
        for (const { row, line, numbers } of lines) {
          if (line !== "done") continue;
          const { made, received, lost, stations } = history.stateAtRow(row + 1);
          const network = stations.find(({ station }) => station.kind === "network");
          // What was handed to a worker that has not gone on yet is not taken.
          const waiting = made - (network?.contents.length ?? 0) - received - lost;
          expect(numbers[1]).toBe(waiting);
        }
        const end = history.stateAtRow(trace.length);
        expect(lines.filter(({ line }) => line === "done").length).toBe(end.done);
        expect(lines.filter(({ line }) => line === "dropped").length).toBe(end.lostBy.dropped);
      }),
      { numRuns: rounds(60) },
    );
  },
);

test("a part of the trace has the lines that the whole has there", () => {
  fc.assert(
    fc.property(anyRunOf("try-send"), fc.nat(1000), (spec, place) => {
      const { trace, cast, history } = recorded(spec);
      const strategy = strategyOf(catalogue, "try-send");
      const values = initialValues(catalogue, spec);
      const from = place % (trace.length + 1);
      const all = printedLines({ trace, losses: cast.losses, history }, strategy, values);
      const part = printedLines({ trace, losses: cast.losses, history }, strategy, values, from);
      expect(part).toEqual(all.filter(({ row }) => row >= from));
    }),
    { numRuns: rounds(60) },
  );
});
