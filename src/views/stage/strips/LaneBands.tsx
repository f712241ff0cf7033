/** A drawing with a band for each lane, one below the other. */
import { Fragment, type JSX } from "react";
import type { Recording } from "../../../run/index.ts";
import { type LaneBand, laneBands } from "./lane-bands.ts";
import type { StripFieldProps } from "./strip.ts";

interface LaneBandsProps extends Pick<StripFieldProps, "recordings" | "width" | "height"> {
  readonly className: string | undefined;
  /** Draws a lane in its band. */
  children(recording: Recording, band: LaneBand, lane: number): JSX.Element;
}

export function LaneBands(props: LaneBandsProps): JSX.Element {
  const { recordings, width, height, className, children } = props;
  const bands = laneBands(recordings.length, height);
  return (
    <svg className={className} width={width} height={height} aria-hidden="true">
      {recordings.map((recording, lane) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lane is identified by its position
        <Fragment key={lane}>
          {children(recording, bands[lane] ?? { top: 0, height }, lane)}
        </Fragment>
      ))}
    </svg>
  );
}
