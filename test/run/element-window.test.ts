import fc from "fast-check";
import { expect, test } from "vitest";
import { ElementWindow } from "../../src/run/element-window.ts";

type Step = "push" | "shift" | { readonly remove: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant("push" as const) },
  { weight: 2, arbitrary: fc.constant("shift" as const) },
  { weight: 1, arbitrary: fc.nat(30).map((place) => ({ remove: place })) },
);

/** Does a step to a window and to a plain list; elements are numbered by `pushed`. */
function apply(step: Step, window: ElementWindow, list: number[], pushed: number): number {
  if (step === "push") {
    window.push(pushed);
    list.push(pushed);
    return pushed + 1;
  }
  if (step === "shift") {
    const oldest = list.shift();
    expect(window.remove(oldest ?? -1)).toBe(oldest !== undefined);
  } else {
    const element = list[step.remove];
    expect(window.remove(element ?? -1)).toBe(element !== undefined);
    if (element !== undefined) list.splice(step.remove, 1);
  }
  return pushed;
}

test("a window holds what a list would hold", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80 }), (steps) => {
      const window = ElementWindow.create();
      const list: number[] = [];
      let pushed = 0;
      for (const step of steps) {
        pushed = apply(step, window, list, pushed);
        expect(window.toArray()).toEqual(list);
        expect(window.length).toBe(list.length);
        expect(window.at(list.length)).toBeUndefined();
        expect(window.at(-1)).toBeUndefined();
      }
    }),
  );
});

test("a copy goes the same way again, while the original and the log are further on", () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 40 }),
      fc.array(anyStep, { maxLength: 40 }),
      (before, after) => {
        const head = ElementWindow.create();
        const list: number[] = [];
        let pushed = 0;
        for (const step of before) pushed = apply(step, head, list, pushed);
        const copy = head.copy();
        const copyList = [...list];
        let copyPushed = pushed;
        for (const step of after) pushed = apply(step, head, list, pushed);
        for (const step of after) copyPushed = apply(step, copy, copyList, copyPushed);
        expect(copy.toArray()).toEqual(list);
      },
    ),
  );
});

test("it holds more than the log's first array", () => {
  const window = ElementWindow.create();
  for (let element = 0; element < 5000; element++) window.push(element);
  expect([window.length, window.at(0), window.at(4999)]).toEqual([5000, 0, 4999]);
});

const MANY = Array.from({ length: 60_000 }, (_, element) => element);

test.each([
  ["the newest first, as a cancelled channel gives them up", [...MANY].reverse()],
  ["past an oldest that stays", [...MANY.slice(1), 0]],
])("a long buffer empties at once: %s", (_name, order) => {
  const window = ElementWindow.create();
  for (const element of MANY) window.push(element);
  for (const [index, element] of order.entries()) {
    expect(window.remove(element)).toBe(true);
    if (index === 30_000) expect(window.toArray()).toHaveLength(MANY.length - index - 1);
  }
  expect([window.length, window.at(0)]).toEqual([0, undefined]);
});
