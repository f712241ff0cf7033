/** The lines of a source text, with the places of its actors as data and its comments in both languages of the page. */
import type { Text } from "../i18n/index.ts";
import type { ActorRole } from "./actor.ts";

/** The roles whose actors are shown at lines; the body only launches the others. */
type Role = Exclude<ActorRole, "body">;

/**
 * What an actor does at a line: it is `ready` to continue, `busy` for some time, `held` by a buffer, or held at a
 * `gate`. `holding` or `empty` is added where the line depends on whether the actor has an element in hand:
 * `producer.held`, `worker.ready.empty`.
 */
export type Place = `${Role}.${"ready" | "busy" | "held" | "gate"}${"" | ".holding" | ".empty"}`;

/** A place, and how long an actor stays at it. */
export interface Spot {
  readonly place: Place;
  /** In ms; null where the line does not fix it. */
  readonly forMs: number | null;
}

export interface SourceLine {
  readonly text: string;
  /** The places at which actors may be when they are at this line. */
  readonly spots: readonly Spot[];
  /** The comment after the line, or above it if there is no room. */
  readonly comment?: Text;
  /** The comment stands by itself, without code: as line comments, or as the `doc` of the declaration below it. */
  readonly alone?: CommentForm;
}

export type CommentForm = "line" | "doc";

/** The lines of a source; no actor is shown at a line that is a plain string. */
export type Source = readonly (string | SourceLine)[];

/** Makes a line at which actors may be: `at("channel.send(i)", "producer.held")`. */
export function at(text: string, ...places: readonly (Place | Spot)[]): SourceLine {
  const spots = places.map((spot) =>
    typeof spot === "string" ? { place: spot, forMs: null } : spot,
  );
  return { text, spots };
}

/** Adds a comment to a line: `said("launch {", { ko: "생산자", en: "producer" })`. */
export function said(line: string | SourceLine, comment: Text): SourceLine {
  return typeof line === "string" ? { text: line, spots: [], comment } : { ...line, comment };
}

/** Makes a comment on lines of its own. */
export function remark(comment: Text): SourceLine {
  return { text: "", spots: [], comment, alone: "line" };
}

/** Makes a doc comment for the declaration below it. */
export function doc(comment: Text): SourceLine {
  return { text: "", spots: [], comment, alone: "doc" };
}

/**
 * Makes the spot where an actor of that role is busy for `forMs`. If a role has several such lines, the page shows the
 * actor at the one whose time is that of the actor.
 */
export function busy(role: Role, forMs: number): Spot {
  return { place: `${role}.busy`, forMs };
}

/** Indents the lines by `by` spaces. */
export function indented(source: Source, by = 4): Source {
  const margin = " ".repeat(by);
  const indent = (text: string) => (text === "" ? "" : margin + text);
  return source.map((line) => {
    if (typeof line === "string") return indent(line);
    return { ...line, text: line.alone === undefined ? indent(line.text) : margin + line.text };
  });
}
