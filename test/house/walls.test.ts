/**
 * The walls between the layers of `src`, whose only source is the `references` in each folder's tsconfig.json.
 * TypeScript rejects an import of a folder that is not referenced; these tests check what TypeScript does not look at.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { allowedFor, layersBelow, SRC } from "./layers.ts";

const PACKAGES_OF: Readonly<Record<string, readonly string[]>> = {
  store: ["zustand"],
  views: ["framer-motion", "highlight.js", "react", "react-dom", "recharts", "uqr", "zustand"],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\/.*\.tsx?$/.test(file),
);
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), "utf8");
  const found = text.matchAll(/(?:\bfrom\s+|^import\s+|\bimport\(\s*)"([^"\n]+)"/gm);
  return [...found].map(([, specifier]) => ({ file, specifier: specifier as string }));
});

function targetOf({ file, specifier }: Import): string | null {
  return specifier.startsWith(".") ? relative(SRC, join(SRC, dirname(file), specifier)) : null;
}

function layerOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

test("a layer imports only the layers that its TypeScript project references", () => {
  expect(imports.length).toBeGreaterThan(500);
  const wrong = imports.filter((each) => {
    const target = targetOf(each);
    const layer = layerOf(each.file);
    return (
      target !== null && layerOf(target) !== layer && !allowedFor(layer).includes(layerOf(target))
    );
  });
  expect(wrong).toEqual([]);
});

test("a layer is entered only through an index.ts", () => {
  const wrong = imports.filter((each) => {
    const target = targetOf(each);
    if (target === null || layerOf(target) === layerOf(each.file)) return false;
    return !target.endsWith("/index.ts") && !/\.(css|grit)$/.test(target);
  });
  expect(wrong).toEqual([]);
});

test("the layers below the store import no package", () => {
  const wrong = imports.filter((each) => {
    if (targetOf(each) !== null) return false;
    const name = each.specifier.split("/")[0] as string;
    return PACKAGES_OF[layerOf(each.file)]?.includes(name) !== true;
  });
  expect(wrong).toEqual([]);
});

test("Biome forbids clocks, timers, promises and random numbers in every layer below the store", () => {
  const { overrides } = JSON.parse(readFileSync(join(SRC, "../biome.json"), "utf8"));
  const pure = overrides.find(({ plugins }: { plugins?: readonly string[] }) =>
    plugins?.some((plugin) => plugin.endsWith("/determinism.grit")),
  );
  const names = layersBelow("store").map((layer) => `src/${layer}/**`);
  expect(pure.includes.toSorted()).toEqual(names);
});
