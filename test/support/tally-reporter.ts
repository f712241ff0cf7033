/** Prints after the tests how many recordings they replayed and how many random runs they checked. */
import type { Reporter, TestModule } from "vitest/node";
import { LONG_ROUNDS } from "./rounds.ts";
import type { Tally } from "./tally.ts";

export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let recordings = 0;
    let randomRuns = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const tally: Tally = test.meta();
        recordings += tally.recordings ?? 0;
        randomRuns += tally.randomRuns ?? 0;
      }
    }
    const length = LONG_ROUNDS ? "long" : "short";
    process.stdout.write(
      `${recordings} recordings replayed, ${randomRuns} random runs checked (${length} rounds)\n`,
    );
  }
}
