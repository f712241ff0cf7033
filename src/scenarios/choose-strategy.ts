/** Which strategy fits: a tree of at most five questions, each answered with yes or no. */

export const CHOOSER_QUESTIONS = ["loss", "newest", "wait", "important", "memory"] as const;

export type ChooserQuestion = (typeof CHOOSER_QUESTIONS)[number];

export type ChooserAnswers = Readonly<Partial<Record<ChooserQuestion, boolean>>>;

/** What the answers lead to: a strategy for a reason. The same strategy may be right for another reason. */
export type ChooserResult =
  /** Nothing may be lost, the producer can wait. */
  | "bounded"
  /** Loss would be allowed, but a producer that waits makes it needless. */
  | "needlessLoss"
  /** Nothing may be lost, nobody can wait, and the memory is there. */
  | "unlimited"
  /** As above, where loss would be allowed. */
  | "burst"
  /** All three at once: no buffer does that. */
  | "impossible"
  | "conflated"
  | "priority"
  | "dropOldest";

/** The scenario that shows a result, with its strategy: the link without its version. */
export const RESULT_LINKS: Readonly<Record<ChooserResult, string>> = {
  bounded: "s=fast-producer&k=bounded",
  needlessLoss: "s=fast-producer&k=bounded",
  // A burst that ends: the backlog of an endless one never would.
  unlimited: "s=fast-producer&k=unlimited&p=20&n=60",
  burst: "s=fast-producer&k=unlimited&p=20&n=60",
  impossible: "s=pool-size",
  conflated: "s=fast-producer&k=conflated",
  priority: "s=priority-drop&k=priority-buffer",
  dropOldest: "s=fast-producer&k=drop-oldest",
};

type Node =
  | { readonly ask: ChooserQuestion; readonly yes: Node; readonly no: Node }
  | { readonly result: ChooserResult };

const TREE: Node = {
  ask: "loss",
  no: {
    ask: "wait",
    yes: { result: "bounded" },
    no: { ask: "memory", yes: { result: "impossible" }, no: { result: "unlimited" } },
  },
  yes: {
    ask: "newest",
    yes: { result: "conflated" },
    no: {
      ask: "wait",
      yes: { result: "needlessLoss" },
      no: {
        ask: "important",
        yes: { result: "priority" },
        no: { ask: "memory", yes: { result: "dropOldest" }, no: { result: "burst" } },
      },
    },
  },
};

/** What is still to be asked, or what the answers lead to. Answers that nobody asked for change nothing. */
export function chooseStrategy(
  answers: ChooserAnswers,
): { readonly ask: ChooserQuestion } | { readonly result: ChooserResult } {
  let node: Node = TREE;
  while ("ask" in node) {
    const answer: boolean | undefined = answers[node.ask];
    if (answer === undefined) return { ask: node.ask };
    node = answer ? node.yes : node.no;
  }
  return node;
}
