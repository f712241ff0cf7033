import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { TallyReporter } from "./test/support/tally-reporter.ts";

/**
 * What every visit needs. Scenarios but the first, strategies of their own and what only the drawer asks
 * of a run are loaded when they are wanted.
 */
const CORE = new RegExp(
  [
    /src\/(i18n|params|kernel|trace|systems\/kotlin\/(coroutines|channels\/(?!receive-or)))/,
    /src\/workloads\/(index|arrivals|params|pick|rhythms|service|whole-ms)/,
    /src\/systems\/(index|catalogue|strategy|source-text|system|topology|losses|params\/capacity|kotlin\/(index|system|program|define-strategy|code\/(blocks|kotlin-program|plain-program|shared|workload-code))|kotlin\/programs\/(channel-strategy|producer-and|workers))/,
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

/** Tests that replace modules, or need modules that no other test has used: each gets a process of its own. */
const ALONE = [
  "test/views/app.test.tsx",
  "test/views/kit/error-boundary.test.tsx",
  "test/views/panel/reduced-motion.test.tsx",
];

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
    // Every core: the process that starts the workers has little to do besides.
    maxWorkers: "100%",
    // The files of a worker share what it has loaded and compiled, which costs more than most tests.
    isolate: false,
    reporters: ["default", new TallyReporter()],
    setupFiles: ["test/support/everything.ts", "test/support/tally.ts"],
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
        test: { name: "alone", environment: "happy-dom", isolate: true, include: ALONE },
      },
    ],
  },
});
