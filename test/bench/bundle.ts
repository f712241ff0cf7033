import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../support/commit-worktree.ts";

/** The folder into which this commit's program is built. */
const OWN_OUT_DIR = join(ROOT, "node_modules/.cache/bench");

/**
 * Bundles the program of the child processes once, as plain JavaScript: a loader that compiles on the fly
 * wraps functions, and that would be measured too. `root` is the repository to take it from, this one or
 * another commit's worktree. Returns the path of the program.
 */
export async function bundleChild(root = ROOT, outDir = OWN_OUT_DIR): Promise<string> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: join(root, "test/bench/child.ts"),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "child.mjs", chunkFileNames: "[name].mjs" } },
    },
  });
  return join(outDir, "child.mjs");
}
