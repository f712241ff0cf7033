/** The Kotlin lines of a producer's loop, as the programs of the text have it. */

/**
 * `body` for each `i` of `count` elements and `after` behind it; for a count of 0 the loop never ends and
 * nothing comes after it.
 */
export function producerLoop(
  count: number,
  body: readonly string[],
  after: readonly string[],
): readonly string[] {
  const inside = body.map((line) => `    ${line}`);
  if (count === 0) return ["var i = 0", "while (true) {", ...inside, "    i++", "}"];
  return [`repeat(${count}) { i ->`, ...inside, "}", ...after];
}

/** The same lines, further in. */
export function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`));
}
