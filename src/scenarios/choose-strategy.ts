/** Which operator fits: first the library, then at most four questions, of which only what is needed is asked. */

export const LIBRARIES = ["channel", "flow", "rxjava", "reactor", "pekko", "node"] as const;

export type Library = (typeof LIBRARIES)[number];

const YES_OR_NO = ["yes", "no"] as const;

/** The questions, and what may be answered to each, in the order in which the page offers it. */
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
  /** As above, and at a rate that is never exceeded. */
  "rate",
  /** Nobody waits and nothing is lost: it piles up, which only memory for all of it allows. */
  "unbounded",
  /** None of the three is allowed: no buffer does that, and what is too much has to be refused. */
  "impossible",
  /** Only the newest element is worth anything. */
  "newest",
  /** What came last. */
  "recent",
  /** What came first. */
  "first",
  /** What matters most. */
  "important",
] as const;

/** What has to be done with too much. */
export type Need = (typeof NEEDS)[number];

export interface ChooserResult {
  readonly library: Library;
  readonly need: Need;
  /** A loss would have been allowed, and is not needed. */
  readonly needless: boolean;
}

interface Question {
  readonly ask: ChooserQuestion;
  readonly to: Readonly<Record<string, Node>>;
}

type Node = Question | { readonly need: Need; readonly needless?: true };

/** What follows for those that need not lose anything, or have to by `need`. */
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

/** What is still to be asked, or what the answers lead to. Answers that nobody asked for change nothing. */
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
