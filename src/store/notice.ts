/** A notice about a link or a run: what was wrong, what is allowed, and what was done instead. */
import type { ParamProblem } from "../params/index.ts";
import type { ScenarioId } from "../scenarios/index.ts";
import type { StrategyId } from "../systems/index.ts";

export type Notice =
  | { readonly kind: "param"; readonly problem: ParamProblem }
  | { readonly kind: "unknownKey"; readonly key: string }
  | { readonly kind: "unknownScenario"; readonly given: string; readonly used: ScenarioId }
  | { readonly kind: "unknownStrategy"; readonly given: string; readonly used: StrategyId }
  /** Something that a link or a person named could not be loaded; null for a part of the page itself. */
  | { readonly kind: "notLoaded"; readonly given: string | null }
  | { readonly kind: "newerVersion"; readonly given: string }
  | { readonly kind: "newerRevision"; readonly given: string }
  | { readonly kind: "seed"; readonly given: string; readonly used: number }
  /** The link has a key more than once, with different values; the last one is used. */
  | { readonly kind: "repeatedKey"; readonly key: string; readonly used: string }
  | { readonly kind: "time"; readonly given: string }
  | { readonly kind: "timeRange"; readonly given: number; readonly used: number }
  /** The link's number of rows is malformed or out of range; `shows`: how many rows of the moment are shown instead. */
  | { readonly kind: "rows"; readonly given: string; readonly shows: "all" | "none" }
  | { readonly kind: "intervention"; readonly given: string }
  | { readonly kind: "afterEnd"; readonly given: string; readonly endMs: number }
  | { readonly kind: "tooManyLinkChanges"; readonly given: number; readonly used: number }
  /** A change on the way was refused, because there was no room for another. */
  | { readonly kind: "tooManyChanges"; readonly max: number }
  | { readonly kind: "tooManyLanes"; readonly given: number; readonly used: number }
  /** The link has a name that no lane can have. */
  | { readonly kind: "laneName"; readonly given: string }
  /** The link names strips that do not exist, or more than there is room for. */
  | { readonly kind: "strips"; readonly given: string }
  | { readonly kind: "tooLong"; readonly given: number };
