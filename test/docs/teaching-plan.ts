/** Builds docs/teaching.md from the lessons: goal, minutes, the lesson to take first, questions, misconceptions. */
import {
  type Answer,
  entryOf,
  LESSON_PLANS,
  type Scenario,
  type ScenarioId,
  type Sequel,
} from "../../src/scenarios/index.ts";

/** A short course: the lessons that all others build on. */
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

/** Returns the whole document. Its links are the part that follows the page's address. */
export function teachingPlan(
  scenarios: readonly Scenario<ScenarioId>[],
  sequels: readonly Sequel[],
): string {
  const minutes = PATH.reduce((sum, id) => sum + LESSON_PLANS[id].minutes, 0);
  return [
    "# Lessons: notes for teachers",
    "",
    "Each lesson asks a question before anything runs. Read it aloud, let the class choose, count the hands, and play until the run pauses by itself.",
    "Only then say which answer is right: the wrong ones are the misconceptions to discuss. Then ask why. Finally ask the twin question, whose link opens",
    "the same question with other settings: the answers show whether the class has understood the idea.",
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
    `- **Goal**: afterwards, the class can ${goal.en}.`,
    `- **For the board**: ${question.en}`,
    ...answers.map(({ right, text, why }) =>
      right ? `- **Right**: ${text.en} ${why.en}` : `- *Misconception*: ${text.en} ${why.en}`,
    ),
    `- **Why?** ${why.question.en} ${rightOf(why.answers)}`,
    `- **Twin question** (\`#v=1&${twin.link}\`): ${twin.question.en} ${rightOf(twin.answers)}`,
    `- **Takeaway**: ${learned.en}`,
    "",
  ];
}

function rightOf(answers: readonly Answer[]): string {
  const right = answers.find((answer) => answer.right);
  return right === undefined ? "" : `*${right.text.en}* ${right.why.en}`;
}
