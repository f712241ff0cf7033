/** A picture as an SVG document of its own: the same shapes, with the page's colours written in. */
import type { Palette } from "./palette.ts";
import type { Shape } from "./shape.ts";
import { PARTS, partsOf } from "./svg-parts.ts";

/** The document's text. `palette` gives the colour of each custom property that the shapes name. */
export function svgOf(
  shapes: readonly Shape[],
  { width, height }: { readonly width: number; readonly height: number },
  palette: Palette,
): string {
  const body = shapes.map((shape) => elementsOf(shape, palette)).join("\n");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif">\n` +
    `<rect width="100%" height="100%" fill="${escaped(palette("--p-page"))}"/>\n${body}\n</svg>\n`
  );
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

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
