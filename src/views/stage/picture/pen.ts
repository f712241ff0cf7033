/** A picture being drawn: collects shapes, and writes words and numbers in the page's language. */
import { fillIn, formatBytes, formatCount, formatRate, type Text } from "../../../i18n/index.ts";
import type { Flight, Traffic } from "./flights.ts";
import type { Layout } from "./layout.ts";
import type { Look } from "./looks.ts";
import type { Moment } from "./moment.ts";
import type { Circle, Dots, Label, Path, Rect, Role, Shape, Token } from "./shape.ts";
import { type LabelBox, labelBox, textWidth } from "./text-size.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Which labels are written: those that fit; none, in frames that only move; or all, for the table. */
export type Words = "fitting" | "none" | "all";

type Values = Readonly<Record<string, string | number>>;

interface Written {
  readonly key: string;
  readonly x: number;
  /** Baseline; a label without one is left out. */
  readonly y: number | null | undefined;
  /** Versions of the text, the longest first: the first that fits is written. */
  readonly texts: readonly string[];
  /** How wide it may be, in px. */
  readonly room: number;
  readonly anchor?: Label["anchor"];
  readonly role?: Role;
  readonly weight?: Label["weight"];
  readonly size?: number;
  /** Whether it is written on the role's colour instead of on the page. */
  readonly on?: boolean;
  /** Whether it is the name of the station. */
  readonly names?: boolean;
  /** Whether it is left out if it would overlap another label. */
  readonly yields?: boolean;
}

interface Drawn {
  readonly role: Role;
  readonly look?: Token["look"];
  readonly opacity?: number;
  /** Whether it is a second token of an element that is also drawn elsewhere. */
  readonly copy?: boolean;
  /** Whether it stays in its place even while the element is on its way. */
  readonly fixed?: boolean;
}

export class Pen {
  readonly moment: Moment;
  readonly layout: Layout;
  readonly traffic: Traffic;
  /** Size of the smallest text, in px. */
  readonly text: number;
  /** The layers: the lowest; the answer's strip; what changes with events; what moves with every frame. */
  readonly under: Shape[] = [];
  readonly strip: Shape[] = [];
  readonly still: Shape[] = [];
  readonly moving: Shape[] = [];
  /** Number of the station that is being drawn; -1 for none. */
  about = -1;
  /** Whether the way to that station is being drawn. */
  onWay = false;
  /** Whether the answer is being drawn: moving shapes then go into its strip. */
  inStrip = false;
  /** Returns where a flight begins. */
  private readonly spotOf: (flight: Flight) => Point;
  private readonly wantedWords: Words;

  constructor(
    moment: Moment,
    layout: Layout,
    traffic: Traffic,
    spotOf: (flight: Flight) => Point,
    wantedWords: Words = "fitting",
  ) {
    this.moment = moment;
    this.layout = layout;
    this.traffic = traffic;
    this.text = layout.text;
    this.spotOf = spotOf;
    this.wantedWords = wantedWords;
  }

  say(text: Text, values: Values = {}): string {
    return fillIn(text[this.moment.language], values);
  }

  count(value: number): string {
    return formatCount(value, this.moment.language);
  }

  rate(perSec: number): string {
    return formatRate(perSec, this.moment.language);
  }

  bytes(value: number): string {
    return formatBytes(value, this.moment.language);
  }

  /** Writes the longest of the texts that fits. Returns its width in px; 0 if none fits. */
  write({ y, texts, room, ...rest }: Written): number {
    if (y === null || y === undefined || this.wantedWords === "none") return 0;
    const {
      key,
      x,
      anchor = "middle",
      role = "quiet",
      weight = "note",
      size = this.text,
      on,
      names = false,
      yields = false,
    } = rest;
    const strong = weight === "strong";
    for (const text of texts) {
      const width = textWidth(text, size, strong);
      if (text === "" || (width > room && this.wantedWords !== "all")) continue;
      const { about, onWay } = this;
      const written = { type: "label", key, x, y, text, size, anchor, role, weight } as const;
      const label: Label = { ...written, about, onWay, names, ...(on === true && { on }) };
      if (yields && this.isTaken(labelBox(label))) return 0;
      this.still.push(label);
      return width;
    }
    return 0;
  }

  /** Whether no labels are written. */
  get isSilent(): boolean {
    return this.wantedWords === "none";
  }

  /** The boxes of the labels that have been written, except the one with the key `except`. */
  taken(except?: string): LabelBox[] {
    return this.still.flatMap((shape) =>
      shape.type === "label" && shape.key !== except ? [labelBox(shape)] : [],
    );
  }

  /** Removes the label with this key, if it has been written. */
  unwrite(key: string): void {
    const place = this.still.findIndex((shape) => shape.key === key);
    if (place >= 0) this.still.splice(place, 1);
  }

  private isTaken({ left, right, top, bottom }: LabelBox): boolean {
    return this.taken().some(
      (box) => box.left < right && box.right > left && box.top < bottom && box.bottom > top,
    );
  }

