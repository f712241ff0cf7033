import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Painter } from "../../../src/views/pipeline/painter.ts";
import { sceneAt } from "../../../src/views/pipeline/scene.ts";
import type { Shape } from "../../../src/views/pipeline/shape.ts";
import { anyRun } from "../../support/random-specs.ts";
import { rounds } from "../../support/rounds.ts";
import { specOf } from "../../support/runs.ts";
import { anyLook, anyMoment, inputAt, inputAtMs, positionOf, recordingOf } from "./moments.ts";

const newRoot = () => document.createElementNS("http://www.w3.org/2000/svg", "svg");

/** What a scene looks like when nothing was painted before it. */
function freshly(scene: readonly Shape[]): string {
  const root = newRoot();
  new Painter(root).paint(scene);
  return root.innerHTML;
}

function dot(key: string, x = 0): Shape {
  return { key, type: "circle", style: "bead", role: "quiet", x, y: 0, radius: 3 };
}

function text(key: string, words: string): Shape {
  const place = { x: 0, y: 0, anchor: "middle", style: "note" } as const;
  return { key, type: "label", role: "quiet", text: words, ...place };
}

afterEach(() => vi.restoreAllMocks());

describe("Painter", () => {
  it("leaves what a fresh painting of the last scene would be, whatever was painted before", () => {
    const asked = fc.array(fc.record({ moment: anyMoment, look: anyLook }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(anyRun, asked, (spec, moments) => {
        const recording = recordingOf(spec);
        const root = newRoot();
        const painter = new Painter(root);
        for (const { moment, look } of moments) {
          const scene = sceneAt(inputAt(recording, positionOf(recording, moment), look));
          painter.paint(scene);
          expect(root.childNodes.length).toBe(scene.length);
          expect(root.innerHTML).toBe(freshly(scene));
        }
      }),
      { numRuns: rounds(20) },
    );
  });

  it("keeps the order of the scene when keys change places", () => {
    const order = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    fc.assert(
      fc.property(order, order, (before, after) => {
        const root = newRoot();
        const painter = new Painter(root);
        painter.paint(before.map((key, x) => dot(key, x)));
        const scene = after.map((key, x) => dot(key, x));
        painter.paint(scene);
        expect(root.innerHTML).toBe(freshly(scene));
      }),
      { numRuns: rounds(100) },
    );
  });

  it("uses the node of a key again, wherever it stands", () => {
    const root = newRoot();
    const painter = new Painter(root);
    painter.paint([dot("a"), dot("b"), dot("c")]);
    const [a, b, c] = [...root.childNodes];
    painter.paint([dot("c"), dot("x"), dot("a", 7)]);
    expect([...root.childNodes].map((node) => [a, b, c].indexOf(node as ChildNode))).toEqual([
      2, -1, 0,
    ]);
  });

  it("makes a new node when a key becomes another kind of shape", () => {
    const root = newRoot();
    const painter = new Painter(root);
    painter.paint([dot("a"), dot("b")]);
    const scene = [text("a", "now a word"), dot("b")];
    painter.paint(scene);
    expect(root.innerHTML).toBe(freshly(scene));
  });

  it("sets only what has changed", () => {
    const root = newRoot();
    const painter = new Painter(root);
    painter.paint([dot("a", 1), dot("b", 2), text("c", "one")]);
    const set = vi.spyOn(Element.prototype, "setAttribute");
    const placed = vi.spyOn(Node.prototype, "insertBefore");
    painter.paint([dot("a", 1), dot("b", 2), text("c", "one")]);
    expect(set).not.toHaveBeenCalled();
    painter.paint([dot("a", 1), dot("b", 5), text("c", "two")]);
    expect(set.mock.calls).toEqual([["cx", "5"]]);
    expect(placed).not.toHaveBeenCalled();
    expect(root.textContent).toBe("two");
  });

  it("moves nothing and makes nothing between two frames of a quiet moment", () => {
    const recording = recordingOf(specOf());
    const root = newRoot();
    const painter = new Painter(root);
    painter.paint(sceneAt(inputAtMs(recording, 5450)));
    const made = vi.spyOn(document, "createElementNS");
    const placed = vi.spyOn(Node.prototype, "insertBefore");
    painter.paint(sceneAt(inputAtMs(recording, 5460)));
    expect(made).not.toHaveBeenCalled();
    expect(placed).not.toHaveBeenCalled();
  });

  it("paints an empty scene as nothing", () => {
    const root = newRoot();
    const painter = new Painter(root);
    painter.paint([dot("a"), dot("b")]);
    painter.paint([]);
    expect(root.childNodes.length).toBe(0);
  });

  it("what is done carries a tick and what is lost a cross, each a line and not a colour alone", () => {
    const marked = (mark: "tick" | "cross" | "none"): Shape => ({
      key: "a",
      type: "token",
      role: "done",
      mark,
      label: "",
      x: 20,
      y: 20,
      size: 20,
    });
    const drawn = (["tick", "cross", "none"] as const).map((mark) => {
      const root = newRoot();
      new Painter(root).paint([marked(mark)]);
      return root.querySelector("path")?.getAttribute("d");
    });
    expect(new Set(drawn).size).toBe(3);
    expect(drawn[2]).toBe("");
  });
});
