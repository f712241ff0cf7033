/** The lines of a source text, with where its actors may stand as data, and comments in every language of the page. */
import type { Text } from "../i18n/index.ts";
import type { ActorRole } from "./actor.ts";

/** A role whose actors have lines of their own: the body only launches the others. */
type Role = Exclude<ActorRole, "body">;

/**
 * What an actor does at a line: `ready` to go on, `busy` for some time, `held` by a buffer, or held at a `gate`.
 * `holding` or `empty` follows where it stands elsewhere with an element in hand than without:
 * `producer.held`, `worker.ready.empty`.
 */
export type Place = `${Role}.${"ready" | "busy" | "held" | "gate"}${"" | ".holding" | ".empty"}`;

/** A place, and how long an actor stays there. */
export interface Spot {
  readonly place: Place;
  /** In ms; null where the line does not fix it. */
  readonly forMs: number | null;
}

export interface SourceLine {
  readonly text: string;
  /** The actors that may stand at it. */
  readonly spots: readonly Spot[];
  /** What is said of it behind it, or above it where there is no room. */
  readonly comment?: Text;
  /** The comment stands by itself, behind no code: `doc` says what the declaration beneath is for. */
  readonly alone?: CommentForm;
}

export type CommentForm = "line" | "doc";

/** The lines of a source; at a line that is plain text nobody stands. */
export type Source = readonly (string | SourceLine)[];

/** A line at which actors may stand: `at("channel.send(i)", "producer.held")`. */
export function at(text: string, ...places: readonly (Place | Spot)[]): SourceLine {
  const spots = places.map((spot) =>
    typeof spot === "string" ? { place: spot, forMs: null } : spot,
  );
  return { text, spots };
}

/** A line with a comment: `said("launch {", { ko: "생산자", en: "producer" })`. */
export function said(line: string | SourceLine, comment: Text): SourceLine {
  return typeof line === "string" ? { text: line, spots: [], comment } : { ...line, comment };
}

/** A comment on lines of its own. */
export function remark(comment: Text): SourceLine {
  return { text: "", spots: [], comment, alone: "line" };
}

/** A comment on how the declaration beneath it is used. */
export function doc(comment: Text): SourceLine {
  return { text: "", spots: [], comment, alone: "doc" };
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
  const margin = " ".repeat(by);
  const indent = (text: string) => (text === "" ? "" : margin + text);
  return source.map((line) => {
    if (typeof line === "string") return indent(line);
    return { ...line, text: line.alone === undefined ? indent(line.text) : margin + line.text };
  });
}
