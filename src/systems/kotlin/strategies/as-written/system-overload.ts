import { workload } from "../../../../workloads/index.ts";
import { bodyMsParam } from "../../../params/body-ms.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { bodyEnd, MAIN } from "../../code/blocks.ts";
import { blockActors, blockClass } from "../../code/memory-blocks.ts";
import { defineStrategy } from "../../define-strategy.ts";
import { blockLines, launchBlocks } from "../../programs/blocks.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** The text's overload: a buffer for a thousand blocks of 1 MiB, no matter how many the heap can hold. */
export const systemOverloadWritten = defineStrategy({
  id: "system-overload-written",
  version: "written",
  name: { ko: "원문 그대로", en: "As written" },
  summary: {
    ko: "버퍼가 차면 send가 기다립니다. 다만 용량은 개수라서 메모리는 요소의 크기에 달려 있습니다.",
    en: "When the buffer is full, send waits. But capacity counts elements: the memory depends on their size.",
  },
  advice: {
    ko: "큰 요소에 큰 용량을 주지 마세요. 용량은 허용할 대기 시간과 쓸 수 있는 메모리로 정합니다.",
    en: "Don't combine large elements with a large capacity. The acceptable wait and the available memory set the capacity.",
  },
  params: [capacityParam, bodyMsParam],
  workload: workload("consumerDelayMs", "count"),
  lines: blockLines,
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: true,
    producerWaits: true,
    inOrder: true,
    keeps: "all",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "suspend"),
  launch(program) {
    program.launch("body", 0, function* () {
      launchBlocks(program, program.values.capacity);
      yield* program.delay(program.values.bodyMs);
    });
  },
  kotlin: (values) => ({
    program: [
      ...blockClass(values),
      "",
      MAIN,
      `    val channel = Channel<Block>(capacity = ${values.capacity})`,
      "",
      ...blockActors(values),
      "",
      bodyEnd(values.bodyMs),
      "}",
    ],
  }),
});
