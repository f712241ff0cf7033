/**
 * `node --import launch.mjs program.mjs outputFile untilMs`: runs a program on the machine's own clock, and writes
 * every line that it prints, with its time, as `Launch.kt` does.
 */
import { writeFileSync } from "node:fs";
import { format } from "node:util";

const [, , outputFile, untilMs] = process.argv;
const beganMs = performance.now();
const lines = [];
let isStopped = false;

console.log = (...args) => {
  lines.push(`${Math.floor(performance.now() - beganMs)}\t${format(...args)}\n`);
};

process.on("exit", (code) => {
  const how = isStopped ? "stopped" : code === 0 ? "completed" : `exit code ${code}`;
  writeFileSync(outputFile, `${lines.join("")}end\t${how}\n`);
});

// The timer does not keep alive a program that has come to its end.
setTimeout(() => {
  isStopped = true;
  process.exit();
}, Number(untilMs)).unref();
