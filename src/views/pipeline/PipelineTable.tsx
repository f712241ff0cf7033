/** The picture as a table, for whoever can't see it: where every element stands. */
import { type JSX, memo, useMemo } from "react";
import { fillIn, formatCount, formatSeconds, type Language, type Text } from "../../i18n/index.ts";
import type { ActorState, Recording } from "../../run/index.ts";
import { type Position, rowsAt } from "../../store/index.ts";
import { usePlaygroundState, useWords } from "../playground-context.ts";
import { planOf } from "./gates/plan.ts";
import { type Told, toldGates, toldKinds, toldWork, waitWord } from "./gates/told.ts";
import { tableWords } from "./table-words.ts";
import { words } from "./words.ts";

const SHOWN = 8;

interface LaneProps {
  readonly recording: Recording;
  readonly lane: number;
}

interface TableProps extends LaneProps {
  readonly position: Position;
  readonly language: Language;
  readonly playing: boolean;
}

export function PipelineTable(props: LaneProps): JSX.Element {
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const playing = usePlaygroundState((state) => state.playing);
  return <Table {...props} position={position} language={language} playing={playing} />;
}

/** While it plays the table stays as it was: nobody can read one that changes. */
const Table = memo(function Table({
  recording,
  lane,
  position,
  language,
}: TableProps): JSX.Element {
  const say = useWords();
  const state = recording.history.stateAtRow(rowsAt(recording, lane, position));
  const plan = useMemo(() => planOf(recording), [recording]);
  const teller = {
    say: (text: Text, values: Readonly<Record<string, string | number>> = {}) =>
      fillIn(text[language], values),
    count: (value: number) => formatCount(value, language),
    state,
    input: { timeMs: position.timeMs, language },
  };
  const first = Array.from({ length: Math.min(SHOWN, state.buffer.length) }, (_, i) =>
    state.buffer.at(i),
  ).join(", ");
  const bufferText =
    state.buffer.length === 0
      ? say(tableWords.bufferEmpty)
      : fillIn(say(tableWords.buffer), { n: formatCount(state.buffer.length, language), first });
  const activity = (actor: ActorState, busy: string) => {
    if (actor.activity === "suspended") return say(words.waits);
    if (actor.activity === "gate") return say(waitWord(actor, plan.entry[0]?.kind));
    if (actor.activity === "ended") return say(words.finished);
    if (actor.activity === "failed") return say(words.failed);
    if (actor.activity === "cancelled") return say(words.cancelled);
    return actor.actor.role === "worker" && actor.element < 0 ? say(words.idle) : busy;
  };
  const actorRow = (name: string, actor: ActorState, busy: string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{activity(actor, busy)}</td>
      <td>
        {actor.tray.length > 1 ? listOf(actor.tray) : actor.element >= 0 ? actor.element : ""}
      </td>
    </tr>
  );
  const toldRow = ([name, text]: Told) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td colSpan={2}>{text}</td>
    </tr>
  );
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          {fillIn(say(tableWords.caption), { time: formatSeconds(position.timeMs, language) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(tableWords.station)}</th>
            <th scope="col">{say(tableWords.state)}</th>
            <th scope="col">{say(tableWords.element)}</th>
          </tr>
        </thead>
        <tbody>
          {state.producers.map((actor) => actorRow(say(words.producer), actor, say(words.making)))}
          <tr>
            <th scope="row">{say(words.suspended)}</th>
            <td>{fillIn(say(tableWords.waiting), { n: state.waiting.length })}</td>
            <td>{listOf(state.waiting)}</td>
          </tr>
          {toldGates(teller, plan).map(toldRow)}
          <tr>
            <th scope="row">{say(words.buffer)}</th>
            <td colSpan={2}>{bufferText}</td>
          </tr>
          {state.workers.map((actor) =>
            actorRow(
              fillIn(say(words.worker), { n: actor.actor.index + 1 }),
              actor,
              say(words.working),
            ),
          )}
          {toldWork(teller, plan).map(toldRow)}
          {toldKinds(teller, plan).map(toldRow)}
        </tbody>
      </table>
    </div>
  );
}, sameTable);

function listOf(elements: readonly number[]): string {
  const more = elements.length > SHOWN ? "…" : "";
  return elements.slice(0, SHOWN).join(", ") + more;
}

function sameTable(before: TableProps, after: TableProps): boolean {
  return (
    before.recording === after.recording &&
    before.lane === after.lane &&
    before.language === after.language &&
    (after.playing || before.position === after.position)
  );
}
