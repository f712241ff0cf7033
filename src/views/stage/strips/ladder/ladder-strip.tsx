/** The strip with stations as bands, in which each element is a line that crosses a band while it is there. */
import { elementNear, readLadder } from "../../../../run/index.ts";
import {
  type FieldPoint,
  type Picked,
  SLICE_ROWS,
  type Strip,
  type StripFieldProps,
} from "../strip.ts";
import { Bands } from "./bands.ts";
import { LadderField } from "./LadderField.tsx";
import { LadderTable } from "./LadderTable.tsx";

/** The greatest distance between a pointer and the line that it picks, in px. */
const REACH = 10;

export const ladder: Strip = {
  prepare: (recording) => readLadder(recording, SLICE_ROWS),
  valuesAt: () => [],
  field: (props) => <LadderField {...props} />,
  table: (props) => <LadderTable {...props} />,
  elementAt: pickedAt,
};

function pickedAt(props: StripFieldProps, { x, y }: FieldPoint): Picked | null {
  const { recordings, frame, spanMs, width, height } = props;
  const lane = Math.min(recordings.length - 1, Math.floor((y / height) * recordings.length));
  const recording = recordings[lane];
  if (recording === undefined) return null;
  const at = new Bands(recording, lane, recordings.length, height).at(y);
  if (at === undefined) return null;
  const msPerPx = spanMs / width;
  const element = elementNear(
    recording,
    { untilMs: Math.min(frame.timeMs, spanMs) },
    {
      timeMs: x * msPerPx,
      station: at.band.number,
      share: at.share,
      bandMs: at.band.height * msPerPx,
      reach: REACH / at.band.height,
    },
  );
  return element === null ? null : { lane, element };
}
