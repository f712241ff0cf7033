import fc from "fast-check";
import { expect, test } from "vitest";
import { type Waiter, WaitList } from "../../../../src/systems/kotlin/coroutines/wait-list.ts";

class Person implements Waiter<Person> {
  waitPrevious: Person | null = null;
  waitNext: Person | null = null;
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

function idsOf(list: WaitList<Person>): number[] {
  const ids: number[] = [];
  for (let person = list.first; person !== null; person = person.waitNext) ids.push(person.id);
  return ids;
}

test("an empty list has no waiter to return", () => {
  const list = new WaitList<Person>();
  expect([list.first, list.shift()]).toEqual([null, null]);
});

test("behaves like an array for any sequence of append, remove and shift", () => {
  const command = fc.oneof(
    { weight: 3, arbitrary: fc.constant("append" as const) },
    { weight: 1, arbitrary: fc.constant("shift" as const) },
    { weight: 2, arbitrary: fc.nat() },
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 100 }), (commands) => {
      const list = new WaitList<Person>();
      const plain: Person[] = [];
      const gone: Person[] = [];
      let ids = 0;
      for (const step of commands) {
        if (step === "append") {
          // A waiter that left may come back.
          const person = gone.pop() ?? new Person(ids++);
          list.append(person);
          plain.push(person);
        } else if (step === "shift") {
          const person = plain.shift() ?? null;
          expect(list.shift()).toBe(person);
          if (person !== null) gone.push(person);
        } else if (plain.length > 0) {
          const [person] = plain.splice(step % plain.length, 1) as [Person];
          list.remove(person);
          expect([person.waitPrevious, person.waitNext]).toEqual([null, null]);
          gone.push(person);
        }
        expect(idsOf(list)).toEqual(plain.map(({ id }) => id));
      }
    }),
  );
});
