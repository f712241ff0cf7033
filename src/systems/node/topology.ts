/** The topologies of programs on streams. */
import {
  type BufferStation,
  chain,
  type Pressure,
  SOURCE,
  type Topology,
  WORKERS,
} from "../topology.ts";

/** A stream refuses nothing: at its mark it only asks the writer to wait. */
const CAPACITY = Number.POSITIVE_INFINITY;

/** The buffer of a writable stream of Node or the web, both of which count the element that is being worked on. */
export function writableBuffer(name: string, mark: number): BufferStation {
  return {
    ...{ kind: "buffer", id: "writable", name: { ko: name, en: name } },
    ...{ capacity: CAPACITY, mark, countsWork: true },
  };
}

export function readableBuffer(name: string, mark: number): BufferStation {
  return { kind: "buffer", id: "readable", name: { ko: name, en: name }, capacity: CAPACITY, mark };
}

export interface Piped {
  /** The names of the three kinds of streams. */
  readonly names: readonly [readable: string, transform: string, writable: string];
  readonly readableMark: number;
  readonly transformMark: number;
  readonly highWaterMark: number;
  readonly transforms: number;
  /** Whether the writable side of a transform counts an element while its callback is withheld. */
  readonly countsWithheld: boolean;
}

/** Returns the ids of the two buffers of the transform number `index`. */
export function transformIds(index: number): { readonly input: string; readonly output: string } {
  return { input: `input-${index}`, output: `output-${index}` };
}

/** Returns the topology of a source that is asked, a readable, transforms, a writable, and the worker. */
export function pipedTopology(piped: Piped): Topology {
  const { names, transforms, transformMark } = piped;
  const [readable, transform, writable] = names;
  const through = Array.from({ length: transforms }, (_, index) => {
    const { input, output } = transformIds(index);
    // Several transforms have little room for their names.
    const name = transforms > 1 ? `T${index + 1}` : transform;
    const buffer = { kind: "buffer" as const, capacity: CAPACITY, mark: transformMark };
    const sides: (BufferStation | Pressure)[] = [
      "signal",
      {
        ...buffer,
        id: input,
        name: { ko: `${name} 쓰기`, en: `${name} in` },
        ...(piped.countsWithheld && { countsWork: true }),
      },
      "signal",
      {
        ...buffer,
        id: output,
        name: { ko: `${name} 읽기`, en: `${name} out` },
      },
    ];
    return sides;
  });
  return chain(
    SOURCE,
    "request",
    readableBuffer(readable, piped.readableMark),
    ...through.flat(),
    "signal",
    writableBuffer(writable, piped.highWaterMark),
    "suspend",
    WORKERS,
  );
}
