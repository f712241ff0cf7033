/** The content of a poster or a frame of a loop: the experiment as it is on the page. */
import { fillIn, formatCount, formatSeconds, type Text } from "../../i18n/index.ts";
import { entryOf, scenarioOf } from "../../scenarios/index.ts";
import { type Playground, type Position, rowsAt } from "../../store/index.ts";
import { strategyOf } from "../../systems/index.ts";
import { countersOf } from "../stage/lanes/counters-of.ts";
import type { Shape } from "../stage/picture/shape.ts";
import { shapesOf } from "../stage/picture/shapes-at.ts";
import { posterWords } from "./poster-words.ts";
import type { SheetContent } from "./sheet.ts";

/** Returns the content at any position: of a poster that shows `url`, or, if that is empty, of a frame of a loop. */
export function contentOf({ store }: Playground, url: string): (at: Position) => SheetContent {
  const { catalogue, experiment, recordings, preferences, speed } = store.getState();
  const { language } = preferences;
  const say = (text: Text) => text[language];
  const flying = url === "";
  const lanes = experiment.lanes.map(({ name, strategy }, lane) => ({
    name: name ?? say(strategyOf(catalogue, strategy).name),
    lane,
    draw: drawer((width, height) => {
      const recording = recordings[lane];
      return recording === undefined
        ? () => []
        : shapesOf(recording, { width, height, language, speed, flying });
    }),
  }));
  return (at) => ({
    title: say(entryOf(experiment.scenario).name),
    question: url === "" ? "" : say(scenarioOf(catalogue, experiment.scenario).question),
    time: fillIn(say(posterWords.at), { time: formatSeconds(at.timeMs, language) }),
    url,
    lanes: lanes.flatMap(({ name, lane, draw }) => {
      const recording = recordings[lane];
      if (recording === undefined) return [];
      return {
        name,
        numbers: countersOf(recording, lane, at, { say, language }).map((counter) => ({
          text: `${formatCount(counter.count, language)}${counter.of ?? ""}`,
          name: counter.name,
          ink: counter.count === 0 ? "--ink-soft" : `--${counter.id}-ink`,
        })),
        shapes: (width: number, height: number) =>
          draw(width, height)({ timeMs: at.timeMs, rows: rowsAt(recording, lane, at) }),
      };
    }),
  });
}

type Draw = ReturnType<typeof shapesOf>;

/** Remembers what draws a run at one size, so that it is read only once for all frames of a loop. */
function drawer(
  make: (width: number, height: number) => Draw,
): (width: number, height: number) => Draw {
  let key = "";
  let draw: Draw = (): Shape[] => [];
  return (width, height) => {
    if (key !== `${width} ${height}`) {
      key = `${width} ${height}`;
      draw = make(width, height);
    }
    return draw;
  };
}
