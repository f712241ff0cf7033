/** The layers of `src`, read from their only source: the `references` in each folder's tsconfig.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const SRC = join(import.meta.dirname, "../../src");

/** The layers that `layer` may import. */
export function allowedFor(layer: string): readonly string[] {
  const config = JSON.parse(readFileSync(join(SRC, layer, "tsconfig.json"), "utf8"));
  return (config.references ?? []).map(({ path }: { path: string }) => path.slice(3));
}

/** The layers below `layer`: those that it may import, those that these may import, and so on; sorted. */
export function layersBelow(layer: string): readonly string[] {
  const below = new Set<string>();
  const add = (name: string): void => {
    for (const each of allowedFor(name)) {
      below.add(each);
      add(each);
    }
  };
  add(layer);
  return [...below].toSorted();
}
