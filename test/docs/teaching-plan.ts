/** docs/teaching.md as the lessons themselves say it: goal, minutes, what comes before, questions, mistakes. */
import {
  type Answer,
  entryOf,
  LESSON_PLANS,
  type Scenario,
  type ScenarioId,
  type Sequel,
} from "../../src/scenarios/index.ts";

/** A short course: what is needed to talk about anything else. */
const PATH: readonly ScenarioId[] = [
  "fast-producer",
  "memory-leak",
  "bounded-buffer",
  "conflated",
  "priority-drop",
  "rate-limiting",
  "log-processing",
  "circuit-breaker",
  "retry",
  "pool-size",
  "one-flood",
];

/** The whole document. A link is what stands after the address of the page. */
export function teachingPlan(
  scenarios: readonly Scenario<ScenarioId>[],
  sequels: readonly Sequel[],
): string {
  const minutes = PATH.reduce((sum, id) => sum + LESSON_PLANS[id].minutes, 0);
  return [
    "# Lessons: notes for teachers",
    "",
    "Each lesson asks a question before anything runs. Read it aloud, let the class choose, count the hands, and play until the run pauses by itself.",
    "Only then say which answer is right: the wrong ones are the misconceptions to discuss. Then ask why, and ask the twin question, whose link sets",
    "other numbers: it shows whether the class has understood the idea.",
    "",
    `A course of ${minutes} minutes: ${PATH.map((id) => entryOf(id).name.en).join(" → ")}.`,
    "",
    ...scenarios.flatMap((scenario, index) =>
      lessonOf(scenario, sequels[index] as Sequel, index + 1),
    ),
  ]
    .join("\n")
    .concat("\n");
}

function lessonOf(
  { id, revision, question, answers }: Scenario<ScenarioId>,
  { why, twin }: Sequel,
  number: number,
): string[] {
  const { goal, minutes, after, learned } = LESSON_PLANS[id];
  const link = `#v=1&s=${id}${revision === 1 ? "" : `.${revision}`}`;
  const before = after === undefined ? "" : `, after *${entryOf(after).name.en}*`;
  return [
    `## ${number}. ${entryOf(id).name.en}`,
    "",
    `\`${link}\` · ${minutes} minutes${before}`,
    "",
    `- **Goal**: afterwards they can ${goal.en}.`,
    `- **For the board**: ${question.en}`,
    ...answers.map(({ right, text, why }) =>
      right ? `- **Right**: ${text.en} ${why.en}` : `- *Misconception*: ${text.en} ${why.en}`,
    ),
    `- **Why?** ${why.question.en} ${rightOf(why.answers)}`,
    `- **Twin question** (\`#v=1&${twin.link}\`): ${twin.question.en} ${rightOf(twin.answers)}`,
    `- **Taken away**: ${learned.en}`,
    "",
  ];
}

function rightOf(answers: readonly Answer[]): string {
  const right = answers.find((answer) => answer.right);
  return right === undefined ? "" : `*${right.text.en}* ${right.why.en}`;
}
