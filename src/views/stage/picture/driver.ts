/**
 * The frame loop of one picture: it listens to the play head and paints a recording at a time, in one pass per frame.
 * It schedules its own frames only while elements land after a pause or a step, and while it reads a long run.
 */
import type { Language } from "../../../i18n/index.ts";
import type { Recording, RunState } from "../../../run/index.ts";
import { type Playground, type Position, rowsAt } from "../../../store/index.ts";
import { CanvasPainter } from "./canvas-painter.ts";
import { factsOf, readFacts } from "./facts-of.ts";
import { LONGEST_FLIGHT_MS } from "./flights.ts";
import { Landing } from "./landing.ts";
import type { Layout } from "./layout.ts";
import type { Moment } from "./moment.ts";
import { onColoursChanged, type Palette, paletteOf } from "./palette.ts";
import type { RunFacts } from "./run-facts.ts";
import { crewsOf, pictureLayout, type Scene, sceneOf } from "./scene.ts";
import type { Shape } from "./shape.ts";
import { stillKey } from "./still-key.ts";
import { SvgPainter } from "./svg-painter.ts";

/** The frame of a picture and its three sheets, from the lowest. */
export interface Sheets {
  readonly frame: HTMLElement;
  readonly under: HTMLCanvasElement;
  readonly svg: SVGSVGElement;
  readonly over: HTMLCanvasElement;
}

/** What the picture shows, and how. */
export interface View {
  readonly recording: Recording;
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  readonly leastText: number;
  readonly language: Language;
  /** Whether to draw discrete steps instead of movement. */
  readonly discrete: boolean;
  /** The element that is lit; -1 for none. */
  readonly picked: number;
  /** How long the producer wants to pause at a time, in ms; NaN where no setting says. */
  producerDelayMs(timeMs: number): number;
}

/** The source of wall time and frames: the window, or a stand-in in tests. */
export interface FrameClock {
  now(): number;
  request(onFrame: (wallMs: number) => void): number;
  cancel(request: number): void;
}

/** The least time between two changes of the nodes while a run plays; what moves is drawn every frame. */
const STILL_EVERY_MS = 90;
/** The least time between two paintings of the lowest sheet: nothing flies there, so every other frame is enough. */
const UNDER_EVERY_MS = 30;
/** The rows that are read in one frame of a run that is shown late; they take about 10 ms. */
const ROWS_A_FRAME = 50_000;
/** The least distance, in px, from which a small token can be picked: a target of 24 px. */
const LEAST_REACH = 12;

export class PictureDriver {
  private readonly playground: Playground;
  private readonly sheets: Sheets;
  private readonly clock: FrameClock;
  private readonly svg: SvgPainter;
  private readonly under: CanvasPainter;
  private readonly over: CanvasPainter;
  private readonly landing = new Landing();
  private readonly stops: (() => void)[];
  private readonly layouts = new Map<string, Layout>();
  private palette: Palette;
  private view: View | null = null;
  private facts: RunFacts | null = null;
  private isRead = false;
  private request = 0;
  private stillMs = Number.NEGATIVE_INFINITY;
  private stillState = Number.NaN;
  private underMs = Number.NEGATIVE_INFINITY;
  private toldAt: Position | null = null;
  private told: RunState | null = null;
  private state: RunState | null = null;
  private stateOf: Recording | null = null;
  /** The moving shapes, as they were last drawn. */
  private shown: readonly Shape[] = [];

  constructor(playground: Playground, sheets: Sheets, clock: FrameClock) {
    this.playground = playground;
    this.sheets = sheets;
    this.clock = clock;
    this.svg = new SvgPainter(sheets.svg);
    this.under = new CanvasPainter(sheets.under);
    this.over = new CanvasPainter(sheets.over);
    this.palette = paletteOf(sheets.frame);
    this.stops = [
      playground.onPosition((position) => {
        this.show(position);
      }),
      onColoursChanged(() => {
        this.recolour();
      }),
    ];
  }

  /** Shows another run, or the same run in another size or language. */
  watch(view: View): void {
    const { view: before } = this;
    this.view = view;
    if (before?.recording !== view.recording) {
      this.facts = factsOf(view.recording);
      this.isRead = false;
      this.layouts.clear();
      this.under.uncover();
      this.over.uncover();
    }
    if (
      before?.width !== view.width ||
      before.height !== view.height ||
      before.leastText !== view.leastText
    ) {
      this.layouts.clear();
      this.under.resize(view.width, view.height);
      this.over.resize(view.width, view.height);
      this.sheets.svg.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
    }
    this.told = null;
    this.underMs = Number.NEGATIVE_INFINITY;
    this.show(this.playground.position());
  }

  /** The element that is drawn at a point of the picture, in px; -1 if there is none. */
  elementAt(x: number, y: number): number {
    const { shown } = this;
    for (let i = shown.length - 1; i >= 0; i--) {
      const shape = shown[i];
      if (shape?.type !== "token" || shape.element < 0) continue;
      const reach = Math.max(LEAST_REACH, shape.size / 2);
      if (Math.abs(shape.x - x) <= reach && Math.abs(shape.y - y) <= reach) return shape.element;
    }
    return -1;
  }

  stop(): void {
    this.stopLanding();
    for (const stop of this.stops) stop();
  }

