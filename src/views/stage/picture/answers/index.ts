/** All answers, one file and one line here for each. The first that applies to a run is drawn. */
import type { RunFacts } from "../run-facts.ts";
import { aggregates } from "./aggregates.ts";
import type { Answer, OpenAnswer } from "./answer.ts";
import { arrived } from "./arrived.ts";
import { beats } from "./beats.ts";
import { calls } from "./calls.ts";
import { heap } from "./heap.ts";
import { kindRows } from "./kind-rows.ts";
import { kindShares } from "./kind-shares.ts";
import { requests } from "./requests.ts";
import { retries } from "./retries.ts";
import { writes } from "./writes.ts";

const ANSWERS: readonly Answer[] = [
  calls,
  retries,
  heap,
  kindRows,
  kindShares,
  aggregates,
  writes,
  requests,
  arrived,
  beats,
];

/** The answer of a run; null if none applies. */
export function answerOf(run: RunFacts): OpenAnswer | null {
  const answer = ANSWERS.find(({ applies }) => applies(run));
  return answer === undefined ? null : { id: answer.id, ...answer.open(run) };
}
