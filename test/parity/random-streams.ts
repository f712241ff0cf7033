/** Random cases in the form of node-streams.json, without rows. */
import { Random } from "../../src/kernel/index.ts";
import type { SinkSpec, SourceSpec, StreamCase, TransformSpec } from "./stream-case.ts";

/** Returns case number `seed` of an endless series; its trace is empty. */
export function randomStreams(seed: number): StreamCase {
  const random = new Random(seed, "streams");
  const pick = <T>(...values: readonly T[]): T => values[random.nextInt(values.length)] as T;
  const upTo = (most: number): number => 1 + random.nextInt(most);
  const mark = (): number => pick(0, 1, 1, 2, 3, 4, 5, 8, 16);
  const sink = (): SinkSpec => ({ highWaterMark: mark(), workMs: pick(0, 1, 2, 3, 5, 10, 20) });
  const asked = (): SourceSpec => {
    return { highWaterMark: mark(), produceMs: pick(0, 1, 2, 5), count: random.nextInt(40) };
  };
  const scheduled = (): SourceSpec => {
    let time = random.nextInt(4);
    const at = Array.from({ length: upTo(30) }, () => {
      time += pick(0, 0, 1, 1, 1, 2, 3, 5, 10);
      return time;
    });
    return { highWaterMark: mark(), at };
  };
  const transforms = (): TransformSpec[] => {
    return Array.from({ length: random.nextInt(3) }, () => ({
      readableHighWaterMark: mark(),
      writableHighWaterMark: mark(),
      workMs: pick(0, 0, 1, 5),
    }));
  };
  const readable = (): SourceSpec => (random.nextInt(3) === 0 ? scheduled() : asked());
  const pace = () => ({ count: random.nextInt(50), everyMs: pick(0, 1, 2, 5) });
  const rest = { id: `random-${seed}`, until: pick(30, 600), trace: [] };
  const shape = pick("write", "pipe", "pipe", "iterate", "web-write", "web-pipe", "web-pipe");
  switch (shape) {
    case "write": {
      const producer = { ...pace(), heeds: pick<"drain" | "nothing">("drain", "nothing") };
      return { ...rest, system: "node", shape, producer, writable: sink() };
    }
    case "pipe": {
      const joined = pick<"pipe" | "pipeline">("pipe", "pipeline");
      const chain = { readable: readable(), transforms: transforms(), writable: sink() };
      return { ...rest, system: "node", shape, with: joined, ...chain };
    }
    case "iterate": {
      const loop = { workMs: pick(0, 1, 5, 10), take: pick(0, 0, upTo(8)) };
      return { ...rest, system: "node", shape, readable: readable(), ...loop };
    }
    case "web-write": {
      const producer = { ...pace(), heeds: pick<"ready" | "nothing">("ready", "nothing") };
      return { ...rest, system: "web", shape, producer, writable: sink() };
    }
    case "web-pipe": {
      const chain = { readable: asked(), transforms: transforms(), writable: sink() };
      return { ...rest, system: "web", shape, ...chain };
    }
  }
}
