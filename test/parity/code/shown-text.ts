/** The program that the page shows for a strategy and its settings, verbatim. */
import type { Values } from "../../../src/params/index.ts";
import { type StrategyId, sourceTextOf, strategyOf } from "../../../src/systems/index.ts";
import { catalogue } from "../../support/everything.ts";
import type { KotlinFile } from "./compile-kotlin.ts";

/** The strategy whose program is shown, and its settings. */
export interface Shown {
  readonly strategy: StrategyId;
  readonly values: Values;
}

/** Returns the text that the page shows. */
export function shownText({ strategy, values }: Shown): string {
  return sourceTextOf(strategyOf(catalogue, strategy), values, "en").text;
}

/** The package in which the shown text of case number `index` is compiled, so that it does not clash with others. */
const shownPackage = (index: number) => `shown${index}`;

/** The class that contains the `main` of a shown Kotlin text. */
export const shownClass = (index: number) => `${shownPackage(index)}.ProgramKt`;

/** Returns the file of a shown Kotlin text for the compiler. */
export function shownKotlin(shown: Shown, index: number): KotlinFile {
  const name = shownPackage(index);
  return { path: `${name}/Program.kt`, text: `package ${name}\n\n${shownText(shown)}` };
}
