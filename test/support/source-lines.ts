/** The lines of a strategy's text, marks included. */
import type { Values } from "../../src/params/index.ts";
import { type StrategyId, strategyOf } from "../../src/systems/index.ts";
import { kotlinWriter } from "../../src/systems/kotlin/code/kotlin-writer.ts";
import type { Source } from "../../src/systems/source-text.ts";
import { catalogue } from "./everything.ts";

export function sourceLines(strategy: StrategyId, values: Values): Source {
  return strategyOf(catalogue, strategy).source(values, kotlinWriter);
}
