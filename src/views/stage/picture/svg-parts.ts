/** A shape as SVG elements with attributes, for the painter of the page and for exports. */
import { colourName, kindColourName, paintsOf } from "./looks.ts";
import { tenths } from "./pen.ts";
import type { Dots, Label, Path, Role, Shape, Token } from "./shape.ts";
import { crossOf, outlineOf, sinkOf } from "./token-form.ts";

export type Attributes = Readonly<Record<string, string | number>>;

/** The names of the elements that each type of shape is made of, in the order of `partsOf`. */
export const PARTS: { readonly [T in Shape["type"]]: readonly string[] } = {
  token: ["path", "path", "text"],
  rect: ["rect"],
  circle: ["circle"],
  ring: ["path"],
  path: ["path"],
  label: ["text"],
  dots: ["path"],
};

/** The attributes of each element of a shape. `text` is not an attribute, but the content of a text element. */
export function partsOf(shape: Shape): Attributes[] {
  switch (shape.type) {
    case "token":
      return tokenParts(shape);
    case "rect":
      return [
        {
          x: tenths(shape.x),
          y: tenths(shape.y),
          width: tenths(shape.width),
          height: tenths(shape.height),
          rx: tenths(shape.corner),
          ...painted(shape.role, shape.look, 1.6),
          opacity: hundredths(shape.opacity),
        },
      ];
    case "circle":
      return [
        {
          cx: tenths(shape.x),
          cy: tenths(shape.y),
          r: tenths(shape.radius),
          ...painted(shape.role, shape.look, Math.max(1.6, shape.radius * 0.055)),
          opacity: hundredths(shape.opacity),
        },
      ];
    case "ring":
      return [
        {
          d: arc(shape.x, shape.y, shape.radius, shape.share),
          fill: "none",
          stroke: `var(--p-${shape.role})`,
          "stroke-width": tenths(shape.width),
          "stroke-linecap": "round",
          opacity: hundredths(shape.opacity),
        },
      ];
    case "path":
      return [pathPart(shape)];
    case "label":
      return [labelPart(shape)];
    case "dots":
      return [
        { d: dotsPath(shape), fill: `var(--p-${shape.role})`, opacity: hundredths(shape.opacity) },
      ];
  }
}

function tokenParts(token: Token): Attributes[] {
  const { role, size, look, kind, label, labelSize, lit } = token;
  const transform = `translate(${tenths(token.x)} ${tenths(token.y)})`;
  const opacity = hundredths(token.opacity);
  const solid = look === "solid";
  const kinded = kind >= 0;
  const fill = kinded ? kindColourName(kind, "fill") : `--p-${role}`;
  const line = kinded ? kindColourName(kind, "line") : `--p-${role}-ink`;
  const on = kinded ? kindColourName(kind, "on") : `--p-${role}-on`;
  return [
    {
      class: "token",
      d: outlineOf(kind, size),
      transform,
      fill: solid ? `var(${fill})` : look === "ghost" ? `var(--p-${role}-soft)` : "none",
      stroke: lit
        ? "var(--p-text)"
        : solid && !kinded
          ? "none"
          : `var(${solid ? line : `--p-${role}-ink`})`,
      "stroke-width": tenths(lit ? Math.max(3, size * 0.14) : Math.max(1, size * 0.055)),
      "stroke-dasharray": solid || lit ? "none" : `${tenths(size * 0.14)} ${tenths(size * 0.1)}`,
      opacity,
    },
    {
      d: look === "ghost" ? crossOf(size) : "",
      transform,
      fill: "none",
      stroke: `var(--p-${role})`,
      "stroke-width": tenths(Math.max(1.4, size * 0.085)),
      "stroke-linecap": "round",
      opacity: tenths(opacity * (label === "" ? 1 : 0.75)),
    },
    {
      x: tenths(token.x),
      y: tenths(token.y + labelSize * 0.36 + sinkOf(kind) * size),
      "font-size": labelSize,
      "font-weight": 650,
      "text-anchor": "middle",
      fill: solid ? `var(${on})` : `var(--p-${role}-ink)`,
      stroke: look === "ghost" ? `var(--p-${role}-soft)` : "none",
      "stroke-width": look === "ghost" ? tenths(labelSize * 0.28) : 0,
      "paint-order": "stroke",
      opacity,
      text: label,
    },
  ];
}

function pathPart({ d, role, look, width, shift = 0, opacity }: Path): Attributes {
  return {
    d,
    ...painted(role, look, width),
    "stroke-dashoffset": tenths(shift),
    opacity: hundredths(opacity),
  };
}

function labelPart({ role, x, y, text, size, anchor, weight, on, opacity }: Label): Attributes {
  const ink = role === "quiet" && weight === "strong" ? "--p-text" : `--p-${role}-ink`;
  return {
    class: "label",
    x: tenths(x),
    y: tenths(y),
    "font-size": tenths(size),
    "font-weight": weight === "strong" ? 680 : 450,
    "text-anchor": anchor,
    fill: `var(${on === true ? `--p-${role}-on` : ink})`,
    "stroke-width": on === true ? 0 : tenths(size * 0.3),
    opacity: hundredths(opacity),
    text,
  };
}

/** Fill and stroke of a look, with dashes in widths of the stroke. */
function painted(role: Role, look: Path["look"], width: number): Attributes {
  const paints = paintsOf(look);
  const fill = colourName(role, paints.fill);
  const stroke = colourName(role, paints.stroke);
  const dash = paints.dash?.map((share) => tenths(share * Math.max(1, width))).join(" ");
  return {
    fill: fill === null ? "none" : `var(${fill})`,
    stroke: stroke === null || width <= 0 ? "none" : `var(${stroke})`,
    "stroke-width": tenths(width),
    "stroke-dasharray": dash ?? "none",
    "stroke-linecap": paints.round === true ? "round" : "butt",
    "stroke-linejoin": "round",
  };
}

/** All dots as one path: a node for each would be too many. */
function dotsPath({ x, bottom, columns, count, pitch, size }: Dots): string {
  const gap = (pitch - size) / 2;
  let d = "";
  for (let i = 0; i < count; i++) {
    const left = x + (i % columns) * pitch + gap;
    const top = bottom - (Math.floor(i / columns) + 1) * pitch + gap;
    d += `M${tenths(left)} ${tenths(top)}h${tenths(size)}v${tenths(size)}h${tenths(-size)}z`;
  }
  return d;
}

/** An arc from the top. A whole circle is two halves, because SVG draws no arc that ends where it begins. */
function arc(x: number, y: number, radius: number, share: number): string {
  const [cx, cy, r] = [tenths(x), tenths(y), tenths(radius)];
  if (share > 0.995) {
    const half = `A${r} ${r} 0 0 1 ${cx}`;
    return `M${cx} ${tenths(cy - r)}${half} ${tenths(cy + r)}${half} ${tenths(cy - r)}`;
  }
  const angle = share * 2 * Math.PI;
  const end = `${tenths(x + radius * Math.sin(angle))} ${tenths(y - radius * Math.cos(angle))}`;
  return `M${cx} ${tenths(cy - r)}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${end}`;
}

function hundredths(value = 1): number {
  return Math.round(value * 100) / 100;
}
