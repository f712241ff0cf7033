import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the built page works under any sub-path of any host.
  base: "./",
  plugins: [react()],
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
    // What the page loads when it is needed is there from the start.
    setupFiles: ["test/support/everything.ts"],
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
          include: ["test/views/**/*.test.tsx"],
        },
      },
    ],
  },
});
