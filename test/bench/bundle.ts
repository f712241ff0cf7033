import { join } from "node:path";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "../..");

/**
 * Bundles what the child processes run, once, as plain JavaScript: a loader that compiles on the fly
 * wraps functions and would be measured too. Returns the path of the program.
 */
export async function bundleChild(): Promise<string> {
  const outDir = join(ROOT, "node_modules/.cache/bench");
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: join(import.meta.dirname, "child.ts"),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "child.mjs", chunkFileNames: "[name].mjs" } },
    },
  });
  return join(outDir, "child.mjs");
}
