/**
 * The frame loop of one picture: it listens to the play head and paints, in one pass a frame, from a recording and a
 * time. It schedules frames of its own only while elements come to land after a pause or a step.
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

/** The three sheets of a picture, from the lowest. */
export interface Sheets {
  readonly frame: HTMLElement;
  readonly under: HTMLCanvasElement;
  readonly svg: SVGSVGElement;
  readonly over: HTMLCanvasElement;
}

/** How the picture is watched. */
export interface View {
  readonly recording: Recording;
  readonly lane: number;
  readonly width: number;
  readonly height: number;
  readonly leastText: number;
  readonly language: Language;
  /** Draw discrete steps instead of movement. */
  readonly discrete: boolean;
  /** The element that is lit; -1 for none. */
  readonly picked: number;
  producerDelayMs(timeMs: number): number;
}

/** Where wall time and frames come from: the window, but for tests. */
export interface FrameClock {
  now(): number;
  request(onFrame: (wallMs: number) => void): number;
  cancel(request: number): void;
}

/** Between two writings of the page's numbers nodes are changed at most so often; what moves is drawn every frame. */
const STILL_EVERY_MS = 90;
/** What lies under the nodes changes with events and flies nowhere: every other frame shows it soon enough. */
const UNDER_EVERY_MS = 30;
/** So many rows of a run that is shown late are read within some ten ms. */
const ROWS_A_FRAME = 50_000;
/** Small tokens are picked from so far, in px: a target of 24. */
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
  /** What moves, as it was drawn last. */
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

  /** Shows another run, or the same in another room or language. */
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

  /** The element that is drawn at a place, in px of the picture; -1 where there is none. */
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

  /** Reads on in a run that is shown late, a part in each frame. Returns whether there is all that it draws from. */
  private hasRead(): boolean {
    if (this.facts === null) return false;
    this.isRead ||= readFacts(this.facts, ROWS_A_FRAME);
    return this.isRead;
  }

  /** Lets what has just moved come to rest, then draws it where it stands. */
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

  /** Most frames bring no new row: the state is the one before. */
  private stateAt(recording: Recording, rows: number): RunState {
    if (this.state === null || this.stateOf !== recording || this.state.rows !== rows) {
      this.stateOf = recording;
      this.state = recording.history.stateAtRow(rows);
    }
    return this.state;
  }

  /** The state that the counters show. Words in the picture are written in the frame in which the counters are. */
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

  /** While elements move they are drawn on the canvas; at rest they are nodes, which can be read and picked. */
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
