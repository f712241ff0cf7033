/**
 * Runs the text of a program verbatim on the streams of the Node that runs this, with a virtual clock in place of
 * timers. Replaced methods of the streams' prototypes record what it does, and are restored afterwards.
 */
import { syncBuiltinESMExports } from "node:module";
import { Duplex, Readable, Transform, Writable } from "node:stream";
import timersPromises from "node:timers/promises";
import { format } from "node:util";
import { Clock } from "../../stand-in-clock.ts";
import type { ProgramEvent, ProgramRun } from "./program-event.ts";

/** Runs `text` up to and including `untilMs`. Only one program can run at a time. */
export async function runReal(text: string, untilMs: number): Promise<ProgramRun> {
  const clock = new Clock();
  const events: ProgramEvent[] = [];
  let error: string | null = null;
  let isOver = false;
  const restore = install(clock, events);
  try {
    import(/* @vite-ignore */ addressOf(text)).then(
      () => {
        isOver = true;
      },
      (reason: unknown) => {
        isOver = true;
        error = String(reason);
      },
    );
    // Loading a module takes a few turns of the loop; its top-level code runs in the last of them.
    while (events.length === 0 && clock.isIdle && !isOver) await new Promise(setImmediate);
    await clock.runUntil(untilMs);
  } finally {
    restore();
  }
  return { events, goesOn: !clock.isIdle, error };
}

let programs = 0;

/** Returns an address for `text`. Each is different, so that each program is a module of its own. */
function addressOf(text: string): string {
  return `data:text/javascript,${encodeURIComponent(text)}#${programs++}`;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Replaces timers and `console.log`, and watches the streams. Returns a function that undoes it. */
function install(clock: Clock, events: ProgramEvent[]): () => void {
  const undo: (() => void)[] = [];
  const replace = (holder: object, name: string, by: (original: Method) => Method): void => {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    const original = (holder as Record<string, Method>)[name] as Method;
    Object.defineProperty(holder, name, {
      value: by(original),
      configurable: true,
      writable: true,
    });
    undo.push(() => {
      if (before === undefined) delete (holder as Record<string, unknown>)[name];
      else Object.defineProperty(holder, name, before);
    });
  };
  const say = (where: string, what: ProgramEvent[2], which: ProgramEvent[3]): void => {
    events.push([clock.now, where, what, which]);
  };
  replaceTimers(clock, say, replace);
  watchNodeStreams(say, replace);
  watchWebStreams(say, replace);
  return () => {
    for (const each of undo.toReversed()) each();
    syncBuiltinESMExports();
  };
}

type Say = (where: string, what: ProgramEvent[2], which: ProgramEvent[3]) => void;
type Replace = (holder: object, name: string, by: (original: Method) => Method) => void;

function replaceTimers(clock: Clock, say: Say, replace: Replace): void {
  replace(globalThis, "setTimeout", () => (run, ms) => {
    say("program", "sleeps", ms as number);
    clock.after(ms as number, run as () => void);
  });
  replace(timersPromises, "setTimeout", () => (ms) => {
    say("program", "sleeps", ms as number);
    return clock.sleep(ms as number);
  });
  syncBuiltinESMExports();
  replace(console, "log", () => (...args: unknown[]) => {
    say("program", "prints", format(...args));
  });
}

/** A stream in object mode, as those of a program are; the process has others. */
type ObjectStream = Readable & Writable;

function watchNodeStreams(say: Say, replace: Replace): void {
  const names = new Map<unknown, string>();
  let transforms = 0;
  const nameOf = (stream: unknown): string | null => {
    const { readableObjectMode, writableObjectMode } = stream as Partial<ObjectStream>;
    if (readableObjectMode !== true && writableObjectMode !== true) return null;
    const known = names.get(stream);
    if (known !== undefined) return known;
    const isTransform = stream instanceof Transform;
    const kind = stream instanceof Readable ? "readable" : "writable";
    const name = isTransform ? `transform ${++transforms}` : kind;
    names.set(stream, name);
    return name;
  };
  const write = (original: Method): Method =>
    function (this: unknown, ...args) {
      const name = nameOf(this);
      const { writableNeedDrain } = this as Writable;
      if (name !== null) say(name, "write", args[0] as number);
      const answer = original.apply(this, args);
      // The answer is recorded once until the stream has drained, as the page does.
      if (name !== null && answer === false && !writableNeedDrain) say(name, "false", null);
      return answer;
    };
  replace(Writable.prototype, "write", write);
  replace(Duplex.prototype, "write", write);
  replace(
    Readable.prototype,
    "push",
    (original) =>
      function (this: unknown, ...args) {
        const name = nameOf(this);
        if (name !== null && args[0] !== null) say(name, "push", args[0] as number);
        return original.apply(this, args);
      },
  );
  const emit = (original: Method): Method =>
    function (this: unknown, ...args) {
      const [event] = args;
      const name = nameOf(this);
      if (name !== null) {
        if (event === "drain") say(name, event, null);
        // A stream is paused once more at its end, which has nothing to do with its destination.
        const { readableEnded } = this as Readable;
        if ((event === "pause" || event === "resume") && !readableEnded) say(name, event, null);
      }
      return original.apply(this, args);
    };
  replace(Readable.prototype, "emit", emit);
  replace(Writable.prototype, "emit", emit);
}

/** Watches what a program itself calls; how `pipeTo` writes can't be seen. */
function watchWebStreams(say: Say, replace: Replace): void {
  const calls = (where: string, what: ProgramEvent[2]) => (original: Method) =>
    function (this: unknown, ...args: unknown[]) {
      say(where, what, args[0] as number);
      return original.apply(this, args);
    };
  replace(WritableStreamDefaultWriter.prototype, "write", calls("writable", "write"));
  replace(ReadableStreamDefaultController.prototype, "enqueue", calls("readable", "push"));
  const names = new Map<unknown, string>();
  replace(
    TransformStreamDefaultController.prototype,
    "enqueue",
    (original) =>
      function (this: unknown, ...args) {
        const name = names.get(this) ?? `transform ${names.size + 1}`;
        names.set(this, name);
        say(name, "push", args[0] as number);
        return original.apply(this, args);
      },
  );
}
