/**
 * `tsx test/budget/main.ts`, after `vite build`: how much JavaScript the page loads, and when. Exits 1
 * when something is over its budget. 1 kB is 1,000 bytes, gzipped.
 */
import { Build } from "./chunks.ts";

const build = new Build("dist");
const first = new Set([...build.filesOf("index.html"), ...build.scriptsOfPage()]);
const drawer = without(build.filesOf("src/views/drawer/Panel.tsx"), first);
const charts = without(build.filesOf("src/views/charts/index.ts"), first);
const highlighter = build.filesOf("src/views/drawer/HighlightedCode.tsx");
const code = without(
  new Set([...build.filesOf("src/views/drawer/CodePanel.tsx"), ...highlighter]),
  [...first, ...drawer],
);
const motion = without(build.filesOf("src/views/motion-features.ts"), [...first, ...drawer]);

const rows = [
  { what: "first load", files: first, limitKb: 110 },
  { what: "charts, loaded after the first paint", files: charts, limitKb: 110 },
  { what: "drawer, loaded when it is opened", files: drawer, limitKb: 25 },
  { what: "code and its highlighter", files: code, limitKb: 20 },
  { what: "motion features, loaded with the drawer", files: motion, limitKb: 20 },
];

process.stdout.write("JavaScript, gzipped (1 kB = 1,000 bytes)\n");
for (const { what, files, limitKb } of rows) {
  const kb = build.gzippedBytes(files) / 1000;
  const over = kb > limitKb;
  if (over) process.exitCode = 1;
  const line = `${what.padEnd(42)}${kb.toFixed(1).padStart(7)} kB   at most ${limitKb}`;
  process.stdout.write(`${line}${over ? "   OVER" : ""}\n`);
  for (const file of files) process.stdout.write(`    ${file}\n`);
}

function without(files: Iterable<string>, others: Iterable<string>): string[] {
  const excluded = new Set(others);
  return [...files].filter((file) => !excluded.has(file));
}
