import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the built page works under any sub-path of any host.
  base: "./",
  plugins: [react()],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // What everything needs stands in one file: small files compress worse than they cache.
        codeSplitting: {
          groups: [
            {
              name: "core",
              test: /src\/(engine|i18n|params|workloads|strategies|scenarios|run|store)\/(?!kotlin-program)|node_modules\/(react|react-dom|scheduler|zustand)\/|rolldown|preload-helper|playground-context/,
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
            "test/{engine,params,i18n,workloads,strategies,scenarios,run,store,views,parity,docs}/**/*.test.ts",
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
