/** Makes QR codes. */
import { encode } from "uqr";

/** The dark modules of the code for a text, as the `d` of a path in a square of `size` modules with its quiet zone. */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { border: 2 });
  const squares = data.flatMap((line, y) =>
    line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join("") };
}
