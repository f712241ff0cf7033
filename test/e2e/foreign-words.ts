/** Finds words of the other language that were left on the page. */
import type { Language } from "../../src/i18n/index.ts";
import { defaultsOf } from "../../src/params/index.ts";
import type { Scenario } from "../../src/scenarios/index.ts";
import { sourceTextOf, strategyOf } from "../../src/systems/index.ts";
import { allStrategies, catalogue } from "../support/everything.ts";

/** Units, names and words of code (camel case, constants) are the same in both languages. */
const SAME_IN_BOTH =
  /^(Kotlin|English|ms|KiB|MiB|GiB|NaN|Exception|Apache|Parallel|Serial|Observable|Enqueued|Dropped|Long|generate|drop|true|false|[a-z]+[A-Z][A-Za-z]*|([A-Z][a-z0-9]+){2,}|[A-Z]{2,})$/;

/** Quotations, commands, errors and a term in brackets may stay in the other language. */
const QUOTED =
  /“[^”]*”|‘[^’]*’|「[^」]*」|npm run [a-z:]+|-Xmx\w+|The receiver is overrun.*|(?<=[가-힣])\([a-z ]+\)/g;

/** English words in the Korean text of a scenario's page, or Korean letters in the English one. */
export function foreignWords(text: string, language: Language, scenario: Scenario): string[] {
  if (language === "en") return text.replaceAll("한국어", "").match(/[가-힣]+/g) ?? [];
  const code = codeWords(scenario);
  // A long name may contain a zero-width space, at which it can be broken.
  const words =
    text
      .replaceAll("\u200b", "")
      .replace(QUOTED, "")
      .match(/[A-Za-z]{2,}/g) ?? [];
  return words.filter((word) => !SAME_IN_BOTH.test(word) && !code.has(word.toLowerCase()));
}

/** The names of the systems and their libraries: explanations and advice compare them with each other. */
const SYSTEMS = allStrategies.flatMap(({ system }) => [system.name.ko, system.library, "Flow"]);

const latinWords = (text: string) => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];

/** The words of a scenario's programs and of their choices, and the names of all systems. */
function codeWords({ strategies, values }: Scenario): ReadonlySet<string> {
  const texts = strategies.flatMap((id) => {
    const strategy = strategyOf(catalogue, id);
    const own = { ...defaultsOf([...strategy.workload, ...strategy.params]), ...values };
    const choices = strategy.params.flatMap((param) =>
      param.kind === "choice" ? param.choices.map(({ label }) => label.ko) : [],
    );
    return [sourceTextOf(strategy, own, "ko").text, strategy.name.ko, ...choices];
  });
  return new Set([...SYSTEMS, ...texts].flatMap(latinWords));
}
