/** The lines of a source text, with where its actors may stand as data. */
import type { ActorRole } from "./actor.ts";

/** A role whose actors have lines of their own: the body only launches the others. */
type Role = Exclude<ActorRole, "body">;

/**
 * What an actor does at a line: `ready` to go on, `busy` for some time, `held` by a buffer, or held at a `gate`.
 * `holding` or `empty` follows where it stands elsewhere with an element in hand than without:
 * `producer.held`, `worker.ready.empty`.
 */
export type Place = `${Role}.${"ready" | "busy" | "held" | "gate"}${"" | ".holding" | ".empty"}`;

/** A place, and how long whoever stands there stays. */
export interface Spot {
  readonly place: Place;
  /** In ms; null where the line does not fix it. */
  readonly forMs: number | null;
}

export interface SourceLine {
  readonly text: string;
  /** Who may stand at it. */
  readonly spots: readonly Spot[];
}

/** The lines of a source; at a line that is plain text nobody stands. */
export type Source = readonly (string | SourceLine)[];

/** A line at which actors may stand: `at("channel.send(i)", "producer.held")`. */
export function at(text: string, ...places: readonly (Place | Spot)[]): SourceLine {
  const spots = places.map((spot) =>
    typeof spot === "string" ? { place: spot, forMs: null } : spot,
  );
  return { text, spots };
}

/**
 * Where an actor of that role is busy for `forMs`. It tells several such lines of one role apart: the actor stands
 * at the one that takes as long as the actor does.
 */
export function busy(role: Role, forMs: number): Spot {
  return { place: `${role}.busy`, forMs };
}

/** The same lines, `by` spaces further in. */
export function indented(source: Source, by = 4): Source {
  const indent = (text: string) => (text === "" ? "" : `${" ".repeat(by)}${text}`);
  return source.map((line) =>
    typeof line === "string" ? indent(line) : { ...line, text: indent(line.text) },
  );
}
