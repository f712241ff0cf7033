/**
 * Draws shapes into an SVG element: makes nodes for each key, updates only what has changed, and removes what is
 * gone. React doesn't know these nodes.
 */
import { isSame } from "./same-shape.ts";
import type { Shape } from "./shape.ts";
import { type Attributes, PARTS, partsOf } from "./svg-parts.ts";

const SVG = "http://www.w3.org/2000/svg";

interface Part {
  readonly node: SVGElement;
  readonly shown: Map<string, string | number>;
}

interface Drawn {
  readonly type: Shape["type"];
  readonly root: SVGElement;
  readonly parts: readonly Part[];
  stamp: number;
  last: Shape | null;
}

export class SvgPainter {
  private readonly root: SVGElement;
  private readonly drawn = new Map<string, Drawn>();
  private stamp = 0;

  constructor(root: SVGElement) {
    this.root = root;
  }

  /** Makes the picture show exactly these shapes, in this order of painting. Their keys must be unique. */
  paint(shapes: readonly Shape[]): void {
    this.stamp++;
    for (const shape of shapes) {
      const drawn = this.nodeFor(shape);
      drawn.stamp = this.stamp;
      if (drawn.last !== null && isSame(drawn.last, shape)) continue;
      drawn.last = shape;
      partsOf(shape).forEach((attributes, index) => {
        const part = drawn.parts[index];
        if (part !== undefined) update(part, attributes);
      });
    }
    // Before ordering: an obsolete node would make `order` move every node after it.
    this.takeAway(shapes.length);
    this.order(shapes);
  }

  /** Removes the nodes of shapes that are not among the `count` shapes of this painting. */
  private takeAway(count: number): void {
    if (this.drawn.size === count) return;
    for (const [key, { stamp, root }] of this.drawn) {
      if (stamp === this.stamp) continue;
      root.remove();
      this.drawn.delete(key);
    }
  }

  /** Brings the nodes into the order of painting. Usually none has to move. */
  private order(shapes: readonly Shape[]): void {
    let next = this.root.firstChild;
    for (const { key } of shapes) {
      const root = this.drawn.get(key)?.root;
      if (root === undefined) continue;
      if (root === next) next = next.nextSibling;
      else this.root.insertBefore(root, next);
    }
  }

  private nodeFor(shape: Shape): Drawn {
    const known = this.drawn.get(shape.key);
    if (known?.type === shape.type) return known;
    known?.root.remove();
    const nodes = PARTS[shape.type].map((name) => document.createElementNS(SVG, name));
    const [single] = nodes;
    const root = nodes.length === 1 && single ? single : document.createElementNS(SVG, "g");
    if (root !== single) root.append(...nodes);
    if (shape.type === "token" && shape.element >= 0)
      root.setAttribute("data-element", String(shape.element));
    const drawn: Drawn = {
      type: shape.type,
      root,
      parts: nodes.map((node) => ({ node, shown: new Map() })),
      stamp: 0,
      last: null,
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
    if (name === "text") write(node, String(value));
    else node.setAttribute(name, String(value));
  }
}

/** Reuses the text node: a new node would cost the page another style and layout. */
function write(node: SVGElement, text: string): void {
  const { firstChild } = node;
  if (firstChild === null) node.textContent = text;
  else firstChild.nodeValue = text;
}
