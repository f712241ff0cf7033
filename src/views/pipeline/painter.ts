/**
 * Draws scenes into an SVG element: makes a node for each key, changes only what has changed, and takes
 * away what is gone. React knows nothing of these nodes: they change every frame.
 */
import type { Shape } from "./shape.ts";

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number>>;

interface Part {
  readonly node: SVGElement;
  readonly shown: Map<string, string | number>;
}

interface Drawn {
  readonly type: Shape["type"];
  readonly group: SVGElement;
  readonly parts: readonly Part[];
  stamp: number;
}

/** Which SVG elements a shape is made of, and their attributes now. */
const FORMS: { readonly [T in Shape["type"]]: readonly string[] } = {
  token: ["rect", "text", "path"],
  figure: ["path", "text"],
  rect: ["rect"],
  circle: ["circle"],
  ring: ["path"],
  line: ["path"],
  label: ["text"],
};

export class Painter {
  private readonly root: SVGElement;
  private readonly drawn = new Map<string, Drawn>();
  private stamp = 0;

  constructor(root: SVGElement) {
    this.root = root;
  }

  paint(scene: readonly Shape[]): void {
    this.stamp++;
    let previous: SVGElement | null = null;
    for (const shape of scene) {
      const drawn = this.nodeFor(shape);
      drawn.stamp = this.stamp;
      attributesOf(shape).forEach((attributes, index) => {
        const part = drawn.parts[index];
        if (part !== undefined) update(part, attributes);
      });
      // Order in the scene is order of painting; most frames nothing has to move.
      const expected: ChildNode | null =
        previous === null ? this.root.firstChild : previous.nextSibling;
      if (expected !== drawn.group) this.root.insertBefore(drawn.group, expected);
      previous = drawn.group;
    }
    if (this.drawn.size === scene.length) return;
    for (const [key, { stamp, group }] of this.drawn) {
      if (stamp === this.stamp) continue;
      group.remove();
      this.drawn.delete(key);
    }
  }

  private nodeFor(shape: Shape): Drawn {
    const known = this.drawn.get(shape.key);
    if (known?.type === shape.type) return known;
    known?.group.remove();
    const nodes = FORMS[shape.type].map((name) => document.createElementNS(SVG, name));
    const [single] = nodes;
    const group = nodes.length === 1 && single ? single : document.createElementNS(SVG, "g");
    if (group !== single) group.append(...nodes);
    const drawn: Drawn = {
      type: shape.type,
      group,
      parts: nodes.map((node) => ({ node, shown: new Map() })),
      stamp: 0,
    };
    this.drawn.set(shape.key, drawn);
    return drawn;
  }
}

function update({ node, shown }: Part, attributes: Attributes): void {
  for (const name in attributes) {
    const value = attributes[name] as string | number;
    if (shown.get(name) === value) continue;
    shown.set(name, value);
    if (name === "text") node.textContent = String(value);
    else node.setAttribute(name, String(value));
  }
}

function attributesOf(shape: Shape): Attributes[] {
  const opacity = round(shape.opacity ?? 1);
  switch (shape.type) {
    case "token": {
      const half = shape.size / 2;
      const x = round(shape.x);
      const y = round(shape.y);
      const marked = shape.mark !== "none" && shape.label === "";
      return [
        {
          class: `token ${shape.role}`,
          x: x - half,
          y: y - half,
          width: shape.size,
          height: shape.size,
          rx: Math.min(8, half * 0.55),
          opacity,
        },
        {
          class: `token-label ${shape.role}`,
          x,
          y: y + labelDrop(shape),
          "font-size": labelSize(shape),
          text: shape.label,
          opacity,
        },
        { class: "token-mark", d: marked ? markPath(shape.mark, x, y, half * 0.42) : "", opacity },
      ];
    }
    case "figure": {
      const { x, y, label, kind, sink } = shape;
      // Less room for a number than in a square.
      const size = shape.size * 0.8;
      return [
        {
          class: `figure kind-${kind} ${shape.role}`,
          d: shape.d,
          transform: `translate(${round(x)} ${round(y)})`,
          opacity,
        },
        {
          class: `token-label kind-${kind}`,
          x: round(x),
          y: round(y + labelDrop({ label, size }) + sink * shape.size),
          "font-size": labelSize({ label, size }),
          text: label,
          opacity,
        },
      ];
    }
    case "rect":
      return [
        {
          class: `rect-${shape.style} ${shape.role}`,
          x: round(shape.x),
          y: round(shape.y),
          width: round(shape.width),
          height: round(shape.height),
          rx: shape.corner,
          opacity,
        },
      ];
    case "circle":
      return [
        {
          class: `circle-${shape.style} ${shape.role}`,
          cx: round(shape.x),
          cy: round(shape.y),
          r: shape.radius,
          opacity,
        },
      ];
    case "ring":
      return [
        {
          class: `ring ${shape.role}`,
          d: arcPath(shape.x, shape.y, shape.radius, shape.share),
          opacity,
        },
      ];
    case "line":
      return [
        {
          class: `line-${shape.style} ${shape.role}`,
          d: shape.d,
          "stroke-dashoffset": round(shape.shift ?? 0),
          opacity,
        },
      ];
    case "label":
      return [
        {
          class: `label-${shape.style} ${shape.role}`,
          x: round(shape.x),
          y: round(shape.y),
          "text-anchor": shape.anchor,
          text: shape.text,
          opacity,
        },
      ];
  }
}

function labelSize({ label, size }: { label: string; size: number }): number {
  const fitting = (size * 1.45) / Math.max(2, label.length);
  return Math.max(6, Math.min(13, Math.round(fitting * 2) / 2));
}

function labelDrop(token: { label: string; size: number }): number {
  return labelSize(token) * 0.36;
}

function markPath(mark: "cross" | "tick" | "none", x: number, y: number, r: number): string {
  if (mark === "cross")
    return `M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`;
  if (mark === "tick")
    return `M${x - r} ${y}L${x - r * 0.2} ${y + r * 0.8}L${x + r} ${y - r * 0.7}`;
  return "";
}

function arcPath(x: number, y: number, radius: number, share: number): string {
  if (share <= 0) return "";
  // An arc that ends where it begins is none: a whole circle is two halves.
  if (share > 0.995) {
    const half = `A${radius} ${radius} 0 0 1 ${x}`;
    return `M${x} ${y - radius}${half} ${y + radius}${half} ${y - radius}`;
  }
  const angle = share * 2 * Math.PI;
  const endX = round(x + radius * Math.sin(angle));
  const endY = round(y - radius * Math.cos(angle));
  return `M${x} ${y - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${endX} ${endY}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
