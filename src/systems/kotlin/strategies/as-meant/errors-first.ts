import { isError, logKinds, logParams, workload } from "../../../../workloads/index.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, indented, said } from "../../../source-text.ts";
import { Channel, NO_STATION, UNLIMITED } from "../../channels/index.ts";
import { consumerBlock, delayOf, MAIN, producerBlock } from "../../code/blocks.ts";
import { processing } from "../../code/logs.ts";
import { oneThread } from "../../code/one-thread.ts";
import { Semaphore } from "../../coroutines/index.ts";
import { defineStrategy } from "../../define-strategy.ts";
import type { Program } from "../../program.ts";
import { launchProcessors, spellLog } from "../../programs/logs.ts";
import { UNIMPORTANT } from "../../programs/losses.ts";
import { launchProducer } from "../../programs/producer.ts";
import { throughBuffer } from "../../programs/through-buffer.ts";

/** A buffer in which errors go first and are never dropped: when it is full, an error takes the place of an INFO. */
export const errorsFirst = defineStrategy({
  id: "errors-first",
  version: "meant",
  name: { ko: "ERROR 먼저", en: "Errors first" },
  summary: {
    ko: "버퍼가 차면 새 INFO는 버리고, 새 ERROR는 가장 오래된 INFO를 밀어내고 먼저 처리됩니다.",
    en: "When the buffer is full, a new INFO is dropped; a new ERROR pushes out the oldest INFO and is processed first.",
  },
  advice: {
    ko: "ERROR를 하나도 잃을 수 없을 때 쓰세요. ERROR만으로 버퍼가 차면 생산자가 기다리고, 그동안 INFO는 처리되지 못합니다.",
    en: "Use it when no ERROR may be lost. If ERRORs alone fill the buffer, the producer waits, and no INFO is processed meanwhile.",
  },
  params: [capacityParam],
  workload: [...workload("producerDelayMs", "count", "workers"), ...logParams],
  lines: { process: "processor {0}: {1} {2}", dropped: "dropped {0}", evicted: "evicted {0}" },
  spell: spellLog,
  kinds: logKinds,
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: true,
    inOrder: false,
    keeps: "important",
  }),
  topology: ({ capacity }) => throughBuffer({ capacity }, "suspend"),
  launch(program) {
    const { values } = program;
    const logs = new LogBuffer(program);
    launchProducer(program, {
      *offer(i) {
        if (isError(i, values.errorEvery)) yield* logs.putError(i);
        else logs.putInfo(i);
      },
      atEnd: () => logs.ready.close(),
    });
    launchProcessors(program, logs.ready, () => logs.take());
  },
  kotlin: (values) => ({
    imports: ["kotlinx.coroutines.sync.Semaphore"],
    program: [
      oneThread({
        ko: "자리가 모자라면 INFO가 ERROR에 자리를 내줍니다.",
        en: "When no place is free, an INFO makes room for an ERROR.",
      }),
      "class LogBuffer(private val capacity: Int) {",
      "    private val errors = ArrayDeque<Int>()",
      "    private val infos = ArrayDeque<Int>()",
      said("    private val errorPlaces = Semaphore(capacity)", {
        ko: "오류가 다 차지해도 됨",
        en: "errors may take all of them",
      }),
      said("    val ready = Channel<Unit>(Channel.UNLIMITED)", {
        ko: "안에 있는 로그마다 토큰 하나",
        en: "one token per log in the buffer",
      }),
      "",
      "    fun putInfo(log: Int) {",
      "        if (errors.size + infos.size == capacity) {",
      '            println("dropped $log")',
      "        } else {",
      "            infos.addLast(log)",
      "            ready.trySend(Unit)",
      "        }",
      "    }",
      "",
      "    suspend fun putError(log: Int) {",
      at("        errorPlaces.acquire()", "producer.gate"),
      "        if (errors.size + infos.size == capacity) {",
      said(`            println("evicted \${infos.removeFirst()}")`, {
        ko: "그 토큰은 이제 오류의 것",
        en: "its token now belongs to the error",
      }),
      "        } else {",
      "            ready.trySend(Unit)",
      "        }",
      "        errors.addLast(log)",
      "    }",
      "",
      "    fun take(): Int {",
      "        if (errors.isEmpty()) return infos.removeFirst()",
      "        errorPlaces.release()",
      "        return errors.removeFirst()",
      "    }",
      "}",
      "",
      MAIN,
      `    val logs = LogBuffer(capacity = ${values.capacity})`,
      "",
      ...producerBlock(
        values.count,
        [
          `if (i % ${values.errorEvery} == 0) logs.putError(i) else logs.putInfo(i)`,
          delayOf("producer", values.producerDelayMs),
        ],
        ["logs.ready.close()"],
      ),
      "",
      `    repeat(${values.workers}) { processor ->`,
      ...indented(
        consumerBlock(["val log = logs.take()", ...processing(values)], {
          element: "token",
          channel: "logs.ready",
        }),
      ),
      "    }",
      "}",
    ],
  }),
});

/** Holds logs for workers, each of which waits for a token. There are as many tokens as logs in the buffer. */
class LogBuffer {
  readonly ready: Channel<null>;
  private readonly program: Program<{ readonly capacity: number }>;
  private readonly errors: number[] = [];
  private readonly infos: number[] = [];
  /** The places left for errors. Errors may take all places, so an error waits only when every place holds an error. */
  private readonly errorPlaces: Semaphore;

  constructor(program: Program<{ readonly capacity: number }>) {
    const { sim, values } = program;
    this.program = program;
    this.ready = new Channel<null>(sim, UNLIMITED, "SUSPEND", null, NO_STATION);
    this.errorPlaces = new Semaphore(sim, values.capacity);
  }

  private get isFull(): boolean {
    return this.errors.length + this.infos.length === this.program.values.capacity;
  }

  putInfo(log: number): void {
    if (this.isFull) {
      this.drop(log, "dropped");
    } else {
      this.infos.push(log);
      this.program.entered(log);
      this.ready.trySend(null);
    }
  }

  *putError(log: number) {
    yield* this.program.acquire(this.errorPlaces, "buffer", log);
    if (this.isFull) {
      // Since an error place was free, one of the logs in the full buffer is an INFO; the error takes over its token.
      this.drop(this.infos.shift() as number, "evicted");
    } else {
      this.ready.trySend(null);
    }
    this.errors.push(log);
    this.program.entered(log);
  }

  private drop(info: number, line: "dropped" | "evicted"): void {
    this.program.lost(info, UNIMPORTANT);
    this.program.print(line, info);
  }

  take(): number {
    const error = this.errors.shift();
    if (error !== undefined) this.errorPlaces.release();
    const log = error ?? (this.infos.shift() as number);
    this.program.left(log);
    return log;
  }
}
