/** The declarations in `main` that producer and consumers of a plain program share, with their imports and classes. */
import { type Source, type SourceLine, said } from "../../source-text.ts";
import { oneThread } from "./one-thread.ts";

/** The names of the shared declarations, by which a program's fragments ask for them, in the order of declaration. */
export type SharedName = "random" | "pauses" | "services" | "work";

export interface Shared {
  /** The line of `main`. */
  readonly line: string | SourceLine;
  readonly imports: readonly string[];
  /** A class that it needs; the class is written only once, even if several declarations need it. */
  readonly helper: Source | null;
}

/** The class that turns random times into whole ms, as the workload's `WholeMs` does. */
const WHOLE_MS: Source = [
  oneThread({
    ko: "delay()에 넣을 정수 ms. 잘라 낸 만큼을 다음에 더하므로 평균은 정확합니다.",
    en: "Whole ms for delay(). The fraction cut off is added to the next, so that the mean is exact.",
  }),
  "class WholeMs {",
  "    private var rest = 0.0",
  "",
  "    fun next(ms: Double): Long {",
  "        val exact = ms + rest",
  "        val whole = floor(exact + 1e-9)",
  "        rest = exact - whole",
  "        return whole.toLong()",
  "    }",
  "}",
];

const SHARED: Readonly<Record<SharedName, Shared>> = {
  random: { line: "val random = Random(1)", imports: ["kotlin.random.Random"], helper: null },
  pauses: { line: "val pauses = WholeMs()", imports: ["kotlin.math.floor"], helper: WHOLE_MS },
  services: { line: "val services = WholeMs()", imports: ["kotlin.math.floor"], helper: WHOLE_MS },
  work: {
    line: said("val work = mutableListOf<Double>()", {
      ko: "요소마다, 평균 1",
      en: "of each element, 1 on average",
    }),
    imports: [],
    helper: null,
  },
};

const NAMES: readonly SharedName[] = ["random", "pauses", "services", "work"];

/** Returns the declarations of those names, each once. */
export function sharedOf(names: readonly SharedName[]): Shared[] {
  return NAMES.filter((name) => names.includes(name)).map((name) => SHARED[name]);
}
