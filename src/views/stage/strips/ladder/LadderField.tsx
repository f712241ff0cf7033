/** The field of the ladder: lines on a canvas, with names and the picked element above it. */
import { type JSX, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "react";
import type { Language, Text } from "../../../../i18n/index.ts";
import { type Ladder, ladderOf, lineOf, type Recording } from "../../../../run/index.ts";
import { onColoursChanged, type Palette, paletteOf } from "../../picture/palette.ts";
import { HEAD_MARGIN } from "../curves/box.ts";
import { labelSize, labelWidth } from "../label-size.ts";
import type { StripFieldProps } from "../strip.ts";
import { words } from "../words.ts";
import { type Band, Bands } from "./bands.ts";
import styles from "./ladder.module.css";
import { paintLadder } from "./paint-ladder.ts";

/** The most pixels of the canvas per CSS px: a finer canvas costs more than the eye gains. */
const MOST_PIXEL_RATIO = 2;
/** A band lower than this, in multiples of the text's size, has no room for its name. */
const LEAST_FOR_NAME = 1.05;

export function LadderField(props: StripFieldProps): JSX.Element {
  const { recordings, frame, spanMs, width, height, language, picked } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [colours, colourChanged] = useReducer((count: number) => count + 1, 0);
  /** The page's colours, and the number of changes when they were read: reading them forces a layout of the page. */
  const read = useRef<{ readonly palette: Palette; readonly colours: number }>(null);
  useEffect(() => onColoursChanged(colourChanged), []);
  const lanes = useMemo(
    () => recordings.map((each, lane) => laneOf(each, lane, recordings.length, height)),
    [recordings, height],
  );
  const ladders = useMemo(
    () =>
      recordings.map((recording) =>
        ladderOf(recording, { fromMs: 0, toMs: spanMs, untilMs: Math.min(frame.timeMs, spanMs) }),
      ),
    [recordings, spanMs, frame],
  );

  useLayoutEffect(() => {
    const context = openSheet(canvas.current, width, height);
    if (context === null || canvas.current === null) return;
    if (read.current?.colours !== colours) {
      read.current = { palette: paletteOf(canvas.current), colours };
    }
    const { palette } = read.current;
    const x = (timeMs: number) => (timeMs / spanMs) * width;
    for (const [lane, { bands, connections }] of lanes.entries()) {
      const ladder = ladders[lane];
      if (ladder === undefined) continue;
      paintLadder({ context, palette, bands, connections, width, x }, ladder);
    }
  }, [lanes, ladders, spanMs, width, height, colours]);

  return (
    <div className={styles["ladder"]} data-bundled={ladders.some(({ bundled }) => bundled)}>
      <canvas ref={canvas} style={{ width, height }} />
      <svg width={width} height={height} aria-hidden="true">
        {lanes.map(({ bands }, lane) => (
          <g key={bands.top}>
            {bands.bands.map((band) => (
              <BandName key={band.station.id} {...{ band, width, language }} />
            ))}
            <Requests
              {...{ bands, width, spanMs, language }}
              ladder={ladders[lane]}
              recording={recordings[lane]}
            />
          </g>
        ))}
        {picked !== null && <PickedLine {...props} bands={lanes[picked.lane]?.bands} />}
      </svg>
    </div>
  );
}

function laneOf(recording: Recording, lane: number, lanes: number, height: number) {
  const bands = new Bands(recording, lane, lanes, height);
  return { bands, connections: recording.topology.connections };
}

/** Empties the canvas, gives it a size in CSS px and returns its context; null if there is none. */
function openSheet(canvas: HTMLCanvasElement | null, width: number, height: number) {
  const context = canvas?.getContext("2d") ?? null;
  if (canvas === null || context === null) return null;
  const ratio = Math.min(MOST_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
  const [across, down] = [width, height].map((px) => Math.max(1, Math.round(px * ratio)));
  // Setting the size, even to the same value, would have the canvas laid out again.
  if (canvas.width === across && canvas.height === down) {
    context.reset();
  } else {
    canvas.width = across ?? 1;
    canvas.height = down ?? 1;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

interface BandNameProps {
  readonly band: Band;
  readonly width: number;
  readonly language: Language;
}

function BandName({ band, width, language }: BandNameProps): JSX.Element | null {
  const { top, height, station } = band;
  const size = labelSize();
  if (height < LEAST_FOR_NAME * size) return null;
  return (
    <text
      x={width - HEAD_MARGIN}
      y={top + Math.min(height / 2 + size * 0.36, size)}
      textAnchor="end"
    >
      {nameOf(station)[language]}
    </text>
  );
}

function nameOf({ kind, name }: Band["station"]): Text {
  const known = kind === "network" || kind === "buffer" || kind === "workers" ? kind : "source";
  return name ?? words[known];
}

interface RequestsProps {
  readonly bands: Bands;
  readonly width: number;
  readonly spanMs: number;
  readonly ladder: Ladder | undefined;
  readonly recording: Recording | undefined;
  readonly language: Language;
}

/**
 * Writes what was requested beside its arrow: as `request(n)`, as the number alone, or not at all, in the same form for
 * a whole connection.
 */
function Requests(props: RequestsProps): JSX.Element {
  const { bands, width, spanMs, ladder, recording, language } = props;
  const size = labelSize();
  const x = (atMs: number) => (atMs / spanMs) * width + size * 0.5;
  const written = (recording?.topology.connections ?? []).flatMap(({ from }, place) => {
    const own = (ladder?.requests ?? []).filter((mark) => mark.place === place);
    const band = bands.bands.find(({ number }) => number === from);
    if (band === undefined || band.height < size * 0.9) return [];
    const numbers = own.map(({ n }) => (Number.isFinite(n) ? String(n) : "∞"));
    const gaps = own.map(({ atMs }, i) => x(own[i + 1]?.atMs ?? spanMs) - x(atMs));
    const fits = (texts: readonly string[]) =>
      texts.slice(0, -1).every((text, i) => labelWidth(text, size) * 1.1 < (gaps[i] as number));
    const forms = [numbers.map((n) => `request(${n})`), numbers];
    const texts = forms.find(fits) ?? [];
    const y = band.top + Math.min(band.height / 2 + size * 0.36, size * 0.95);
    // The name of the band stands at its end.
    const end = width - labelWidth(nameOf(band.station)[language], size) - size;
    return own.flatMap(({ atMs }, i) => {
      const text = texts[i];
      if (text === undefined || x(atMs) + labelWidth(text, size) > end) return [];
      return [{ x: x(atMs), y, text, key: `${place}-${atMs}-${i}` }];
    });
  });
  return (
    <g className={styles["requests"]}>
      {written.map(({ x, y, text, key }) => (
        <text key={key} x={x} y={y}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** The whole path of the picked element, with its number at the beginning. */
function PickedLine(props: StripFieldProps & { readonly bands: Bands | undefined }) {
  const { recordings, picked, frame, spanMs, width, bands } = props;
  const recording = picked === null ? undefined : recordings[picked.lane];
  const lines = useMemo(
    () =>
      recording === undefined || picked === null
        ? []
        : lineOf(recording, picked.element, Math.min(frame.timeMs, spanMs)),
    [recording, picked, frame, spanMs],
  );
  const [first] = lines;
  if (bands === undefined || first === undefined || picked === null) return null;
  const x = (timeMs: number) => (timeMs / spanMs) * width;
  const path = lines
    .map(({ station, fromMs, toMs, share }) => {
      const [top, bottom] = [bands.y(station, 0), bands.y(station, share)];
      return `M${x(fromMs).toFixed(1)} ${top.toFixed(1)}L${x(toMs).toFixed(1)} ${bottom.toFixed(1)}`;
    })
    .join("");
  return (
    <g className={styles["picked"]} data-picked={picked.element}>
      <path d={path} data-rim="" />
      <path d={path} />
      <text x={Math.min(width - 30, x(first.fromMs) + 5)} y={bands.y(first.station, 0) + 11}>
        {picked.element}
      </text>
    </g>
  );
}
