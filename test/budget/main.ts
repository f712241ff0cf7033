/**
 * `tsx test/budget/main.ts`, after `vite build`: how much JavaScript the page loads, and when. Exits 1
 * when something is over its budget. 1 kB is 1,000 bytes, gzipped.
 */
import { Build } from "./chunks.ts";

const build = new Build("dist");
const first = new Set([...build.filesOf("index.html"), ...build.scriptsOfPage()]);
const panel = without(build.filesOf("src/views/panel/TabBody.tsx"), first);
const lanes = without(build.filesOf("src/views/stage/lanes/Lane.tsx"), first);
// Each file is counted once, with the first part that loads it: lanes come before strips, and before any tab is opened.
const charts = without(build.filesOf("src/views/stage/StageStrips.tsx"), [...first, ...lanes]);
const highlighter = build.filesOf("src/views/panel/code/HighlightedCode.tsx");
const code = without(
  new Set([...build.filesOf("src/views/panel/code/CodePanel.tsx"), ...highlighter]),
  [...first, ...panel, ...lanes],
);
const motion = without(build.filesOf("src/views/kit/motion-features.ts"), [...first, ...panel]);

const rows = [
  { what: "first load", files: first, limitKb: 110 },
  { what: "lanes with their pictures, right after it", files: lanes, limitKb: 35 },
  { what: "strips, loaded after the first paint", files: charts, limitKb: 110 },
  { what: "panel, loaded after the first paint", files: panel, limitKb: 25 },
  { what: "code and its highlighter", files: code, limitKb: 20 },
  { what: "motion features, loaded with the panel", files: motion, limitKb: 20 },
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
