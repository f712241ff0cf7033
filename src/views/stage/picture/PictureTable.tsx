/** The picture as a table, for readers who can't see it: every station, its actors and its elements. */
import { type JSX, memo, useMemo } from "react";
import { fillIn, formatSeconds, type Language } from "../../../i18n/index.ts";
import type { ActorState, Recording } from "../../../run/index.ts";
import { type Position, rowsAt } from "../../../store/index.ts";
import { usePlaygroundState, useWords } from "../../playground-context.ts";
import { factsOf } from "./facts-of.ts";
import { tableWords } from "./table-words.ts";
import { type ToldStation, toldStations } from "./told.ts";

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

export function PictureTable(props: LaneProps): JSX.Element {
  const language = usePlaygroundState((state) => state.preferences.language);
  const position = usePlaygroundState((state) => state.position);
  const playing = usePlaygroundState((state) => state.playing);
  return <Table {...props} position={position} language={language} playing={playing} />;
}

/** While the run plays, the table stays as it was: nobody can read a table that keeps changing. */
const Table = memo(function Table({
  recording,
  lane,
  position,
  language,
}: TableProps): JSX.Element {
  const say = useWords();
  const run = useMemo(() => factsOf(recording), [recording]);
  const rows = rowsAt(recording, lane, position);
  const state = recording.history.stateAtRow(rows);
  const { timeMs } = position;
  const stations = toldStations({
    ...{ run, state, told: state, timeMs, rows, language },
    ...{
      speed: 1,
      discrete: true,
      producerDelayMs: Number.NaN,
      landedRows: rows,
      settlingMs: 0,
      picked: -1,
    },
  });
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          {fillIn(say(tableWords.caption), { time: formatSeconds(timeMs, language) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(tableWords.station)}</th>
            <th scope="col">{say(tableWords.state)}</th>
            <th scope="col">{say(tableWords.elements)}</th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <StationRows key={station.number} station={station} />
          ))}
        </tbody>
      </table>
    </div>
  );
}, sameTable);

function StationRows({ station }: { readonly station: ToldStation }): JSX.Element {
  const say = useWords();
  const { state, name, notes, before, actors, awaits, number } = station;
  const { held, contents } = state;
  return (
    <>
      {before.length > 0 && (
        <tr data-held={number}>
          <th scope="row">{fillIn(say(tableWords.before), { name })}</th>
          <td>{before.join(", ")}</td>
          <td>{listOf(held.map(({ element }) => element).filter((element) => element >= 0))}</td>
        </tr>
      )}
      <tr data-station={number}>
        <th scope="row">{name}</th>
        <td>{notes.join(", ")}</td>
        <td>{state.station.kind === "buffer" ? firstOf(contents) || say(tableWords.empty) : ""}</td>
      </tr>
      {actors.map((actor) => (
        <tr key={actor.who} data-actor={actor.actor.index}>
          <th scope="row">{actors.length > 1 ? `${name} ${actor.actor.index + 1}` : name}</th>
          <td>{say(awaits ? tableWords.awaits : activityOf(actor))}</td>
          <td>{listOf(actor.hand)}</td>
        </tr>
      ))}
    </>
  );
}

function activityOf({ actor, activity }: ActorState) {
  if (activity === "busy") return actor.role === "worker" ? tableWords.working : tableWords.pausing;
  if (activity === "ready") return actor.role === "worker" ? tableWords.idle : tableWords.ready;
  return tableWords[activity];
}

function firstOf(contents: ToldStation["state"]["contents"]): string {
  const { length } = contents;
  const first: number[] = [];
  for (let i = 0; i < Math.min(length, SHOWN); i++) first.push(contents.at(i) ?? -1);
  return first.join(", ") + (length > SHOWN ? ", …" : "");
}

function listOf(elements: readonly number[]): string {
  return elements.slice(0, SHOWN).join(", ") + (elements.length > SHOWN ? ", …" : "");
}

function sameTable(before: TableProps, after: TableProps): boolean {
  return (
    before.recording === after.recording &&
    before.lane === after.lane &&
    before.language === after.language &&
    (after.playing || before.position === after.position)
  );
}
