import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * What every visit needs. Scenarios but the first, strategies of their own and what only the drawer asks
 * of a run are loaded when they are wanted.
 */
const CORE = new RegExp(
  [
    /src\/(i18n|params|kernel|trace|systems\/kotlin\/(coroutines|channels\/(?!receive-or)))/,
    /src\/workloads\/(index|arrivals|params|pick|rhythms|service|whole-ms)/,
    /src\/systems\/(index|catalogue|strategy|program|fact|heap-model|params\/capacity|kotlin\/index|kotlin\/programs\/(channel-strategy|producer-and|workers))/,
    /src\/systems\/kotlin\/strategies\/plain\/[a-z-]+\.ts/,
    /src\/scenarios\/(index|registry|scenario|fast-producer)/,
    /src\/run\/(?!transcript|claim-run|lifeline|monitor|series)/,
    /src\/store\/(?!read-link|link|load-link|misplaced)/,
    /node_modules\/(react|react-dom|scheduler|zustand)\//,
    /rolldown|preload-helper|playground-context|views\/pipeline\/(words|brush|shape|layout|cells|landing|pile)/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

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
        // What everything needs stands in one file: small files compress worse than they cache.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: "core",
              test: CORE,
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