  rect(
    key: string,
    role: Role,
    look: Look,
    box: Omit<Rect, "key" | "role" | "look" | "type" | "corner">,
    corner = 0,
  ): void {
    if (box.width < 0.5 || box.height < 0.5) return;
    this.still.push({ key, type: "rect", role, look, ...box, corner });
  }

  /** Puts a plate of the page's colour under the label that was written last, to set it off from what lies beneath. */
  plate(key: string, box: Pick<Rect, "x" | "y" | "width" | "height">): void {
    const label = this.still.pop();
    this.rect(key, "quiet", "plate", box, this.text * 0.2);
    if (label !== undefined) this.still.push(label);
  }

  circle(key: string, role: Role, look: Look, { x, y }: Point, radius: number): void {
    if (radius < 0.5) return;
    const circle: Circle = { key, type: "circle", role, look, x, y, radius };
    this.still.push(circle);
  }

  path(key: string, role: Role, look: Look, d: string, width = 1.5, opacity = 1): void {
    this.still.push({ key, type: "path", role, look, d, width: width * this.scale, opacity });
  }

  /** Draws a line beneath everything else. */
  underPath(key: string, role: Role, look: Look, d: string, width = 1.5): void {
    this.under.push({ key, type: "path", role, look, d, width: width * this.scale });
  }

  /** Draws a line that may change with every frame. */
  movingPath(
    key: string,
    role: Role,
    look: Look,
    d: string,
    width: number,
    more: Partial<Path> = {},
  ): void {
    this.lively.push({ key, type: "path", role, look, d, width: width * this.scale, ...more });
  }

  /** Draws the form of a kind of elements, without a number. */
  figure(key: string, kind: number, { x, y }: Point, size: number): void {
    this.lively.push({
      ...{ key, type: "token", role: "quiet", element: -1, x, y, size, look: "solid", kind },
      ...{ label: "", labelSize: 0, lit: false },
    });
  }

  /** Draws a token with a short text that stands for no element and may move with every frame. */
  badge(key: string, role: Role, { x, y }: Point, size: number, label: string): void {
    if (size < 1) return;
    const fitting = Math.min(size * 0.66, (size * 0.86) / (0.62 * Math.max(1, label.length)));
    const labelSize = fitting < this.layout.least ? 0 : tenths(fitting);
    this.lively.push({
      ...{ key, type: "token", role, element: -1, x, y, size, look: "solid", kind: -1 },
      ...{ label: labelSize === 0 ? "" : label, labelSize, lit: false },
    });
  }

  ring(key: string, role: Role, { x, y }: Point, radius: number, share: number): void {
    if (radius < 1 || share <= 0) return;
    const width = Math.max(2, Math.min(radius * 0.22, this.text * 0.42));
    this.lively.push({ key, type: "ring", role, x, y, radius, width, share: Math.min(1, share) });
  }

  dots(dots: Omit<Dots, "type">, under = false): void {
    if (dots.count <= 0 || dots.size <= 0) return;
    (under ? this.under : this.lively).push({ type: "dots", ...dots });
  }

  /** Draws an element at (x, y), or, while it is still flying there, at the point that it has reached. */
  token(
    element: number,
    { x, y }: Point,
    size: number,
    { role, look = "solid", opacity = 1, fixed = false, copy = false }: Drawn,
  ): void {
    if (size < 1) return;
    const flight = fixed ? undefined : this.traffic.flights.get(element);
    let at: Point = { x, y };
    if (flight !== undefined) {
      const from = this.spotOf(flight);
      const share = eased(flight.progress);
      at = { x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share };
    }
    const { label, labelSize } = this.numberOn(element, size);
    const { kinds } = this.moment.run;
    this.lively.push({
      key: `${copy ? "copy" : "element"}-${look}-${element}`,
      type: "token",
      role,
      element,
      ...at,
      size,
      look,
      kind: kinds === null ? -1 : kinds.of(element),
      lit: element >= 0 && element === this.moment.picked,
      label,
      labelSize,
      opacity,
    });
  }

  /** Whether an element is still on its way to where the state has it. */
  flies(element: number): boolean {
    return this.traffic.flights.has(element);
  }

  private get lively(): Shape[] {
    return this.inStrip ? this.strip : this.moving;
  }

  /** The factor for widths of lines, which are given for text of 13 px. */
  get scale(): number {
    return Math.max(1, this.text / 13);
  }

  /** The label of an element's token; empty if the number could not be read at that size. */
  private numberOn(element: number, size: number): { label: string; labelSize: number } {
    if (element < 0) return { label: "", labelSize: 0 };
    const label = String(element);
    const { least } = this.layout;
    const fitting = (size * 0.9) / (0.66 * Math.max(1.5, label.length));
    // In a small token the number may take a larger share, if that makes it readable.
    const wished = Math.min(size * 0.6, Math.max(size * 0.5, least));
    const labelSize = Math.min(wished, fitting);
    return labelSize < least
      ? { label: "", labelSize: 0 }
      : { label, labelSize: tenths(labelSize) };
  }
}

/** Eases a progress from 0 to 1: quick at first, then slowing down. */
export function eased(share: number): number {
  return 1 - (1 - share) ** 3;
}

/** Rounds a coordinate to tenths of a px, for paths and attributes. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
