/** For a circuit breaker: the last calls in order, in the colours of their outcomes, above the breaker's states. */
import { BreakerState, GAUGES } from "../../../../systems/index.ts";
import type { Box } from "../layout.ts";
import { type Pen, tenths } from "../pen.ts";
import type { RunFacts } from "../run-facts.ts";
import type { Role } from "../shape.ts";
import { type Answer, partsOf } from "./answer.ts";

const words = {
  title: { ko: "호출", en: "Calls" },
  sent: { ko: "통과", en: "sent" },
  failed: { ko: "실패", en: "failed" },
  refused: { ko: "시도 없이 거절", en: "rejected untried" },
  closed: { ko: "CLOSED", en: "CLOSED" },
  open: { ko: "OPEN", en: "OPEN" },
  halfOpen: { ko: "HALF_OPEN", en: "HALF_OPEN" },
} as const;

/** The number of calls that are shown; once there are more, the line moves. */
const SHOWN = 24;
const STATE = GAUGES.breaker.indexOf("state");

const STATES: Readonly<Record<BreakerState, { role: Role; word: "closed" | "open" | "halfOpen" }>> =
  {
    [BreakerState.CLOSED]: { role: "done", word: "closed" },
    [BreakerState.OPEN]: { role: "lost", word: "open" },
    [BreakerState.HALF_OPEN]: { role: "working", word: "halfOpen" },
  };

export const calls: Answer = {
  id: "calls",
  applies: ({ topology }) => topology.stations.some(({ kind }) => kind === "breaker"),
  open(run) {
    const breaker = run.topology.stations.findIndex(({ kind }) => kind === "breaker");
    return {
      share: 0.42,
      draw(pen, box) {
        const { figure, titleX, titleY } = partsOf(pen, box);
        const made = run.index.lastMade(pen.moment.rows, SHOWN);
        const pitch = figure.width / SHOWN;
        const band = Math.max(2, Math.min(pen.text * 1.25, figure.height * 0.26));
        const height = Math.max(1, figure.height - band);
        const line = figure.y + height * 0.58;
        const size = Math.max(0, Math.min(pitch * 0.9, height * 0.36));
        made.forEach((element, i) => {
          drawCall(pen, element, figure.x + (i + 0.5) * pitch, line, height, size);
        });
        pen.path(
          "calls-line",
          "quiet",
          "thin",
          `M${tenths(figure.x)} ${tenths(line)}h${tenths(figure.width)}`,
          1.6,
        );
        drawStates(pen, run, breaker, made, { ...figure, y: figure.y + height, height: band });
        drawLegend(pen, titleX, titleY, figure.width);
      },
    };
  },
};

/** Draws one call: above the line if it reached the service, below it if it was rejected. */
function drawCall(
  pen: Pen,
  element: number,
  x: number,
  line: number,
  height: number,
  size: number,
): void {
  const { rows: end, run } = pen.moment;
  const manner = run.losses[run.index.ruleOfLoss(element, end)]?.manner ?? null;
  const refused = manner === "rejected";
  const role: Role = manner === null ? "made" : "lost";
  const y = refused ? line + height * 0.22 : line - height * 0.4;
  const stem = `M${tenths(x)} ${tenths(line)}V${tenths(refused ? y - size / 2 : y + size / 2)}`;
  pen.movingPath(
    `call-${element}`,
    refused ? "quiet" : role,
    refused ? "ticket" : "line",
    stem,
    refused ? 1.3 : 2,
  );
  pen.token(element, { x, y }, size, {
    role: refused ? "quiet" : role,
    look: refused ? "outline" : manner === null ? "solid" : "ghost",
    fixed: true,
    copy: true,
  });
}

/** Draws a band with the state in which each call found the breaker. */
function drawStates(
  pen: Pen,
  { index }: RunFacts,
  breaker: number,
  made: readonly number[],
  box: Box,
): void {
  const pitch = box.width / SHOWN;
  const runs: { state: BreakerState; from: number; to: number }[] = [];
  made.forEach((element, i) => {
    const told = index.lastGauge(breaker, STATE, index.rowOfMaking(element));
    const state = (told ?? BreakerState.CLOSED) as BreakerState;
    const last = runs.at(-1);
    if (last?.state === state) last.to = i + 1;
    else runs.push({ state, from: i, to: i + 1 });
  });
  runs.forEach(({ state, from, to }, i) => {
    const { role, word } = STATES[state];
    const x = box.x + from * pitch;
    const width = (to - from) * pitch;
    pen.rect(
      `state-${i}`,
      role,
      "body",
      { x, width, y: box.y, height: box.height },
      box.height * 0.2,
    );
    pen.write({
      key: `state-${i}-word`,
      x: x + width / 2,
      y: box.y + box.height / 2 + pen.text * 0.36,
      texts: [pen.say(words[word])],
      room: width * 0.96,
      role,
      weight: "strong",
    });
  });
}

function drawLegend(pen: Pen, x: number, y: number, room: number): void {
  let left = x;
  for (const [key, role] of [
    ["title", "quiet"],
    ["sent", "made"],
    ["failed", "lost"],
    ["refused", "quiet"],
  ] as const) {
    const width = pen.write({
      key: `calls-${key}`,
      x: left,
      y,
      texts: [pen.say(words[key])],
      room: room - (left - x),
      anchor: "start",
      role,
      weight: key === "refused" ? "note" : "strong",
    });
    left += width + pen.text;
  }
}
