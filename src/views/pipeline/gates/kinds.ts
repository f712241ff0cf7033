/** Elements of several kinds: every element of a scene gets the form and the colour of its kind. */
import type { ElementKinds } from "../../../systems/index.ts";
import type { Figure, Label, Shape, Token } from "../shape.ts";
import { COLOURS, FORMS, formOf, sinkOf } from "./kind-forms.ts";

/** Draws elements by their kind. Outlines are made once for each kind and size. */
export class KindDresser {
  private readonly kinds: ElementKinds;
  private readonly outlines = new Map<number, string>();

  constructor(kinds: ElementKinds) {
    this.kinds = kinds;
  }

  dressed(scene: readonly Shape[]): Shape[] {
    return scene.map((shape) => {
      if (shape.type === "token" && shape.label !== "") return this.element(shape);
      return shape.type === "label" && isHand(shape) ? this.hand(shape) : shape;
    });
  }

  /** The form of a kind without a number. */
  sample(key: string, kind: number, x: number, y: number, size: number): Figure {
    return this.figure({ key, role: "quiet", x, y, size, label: "" }, kind);
  }

  private element({ key, role, x, y, size, label, opacity = 1 }: Token): Figure {
    return { ...this.figure({ key, role, x, y, size, label }, this.kindOf(label)), opacity };
  }

  private hand({ key, x, y, text }: Label): Figure {
    return this.figure(
      { key, role: "quiet", x, y: y - 5, size: 30, label: text },
      this.kindOf(text),
    );
  }

  private kindOf(label: string): number {
    return this.kinds.of(Number(label));
  }

  private figure(
    place: Pick<Figure, "key" | "role" | "x" | "y" | "size" | "label">,
    kind: number,
  ): Figure {
    return {
      ...place,
      type: "figure",
      kind: (kind % FORMS) % COLOURS,
      sink: sinkOf(kind),
      d: this.outline(kind, place.size),
    };
  }

  private outline(kind: number, size: number): string {
    const key = (kind % FORMS) * 10_000 + Math.round(size * 10);
    let outline = this.outlines.get(key);
    if (outline === undefined) {
      outline = formOf(kind, size);
      this.outlines.set(key, outline);
    }
    return outline;
  }
}

/** The number of an element in a worker's hand. */
function isHand({ key, text }: Label): boolean {
  return /^worker-\d+-number$/.test(key) && /^\d+$/.test(text);
}
