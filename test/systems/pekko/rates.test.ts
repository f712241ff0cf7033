/** The counts of a conflate above a slower tick: the page's lesson on boundaries. */
import { describe, expect, test } from "vitest";
import { conflateWithSeed, Source, Tick, ZipWith } from "../../../src/systems/pekko/index.ts";
import { elementsOf, outcomeOf } from "./streams.ts";

const one = () => 1;

/** Returns how many ticks of 10 ms each tick of 30 ms stands for, as the conflate counts them. */
function counts(isAsync: boolean, ticks: number, inputBuffer?: number): number[] {
  const counting = Source.of(new Tick(10, 10, one)).via(
    conflateWithSeed(one, (count: number) => count + 1),
  );
  const upper = isAsync ? counting.async() : counting;
  const slow = Source.of(new Tick(30, 30, one));
  const zipped = upper.zipWith(slow, new ZipWith((count: number) => count));
  const untilMs = 30 * ticks;
  return elementsOf(
    outcomeOf(zipped, inputBuffer === undefined ? { untilMs } : { untilMs, inputBuffer }),
  );
}

function times(n: number, count: number): number[] {
  return new Array<number>(n).fill(count);
}

describe("a counting conflate under a source three times as fast as the tick below", () => {
  test("fused, it prints 1, 1, then 3 each time", () => {
    expect(counts(false, 20)).toEqual([1, 1, ...times(18, 3)]);
  });

  test("with async below it, the input buffer of 16 takes sixteen 1s, then 8 at a time", () => {
    const round = [...times(7, 1), 17];
    expect(counts(true, 41)).toEqual([...times(16, 1), 4, ...round, ...round, ...round]);
  });

  test("with an input buffer of 1, it prints 1, 1, 1, 2, then 3 each time", () => {
    expect(counts(true, 20, 1)).toEqual([1, 1, 1, 2, ...times(16, 3)]);
  });
});
