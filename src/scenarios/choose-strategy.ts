/** Which operator fits: a reader names the library, then answers at most four questions, only those that matter. */

export const LIBRARIES = ["channel", "flow", "rxjava", "reactor", "pekko", "node"] as const;

export type Library = (typeof LIBRARIES)[number];

const YES_OR_NO = ["yes", "no"] as const;

/** The questions and the answers to each, in the order in which the page offers them. */
export const CHOOSER_ANSWERS = {
  library: LIBRARIES,
  loss: YES_OR_NO,
  keep: ["newest", "recent", "first", "important"],
  wait: YES_OR_NO,
  rate: YES_OR_NO,
  memory: YES_OR_NO,
} as const;

export type ChooserQuestion = keyof typeof CHOOSER_ANSWERS;

export type ChooserAnswer<Q extends ChooserQuestion = ChooserQuestion> =
  (typeof CHOOSER_ANSWERS)[Q][number];

export type ChooserAnswers = { readonly [Q in ChooserQuestion]?: ChooserAnswer<Q> };

export const NEEDS = [
  /** The source waits while there is no room: nothing is lost. */
  "wait",
  /** The source waits, and a rate is never exceeded: nothing is lost. */
  "rate",
  /** Nobody waits and nothing is lost: elements pile up, which takes memory for all of them. */
  "unbounded",
  /** Loss, waiting and piling up are all ruled out: no buffer can do that, so the excess has to be refused. */
  "impossible",
  /** A loss keeps only the newest element. */
  "newest",
  /** A loss keeps the elements that came last. */
  "recent",
  /** A loss keeps the elements that came first. */
  "first",
  /** A loss keeps the elements that matter most. */
  "important",
] as const;

/** What has to happen to the excess. */
export type Need = (typeof NEEDS)[number];

export interface ChooserResult {
  readonly library: Library;
  readonly need: Need;
  /** Whether a loss would be allowed but is not needed. */
  readonly needless: boolean;
}

interface Question {
  readonly ask: ChooserQuestion;
  readonly to: Readonly<Record<string, Node>>;
}

type Node = Question | { readonly need: Need; readonly needless?: true };

/** The questions that find out whether a loss can be avoided after all; if not, `need` is the result. */
function unlessNeedless(need: "recent" | "first" | "important"): Node {
  return {
    ask: "wait",
    to: {
      yes: {
        ask: "rate",
        to: { yes: { need: "rate", needless: true }, no: { need: "wait", needless: true } },
      },
      no: {
        ask: "memory",
        to: { yes: { need }, no: { need: "unbounded", needless: true } },
      },
    },
  };
}

const TREE: Node = {
  ask: "loss",
  to: {
    no: {
      ask: "wait",
      to: {
        yes: { ask: "rate", to: { yes: { need: "rate" }, no: { need: "wait" } } },
        no: { ask: "memory", to: { yes: { need: "impossible" }, no: { need: "unbounded" } } },
      },
    },
    yes: {
      ask: "keep",
      to: {
        newest: { need: "newest" },
        recent: unlessNeedless("recent"),
        first: unlessNeedless("first"),
        important: unlessNeedless("important"),
      },
    },
  },
};

/**
 * Returns the next question to ask, or what the answers lead to. Answers to questions that are not asked are ignored.
 * Throws if an answer is not one of those to its question.
 */
export function chooseStrategy(
  answers: ChooserAnswers,
): { readonly ask: ChooserQuestion } | ChooserResult {
  const { library } = answers;
  if (library === undefined) return { ask: "library" };
  let node: Node = TREE;
  while ("ask" in node) {
    const { ask, to }: Question = node;
    const answer: ChooserAnswer | undefined = answers[ask];
    if (answer === undefined) return { ask };
    const next: Node | undefined = to[answer];
    if (next === undefined) throw new Error(`${answer} is no answer to ${ask}`);
    node = next;
  }
  return { library, need: node.need, needless: node.needless === true };
}
