import { describe, expect, it } from "vitest";
import { svgElements } from "../../../../src/views/stage/picture/export-svg.ts";
import { crewsOf, pictureLayout, sceneOf } from "../../../../src/views/stage/picture/scene.ts";
import type { Shape, Token } from "../../../../src/views/stage/picture/shape.ts";
import { SvgPainter } from "../../../../src/views/stage/picture/svg-painter.ts";
import { type Given, momentOf } from "./fixture.ts";
import { moments } from "./moments.ts";

const token = (element: number, x: number): Token => ({
  ...{ type: "token", key: `element-${element}`, role: "waiting", element, x, y: 20, size: 30 },
  ...{ look: "solid", kind: -1, label: String(element), labelSize: 13, lit: false },
});

function surface() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  return { svg, painter: new SvgPainter(svg) };
}

describe("the nodes of a picture", () => {
  it("are kept, moved and removed with what they stand for", () => {
    const { svg, painter } = surface();
    painter.paint([token(1, 10), token(2, 50)]);
    const [first, second] = [...svg.children];
    expect(svg.textContent).toBe("12");
    painter.paint([token(2, 10), token(3, 50)]);
    expect(svg.children[0]).toBe(second);
    expect(second?.querySelector("path")?.getAttribute("transform")).toBe("translate(10 20)");
    expect(first?.isConnected).toBe(false);
    expect(svg.children).toHaveLength(2);
  });

  it("are in the order of painting", () => {
    const { svg, painter } = surface();
    painter.paint([token(1, 10), token(2, 50)]);
    painter.paint([token(2, 50), token(1, 10)]);
    expect([...svg.children].map((node) => node.getAttribute("data-element"))).toEqual(["2", "1"]);
  });

  it("stay where they are when one among them comes or goes", () => {
    const { svg, painter } = surface();
    painter.paint([token(1, 10), token(2, 50), token(3, 90), token(4, 130)]);
    const moved: (string | null)[] = [];
    const insert = svg.insertBefore.bind(svg);
    svg.insertBefore = <T extends Node>(node: T, before: Node | null): T => {
      moved.push((node as unknown as Element).getAttribute("data-element"));
      return insert(node, before);
    };
    painter.paint([token(1, 10), token(3, 90), token(4, 130)]);
    expect(moved).toEqual([]);
    painter.paint([token(1, 10), token(5, 50), token(3, 90), token(4, 130)]);
    expect(moved).toEqual(["5"]);
  });

  it("are changed only if something has changed", () => {
    const { svg, painter } = surface();
    painter.paint([token(1, 10)]);
    const changes: string[] = [];
    const node = svg.querySelector("path");
    const set = node?.setAttribute.bind(node);
    if (node !== null) {
      node.setAttribute = (name: string, value: string) => {
        changes.push(name);
        set?.(name, value);
      };
    }
    painter.paint([token(1, 10)]);
    expect(changes).toEqual([]);
    painter.paint([token(1, 12)]);
    expect(changes).toEqual(["transform"]);
  });
});

describe("an export", () => {
  const shapes = (name: string): Shape[] => {
    const moment = momentOf(moments[name] as Given);
    const room = { width: 900, height: 320 };
    const { under, strip, still, moving } = sceneOf(
      moment,
      pictureLayout(moment.run.topology, crewsOf(moment.state), room),
    );
    return [...under, ...strip, ...still, ...moving];
  };

  it.each(["held", "dropOldest", "kinds", "node", "leak"])(
    "of %s is a complete document",
    (name) => {
      const palette = (property: string) => (property.endsWith("-soft") ? "#eee" : "#123456");
      const text = `<svg xmlns="http://www.w3.org/2000/svg">${svgElements(shapes(name), palette)}</svg>`;
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      expect(parsed.querySelector("parsererror")).toBeNull();
      expect(text).not.toContain("var(");
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      expect(parsed.querySelectorAll("text").length).toBeGreaterThan(4);
    },
  );
});
