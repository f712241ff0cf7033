import type { Random } from "../../../../kernel/index.ts";
import { defineLoss } from "../../../losses.ts";
import { capacityParam } from "../../../params/capacity.ts";
import { at, doc, indented, said } from "../../../source-text.ts";
import {
  Channel,
  type ChannelIterator,
  CLOSED,
  CONFLATED,
  NO_STATION,
  type ReceiveChannel,
} from "../../channels/index.ts";
import { oneThread } from "../../code/one-thread.ts";
import type { Steps } from "../../coroutines/index.ts";
import type { Program } from "../../program.ts";
import { channelStrategy } from "../../programs/channel-strategy.ts";
import { sendTo } from "../../programs/producer-and-workers.ts";

/** The buffer was full, and the element was chosen at random to make room. */
const CHOSEN = defineLoss(
  "chosen",
  "dropped",
  { ko: "무작위로 뽑혀 버려짐", en: "dropped at random" },
  { ko: "무작위로 버림 {n}", en: "dropped at random {n}" },
);

/** A custom bounded buffer: when it is full, an element chosen at random is dropped. */
export const dropRandom = channelStrategy({
  id: "drop-random",
  name: { ko: "무작위로 버리기", en: "Drop at random" },
  summary: {
    ko: "버퍼가 차면 새 요소까지 포함해 하나를 무작위로 뽑아 버립니다.",
    en: "When the buffer is full, one element is picked at random and dropped; it may be the new one.",
  },
  advice: {
    ko: "남는 요소가 전체의 고른 표본이어야 할 때 씁니다. 오래된 것과 새것을 똑같이 다루는 대신, 무엇이 남을지는 알 수 없습니다.",
    en: "For when what remains must be a fair sample. Old and new are treated alike, but there is no telling which remain.",
  },
  drops: CHOSEN,
  params: [capacityParam],
  guarantees: ({ capacity }) => ({
    maxBuffered: capacity,
    lossless: false,
    producerWaits: false,
    inOrder: true,
    keeps: "some",
  }),
  buffer: ({ capacity }) => ({ capacity }),
  offer: (program) => sendTo(new RandomDropChannel(program, program.values.capacity)),
  kotlin: ({ capacity }) => ({
    ownChannel: [
      `RandomDropChannel(capacity = ${capacity}) {`,
      "    waiting--",
      '    println("dropped $it")',
      "}",
    ],
    imports: ["kotlin.random.Random", "kotlinx.coroutines.channels.Channel"],
    offer: () => ["channel.send(i)"],
    after: [
      oneThread({
        ko: "고르게 뽑은 표본을 지킵니다. 가득 차면 제비로 뽑힌 요소가 나갑니다.",
        en: "Keeps a fair sample: when it is full, an element chosen at random is dropped.",
      }),
      "class RandomDropChannel(",
      "    private val capacity: Int,",
      "    private val onDropped: (Int) -> Unit,",
      ") {",
      "    private val random = Random(1)",
      "    private val elements = ArrayDeque<Int>()",
      "    private val signal = Channel<Unit>(Channel.CONFLATED)",
      "",
      ...indented([doc({ ko: "기다리지 않습니다.", en: "Never waits." })]),
      "    fun send(element: Int) {",
      "        elements.addLast(element)",
      "        if (elements.size > capacity) {",
      "            val lot = (random.nextDouble() * elements.size).toInt()",
      `            onDropped(elements.removeAt(lot))`,
      "        }",
      said("        signal.trySend(Unit)", {
        ko: "hasNext에서 기다릴 수 있음",
        en: "a consumer may be waiting in hasNext",
      }),
      "    }",
      "",
      "    fun close() = signal.close()",
      "",
      "    operator fun iterator() = this",
      "",
      "    suspend operator fun hasNext(): Boolean {",
      "        while (elements.isEmpty()) {",
      at("            if (signal.receiveCatching().isClosed) return false", "worker.ready"),
      "        }",
      "        return true",
      "    }",
      "",
      "    operator fun next() = elements.removeFirst()",
      "}",
    ],
  }),
});

class RandomDropChannel implements ReceiveChannel<number>, ChannelIterator<number> {
  private readonly program: Program<{ readonly capacity: number }>;
  private readonly capacity: number;
  private readonly lots: Random;
  private readonly elements: number[] = [];
  /** Wakes a waiting worker so that it looks again; it carries no element. */
  private readonly signal: Channel<null>;

  constructor(program: Program<{ readonly capacity: number }>, capacity: number) {
    this.program = program;
    this.capacity = capacity;
    this.lots = program.random("lots");
    this.signal = new Channel<null>(program.sim, CONFLATED, "SUSPEND", null, NO_STATION);
  }

  // biome-ignore lint/correctness/useYield: a send that never waits is still run like any other
  *send(element: number): Steps<void> {
    const { program, elements, lots } = this;
    elements.push(element);
    if (elements.length > this.capacity) {
      const [victim = element] = elements.splice(lots.nextInt(elements.length), 1);
      program.lost(victim, CHOSEN);
      if (victim !== element) program.entered(element);
    } else {
      program.entered(element);
    }
    this.signal.trySend(null);
  }

  close(): boolean {
    return this.signal.close();
  }

  iterator(): ChannelIterator<number> {
    return this;
  }

  *hasNext(): Steps<boolean> {
    while (this.elements.length === 0) {
      if ((yield* this.signal.receiveCatching()) === CLOSED) return false;
    }
    return true;
  }

  take(): number {
    const element = this.elements.shift();
    if (element === undefined) throw new Error("take() without a hasNext() that answered true");
    this.program.left(element);
    return element;
  }
}