  private recolour(): void {
    this.palette = paletteOf(this.sheets.frame);
    this.under.forget();
    this.show(this.playground.position());
  }

  private show(position: Position): void {
    const { view } = this;
    if (view === null) return;
    this.stopLanding();
    if (!this.hasRead()) {
      this.request = this.clock.request(() => this.show(this.playground.position()));
      return;
    }
    const { playing } = this.playground.store.getState();
    const arrival = this.landing.arriveAt(rowsAt(view.recording, view.lane, position), playing);
    if (arrival === "landing" && !view.discrete) this.land(position);
    else this.draw(position, 0, playing);
  }

  /** Reads a run that is shown late, one part per frame. Returns whether everything that the picture needs is read. */
  private hasRead(): boolean {
    if (this.facts === null) return false;
    this.isRead ||= readFacts(this.facts, ROWS_A_FRAME);
    return this.isRead;
  }

  /** Animates what has just moved until it has landed, then draws it at rest. */
  private land(position: Position): void {
    const { speed } = this.playground.store.getState();
    const startMs = this.clock.now();
    const onFrame = (nowMs: number) => {
      const wallMs = Math.max(0, nowMs - startMs);
      const lands = wallMs >= LONGEST_FLIGHT_MS;
      if (lands) this.landing.land();
      this.request = lands ? 0 : this.clock.request(onFrame);
      this.draw(position, lands ? 0 : wallMs * speed, !lands);
    };
    this.draw(position, 0, true);
    this.request = this.clock.request(onFrame);
  }

  private stopLanding(): void {
    if (this.request !== 0) this.clock.cancel(this.request);
    this.request = 0;
  }

  private draw(position: Position, settlingMs: number, moves: boolean): void {
    const { view, facts } = this;
    if (view === null || facts === null) return;
    const { speed } = this.playground.store.getState();
    const { recording } = view;
    const rows = rowsAt(recording, view.lane, position);
    const state = this.stateAt(recording, rows);
    const told = this.toldState(view, state);
    const moment: Moment = {
      run: facts,
      state,
      told,
      timeMs: position.timeMs,
      rows,
      speed,
      language: view.language,
      discrete: view.discrete,
      producerDelayMs: view.producerDelayMs(position.timeMs),
      picked: view.picked,
      landedRows: this.landing.landedRows,
      settlingMs,
    };
    const stillDue = !moves || this.isStillDue(state);
    const layout = this.layoutFor(view, facts, state);
    const scene = sceneOf(moment, layout, stillDue ? "fitting" : "none");
    this.paintUnder(scene, layout, moves);
    this.paint(scene, stillDue, moves);
  }

  /** The state after `rows` rows. Most frames bring no new row, and reuse the last state. */
  private stateAt(recording: Recording, rows: number): RunState {
    if (this.state === null || this.stateOf !== recording || this.state.rows !== rows) {
      this.stateOf = recording;
      this.state = recording.history.stateAtRow(rows);
    }
    return this.state;
  }

  /** The state that the counters show: the picture's words change in the same frame as the counters. */
  private toldState({ recording, lane }: View, now: RunState): RunState {
    const { position, playing } = this.playground.store.getState();
    if (!playing) {
      this.told = null;
      return now;
    }
    if (this.told === null || position !== this.toldAt) {
      this.toldAt = position;
      this.told = recording.history.stateAtRow(rowsAt(recording, lane, position));
      this.stillMs = Number.NEGATIVE_INFINITY;
      this.stillState = Number.NaN;
    }
    return this.told;
  }

  private isStillDue(state: RunState): boolean {
    const key = stillKey(state);
    const nowMs = this.clock.now();
    if (key === this.stillState || nowMs - this.stillMs < STILL_EVERY_MS) return false;
    this.stillState = key;
    this.stillMs = nowMs;
    return true;
  }

  /** Draws elements on the canvas while they move, and as nodes when they are at rest. */
  private paint({ strip, still, moving }: Scene, stillDue: boolean, moves: boolean): void {
    this.shown = strip.length === 0 ? moving : [...strip, ...moving];
    if (moves) this.over.paint(moving, this.palette);
    else this.over.clear();
    if (!stillDue) return;
    this.svg.paint(moves ? still : [...still, ...strip, ...moving]);
    if (!moves) this.stillState = Number.NaN;
  }

  private paintUnder({ under, strip }: Scene, { answer }: Layout, moves: boolean): void {
    const { palette } = this;
    const nowMs = this.clock.now();
    if (moves && nowMs - this.underMs < UNDER_EVERY_MS) return;
    this.underMs = nowMs;
    if (!moves || strip.length === 0 || answer === null) this.under.paint(under, palette);
    else if (under.length === 0) this.under.paint(strip, palette, answer);
    else this.under.paint([...under, ...strip], palette);
  }

  private layoutFor(
    { width, height, leastText }: View,
    { topology, answer }: RunFacts,
    state: RunState,
  ): Layout {
    const crews = crewsOf(state);
    const key = crews.join();
    const known = this.layouts.get(key);
    if (known !== undefined) return known;
    const layout = pictureLayout(topology, crews, { width, height, leastText }, answer?.share);
    this.layouts.set(key, layout);
    return layout;
  }
}
