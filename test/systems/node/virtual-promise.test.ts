import { expect, test } from "vitest";
import {
  type AsyncSteps,
  awaited,
  NodeLoop,
  runAsync,
  VirtualPromise,
} from "../../../src/systems/node/index.ts";

test("a reaction to a promise that follows another runs three jobs after it, as with real promises", async () => {
  const loop = new NodeLoop();
  const log: string[] = [];
  const plain = VirtualPromise.of(loop, "plain");
  const follower = new VirtualPromise<string>(loop);
  follower.resolve(plain);
  follower.react((value) => log.push(`follows ${value}`));
  let promise = plain.chain(() => 1);
  for (let n = 1; n <= 4; n++)
    promise = promise.chain((count) => log.push(`${count}`) && count + 1);
  loop.runUntil(0);

  const real: string[] = [];
  const realPlain = Promise.resolve("plain");
  const realFollower = new Promise<string>((resolve) => resolve(realPlain));
  realFollower.then((value) => real.push(`follows ${value}`));
  let chain: Promise<number> = realPlain.then(() => 1);
  for (let n = 1; n <= 4; n++) chain = chain.then((count) => real.push(`${count}`) && count + 1);
  await chain;

  expect(log).toEqual(["1", "follows plain", "2", "3", "4"]);
  expect(log).toEqual(real);
});

test("only the first resolve counts", () => {
  const loop = new NodeLoop();
  const log: number[] = [];
  const promise = new VirtualPromise<number>(loop);
  promise.react((value) => log.push(value));
  promise.resolve(1);
  promise.resolve(2);
  loop.runUntil(0);
  expect(log).toEqual([1]);
});

test("an async function runs to its first await at once, and goes on one job later", () => {
  const loop = new NodeLoop();
  const log: string[] = [];
  function* body(): AsyncSteps<string> {
    log.push("called");
    const value = yield* awaited(VirtualPromise.of(loop, 7));
    log.push(`awaited ${value}`);
    return "result";
  }
  runAsync(loop, body()).react((value) => log.push(value));
  log.push("returned");
  loop.promiseJob(() => log.push("job"));
  loop.runUntil(0);
  expect(log).toEqual(["called", "returned", "awaited 7", "job", "result"]);
});
