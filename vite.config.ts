import { createHash } from "node:crypto";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { TallyReporter } from "./test/support/tally-reporter.ts";

/** Tests that replace modules, or need modules that no other test has used: each gets a process of its own. */
const ALONE = [
  "test/views/app.test.tsx",
  "test/views/kit/error-boundary.test.tsx",
  "test/views/panel/reduced-motion.test.tsx",
];

/**
 * The name of a class in the built page: of `head` in `src/views/pipeline/lane.module.css`, `head_pipeline-lane`.
 * Vite's own names hold a hash and a line number, which compress badly.
 */
function generateScopedName(name: string, file: string): string {
  const path = file.replace(/^.*\/src\/views\//, "").replace(/\.module\.css.*$/, "");
  return `${name}_${path.replaceAll("/", "-")}`;
}

/**
 * What Vite makes of `import("./part.ts")`: a helper that first loads the part's stylesheets. Here for a part
 * that has none, which is most of them.
 */
const WRAPPED =
  /[\w$]+\((?:async\(\)=>\{let\{(\w+):(\w+)\}=await (import\(`[^`]+`\));return\{\1:\2\}\}|\(\)=>(import\(`[^`]+`\))),\[\],import\.meta\.url\)/g;

/** Leaves the `import()` alone where the helper would do nothing else: that is half a kB of the first load. */
const plainImports: Plugin = {
  name: "plain-imports",
  apply: "build",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        chunk.code = chunk.code.replace(
          WRAPPED,
          (_wrapped, _name, _local, awaited, plain) => awaited ?? plain,
        );
      }
    },
  },
};

/** All that the built page may load, run and send: its own files, and nothing from another host. */
const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  // A poster and the frames of a loop are drawn from documents that the page itself has made.
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

/** Writes the content security policy into the built page, with its one inline stylesheet by its hash. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
        ([, style = ""]) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
      );
      const content = [...POLICY, `style-src 'self' ${styles.join(" ")}`].join("; ");
      const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
      return html.replace(/<meta charset="[^"]*" \/>/, (charset) => `${charset}\n    ${meta}`);
    },
  },
};

export default defineConfig({
  // Relative addresses: the built page works under any sub-path of any host.
  base: "./",
  plugins: [react(), plainImports, contentSecurityPolicy],
  css: { modules: { generateScopedName } },
  build: {
    target: "es2022",
    manifest: true,
    modulePreload: {
      polyfill: false,
      // A part that is loaded later says itself what it needs: a list of all files would cost more in the
      // first load than the round trip that it saves.
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === "html" ? dependencies : [],
    },
    rolldownOptions: {
      output: {
        // The first load names every part that may follow, and a hash doesn't compress. Fewer are refused.
        chunkFileNames: "assets/[name]-[hash:7].js",
        // All that `main.tsx` imports statically, and so every visit needs, stands in one file: small
        // files compress worse than they cache.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "core",
              tags: ["$initial"],
            },
          ],
        },
      },
    },
  },
  test: {
    // Only against a test that hangs: how fast a machine is decides no test.
    testTimeout: 120_000,
    // Every core: the process that starts the workers has little to do besides.
    maxWorkers: "100%",
    // The files of a worker share what it has loaded and compiled, which costs more than most tests.
    isolate: false,
    reporters: ["default", new TallyReporter()],
    setupFiles: ["test/support/tally.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: [
            "test/{kernel,trace,params,i18n,workloads,systems,house,laws,scenarios,run,store,views,parity,docs}/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          setupFiles: ["test/support/fresh-page.ts"],
          include: ["test/views/**/*.test.tsx"],
          exclude: ALONE,
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          environment: "happy-dom",
          setupFiles: ["test/support/fresh-page.ts"],
          isolate: true,
          include: ALONE,
        },
      },
    ],
  },
});
