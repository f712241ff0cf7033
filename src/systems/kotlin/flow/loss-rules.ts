/** The rules by which Kotlin's flows and channels lose elements. */
import type { LossRule } from "../../../trace/index.ts";

/** A full buffer dropped its oldest element. */
export const DROP_OLDEST: LossRule = { id: "kotlin-drop-oldest", manner: "dropped" };

/** A full buffer dropped the element that came. */
export const DROP_LATEST: LossRule = { id: "kotlin-drop-latest", manner: "dropped" };

/** The channel was closed or cancelled, or whoever held the element was. */
export const UNDELIVERED: LossRule = { id: "kotlin-undelivered", manner: "undelivered" };

/** `debounce`: a newer value came before this one had been quiet for long enough. */
export const DEBOUNCED: LossRule = { id: "kotlin-debounce", manner: "dropped" };

/** `sample`: a newer value came before the next tick, or the flow ended before it. */
export const SAMPLED_OUT: LossRule = { id: "kotlin-sample", manner: "dropped" };

/** A shared flow had no subscriber, and its replay cache no room. */
export const NO_SUBSCRIBER: LossRule = { id: "kotlin-no-subscriber", manner: "undelivered" };
