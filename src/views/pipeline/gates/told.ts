/** What patterns add to the picture, in words: for whoever reads the table instead. */

import { formatRate, type Text } from "../../../i18n/index.ts";
import { type ActorState, Fact, type GateStage } from "../one-buffer.ts";
import { words } from "../words.ts";
import { BREAKER_NAMES, breakerDetails, breakerNow } from "./breaker.ts";
import { starves } from "./legend.ts";
import { entryAt, type Plan } from "./plan.ts";
import type { Teller } from "./teller.ts";
import { tokensAt, wholeTokens } from "./tokens.ts";
import { gateWords } from "./words.ts";

/** A row of the table: what it is, and how it stands. */
export type Told = readonly [name: string, text: string];

/** What stands between producer and buffer. */
export function toldGates(teller: Teller, plan: Plan): Told[] {
  const { say, count, state } = teller;
  const flying = state.carriers.filter(({ activity }) => activity === "delay").length;
  return [
    ...(plan.latencyMs > 0
      ? [
          [
            say(gateWords.network),
            say(gateWords.inFlight, { ms: count(plan.latencyMs), n: count(flying) }),
          ] as const,
        ]
      : []),
    ...entryAt(plan, teller.input.timeMs).flatMap((stage) => toldGate(teller, stage)),
  ];
}

function toldGate(teller: Teller, stage: GateStage): Told[] {
  const { say, count } = teller;
  switch (stage.kind) {
    case "permits": {
      const n = count(factOf(teller, Fact.PERMITS, stage.total));
      return [[say(gateWords.permits), say(gateWords.permitsFree, { n, of: count(stage.total) })]];
    }
    case "tokens": {
      const n = count(wholeTokens(tokensAt(teller, stage)));
      return [[say(gateWords.tokens), say(gateWords.tokensLeft, { n, of: count(stage.burst) })]];
    }
    case "breaker": {
      const name = say(BREAKER_NAMES[breakerNow(teller).state]);
      const details = breakerDetails(teller, stage).filter((text) => text !== "");
      return [[say(gateWords.breaker), [name, ...details].join(", ")]];
    }
    case "levels": {
      const level = stage.levels[factOf(teller, Fact.LEVEL, 0)];
      return level === undefined ? [] : [[say(gateWords.levels), say(level)]];
    }
    default:
      return [];
  }
}

/** What stands at the workers. */
export function toldWork(teller: Teller, { batch, retries, threads }: Plan): Told[] {
  const { say, count, state, input } = teller;
  const rows: Told[] = [];
  if (threads > 0) {
    const n = count(factOf(teller, Fact.THREADS, threads));
    rows.push([say(gateWords.threads), say(gateWords.threadsFree, { n, of: count(threads) })]);
  }
  const leftMs = factOf(teller, Fact.FLUSH_AT, -1) - input.timeMs;
  const inTray = state.workers[0]?.tray.length ?? 0;
  if (batch !== undefined) {
    const filled = say(gateWords.batch, { n: count(inTray), of: count(batch.size) });
    const flush = say(gateWords.flushIn, { n: formatRate(leftMs / 1000, input.language) });
    const flushes = batch.flushMs > 0 && inTray > 0 && leftMs >= 0;
    rows.push([say(gateWords.tray), flushes ? `${filled}, ${flush}` : filled]);
  }
  if (retries !== undefined) {
    const n = count(factOf(teller, Fact.ATTEMPTS, 0));
    rows.push([
      say(gateWords.again),
      say(gateWords.retries, { n, of: count(retries.attempts) }).replace("↻ ", ""),
    ]);
  }
  return rows;
}

/** Who was heard, by kind. */
export function toldKinds({ say, count, state }: Teller, { kinds }: Plan): Told[] {
  return (kinds?.names ?? []).map((name, kind) => {
    const counted = state.byKind[kind] ?? { produced: 0, received: 0, lost: 0 };
    const numbers = `${say(gateWords.heard)}: ${count(counted.received)} / ${count(counted.produced)}`;
    const never = starves(counted, state.received);
    return [say(name), never ? `${numbers}, ${say(gateWords.starves)}` : numbers];
  });
}

function factOf({ state }: Teller, fact: Fact, otherwise: number): number {
  const told = state.facts[fact] ?? Number.NaN;
  return Number.isNaN(told) ? otherwise : told;
}

/** What somebody at a gate waits for. */
export function waitWord({ actor }: ActorState, gate: GateStage["kind"] | undefined): Text {
  if (actor.role === "worker") return gateWords.waitsForThread;
  if (gate === "permits") return gateWords.waitsForPermit;
  return gate === "tokens" ? gateWords.waitsForToken : words.waits;
}
