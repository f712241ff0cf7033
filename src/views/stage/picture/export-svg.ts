/** A picture as SVG: the same shapes as on the page, with the page's colours written in. */
import type { Palette } from "./palette.ts";
import type { Shape } from "./shape.ts";
import { PARTS, partsOf } from "./svg-parts.ts";

/** The shapes of a picture as SVG markup. `palette` gives the colour of each custom property that they name. */
export function svgElements(shapes: readonly Shape[], palette: Palette): string {
  return shapes.map((shape) => elementsOf(shape, palette)).join("\n");
}

function elementsOf(shape: Shape, palette: Palette): string {
  return partsOf(shape)
    .map((attributes, index) => {
      const name = PARTS[shape.type][index] ?? "g";
      let text = "";
      let written = "";
      for (const [key, value] of Object.entries(attributes)) {
        if (key === "text") text = escaped(String(value));
        else if (key !== "class" && value !== "") {
          const coloured = String(value).replace(/var\((--[\w-]+)\)/g, (_, property: string) =>
            palette(property),
          );
          written += ` ${key}="${escaped(coloured)}"`;
        }
      }
      if (shape.type === "label") {
        written += ` paint-order="stroke" stroke="${escaped(palette("--p-page"))}" stroke-linejoin="round"`;
      }
      return text === "" ? `<${name}${written}/>` : `<${name}${written}>${text}</${name}>`;
    })
    .join("");
}

/** Escapes a text for SVG, between elements or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
