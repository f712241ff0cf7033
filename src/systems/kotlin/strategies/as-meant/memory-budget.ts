import { intParam } from "../../../../params/index.ts";
import { workload } from "../../../../workloads/index.ts";
import { elementKiBOf, elementsIn } from "../../../params/element-size.ts";
import { MAIN } from "../../code/blocks.ts";
import { blockActors, blockClass } from "../../code/memory-blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { blockLines, launchBlocks } from "../../programs/blocks.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

const budgetParam = intParam({
  key: "budgetMiB",
  link: "mib",
  label: { ko: "메모리 예산", en: "Memory budget" },
  help: {
    ko: "기다리는 요소의 크기를 모두 더한 한도. 용량은 이것을 요소 크기로 나눈 몫이고, 적어도 1입니다. send와 소비자에게 하나씩 더 있을 수 있습니다. 힙에서는 더 차지할 수 있습니다. G1에서 큰 배열은 두 배까지 차지합니다.",
    en: "The limit on the total bytes of the waiting elements. The capacity is this divided by the element size, but at least 1. One more element can be in a waiting send, and one with the consumer. Elements may take more of the heap than their size: under G1, large arrays take up to twice as much.",
  },
  unit: "MiB",
  min: 1,
  max: 4096,
  default: 64,
  scale: "log",
  change: "structural",
});

/** Returns how many elements fit into the budget. */
function capacityOf(values: { readonly budgetMiB: number }): number {
  return elementsIn(values.budgetMiB, elementKiBOf(values));
}

/** The overload as meant: the capacity follows from a memory budget, so that no load exceeds it. */
export const memoryBudget = defineStrategy({
  id: "memory-budget",
  version: "meant",
  name: { ko: "메모리 예산만큼만", en: "Memory budget" },
  summary: {
    ko: "용량을 개수가 아니라 메모리 예산으로 정합니다. 예산만큼 차면 send가 기다립니다.",
    en: "A memory budget sets the capacity instead of a guess. When the budget is used up, send waits.",
  },
  advice: {
    ko: "요소가 크거나 요소의 크기가 바뀔 때 씁니다. 처리량은 소비자가 정하므로 버퍼를 작게 해도 줄지 않습니다.",
    en: "For elements that are large or vary in size. The consumer sets the throughput, so a smaller buffer costs none.",
  },
  params: [budgetParam],
  workload: workload("consumerDelayMs", "count"),
  lines: blockLines,
  guarantees: (values) => ({
    maxBuffered: capacityOf(values),
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: (values) => throughBuffer({ capacity: capacityOf(values) }, "suspend"),
  launch(program) {
    launchBlocks(program, capacityOf(program.values));
  },
  kotlin: (values) => ({
    program: [
      `const val BUDGET_KIB = ${values.budgetMiB} * 1024`,
      ...blockClass(values),
      "",
      MAIN,
      "    val capacity = (BUDGET_KIB / BLOCK_KIB).coerceAtLeast(1)",
      "    val channel = Channel<Block>(capacity)",
      "",
      ...blockActors(values),
      "}",
    ],
  }),
});
