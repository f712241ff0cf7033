/** The Kotlin lines that many programs share: the loop of a producer, and the blocks of `main`. */

/** The same lines, `by` spaces further in. */
export function indented(lines: readonly string[], by = 4): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`));
}

/**
 * `body` for each `i` of `count` elements and `after` behind it; for a count of 0 the loop never ends and
 * nothing comes after it.
 */
export function producerLoop(
  count: number,
  body: readonly string[],
  after: readonly string[],
): readonly string[] {
  if (count === 0) return ["var i = 0", "while (true) {", ...indented(body), "    i++", "}"];
  return [`repeat(${count}) { i ->`, ...indented(body), "}", ...after];
}

/** The block of `main` that launches the producer, with such a loop. */
export function producerBlock(
  count: number,
  body: readonly string[],
  after: readonly string[] = ["channel.close()"],
): readonly string[] {
  return indented([
    "launch {                                  // producer",
    ...indented(producerLoop(count, body, after)),
    "}",
  ]);
}

/** The block of `main` that launches the consumer: for each `element` of the channel, `body`. */
export function consumerBlock(body: readonly string[]): readonly string[] {
  return indented([
    "launch {                                  // consumer",
    "    for (element in channel) {",
    ...indented(body, 8),
    "    }",
    "}",
  ]);
}

/** The last line of a body that ends before its children do. */
export function bodyEnd(bodyMs: number): string {
  return `${`    delay(${bodyMs})`.padEnd(46)}// ends the body, not its children`;
}
