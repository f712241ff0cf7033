import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the built page works under any sub-path of any host.
  base: "./",
  plugins: [react()],
  build: { target: "es2022", modulePreload: { polyfill: false }, manifest: true },
  test: {
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
