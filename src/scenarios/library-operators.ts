/** The operator of each library for each need, as code, with the link that shows it on the page. */
import type { Library, Need } from "./choose-strategy.ts";

/** Code, and a link, without its version, to the page that plays it. */
export interface LibraryOperator {
  /** `n` and `ms` are numbers, `x` is an element, `T` its type. */
  readonly code: string;
  readonly link: string;
}

export interface LibraryAnswer extends LibraryOperator {
  /** The library has no operator for this: the code shows what to do instead. */
  readonly isInstead?: true;
  /** The page has no program with this code: its link shows what comes close. */
  readonly isNear?: true;
  /** Other ways to do the same. */
  readonly others?: readonly LibraryOperator[];
}

export const LIBRARY_OPERATORS: Readonly<Record<Library, Readonly<Record<Need, LibraryAnswer>>>> = {
  channel: {
    wait: {
      code: "Channel<T>(capacity = n)",
      link: "s=fast-producer&k=bounded",
      others: [{ code: "Channel<T>(Channel.RENDEZVOUS)", link: "s=fast-producer&k=rendezvous" }],
    },
    rate: {
      code: "bucket.take()\nchannel.send(x)",
      link: "s=rate-limiting&k=token-bucket",
      isInstead: true,
    },
    // The burst ends: otherwise the backlog would never clear.
    unbounded: {
      code: "Channel<T>(Channel.UNLIMITED)",
      link: "s=fast-producer&k=unlimited&p=20&n=60",
    },
    impossible: {
      code: "channel.trySend(x).isFailure",
      link: "s=pool-size&k=try-send",
    },
    newest: { code: "Channel<T>(Channel.CONFLATED)", link: "s=fast-producer&k=conflated" },
    recent: {
      code: "Channel<T>(capacity = n, onBufferOverflow = BufferOverflow.DROP_OLDEST)",
      link: "s=fast-producer&k=drop-oldest",
    },
    first: {
      code: "Channel<T>(capacity = n, onBufferOverflow = BufferOverflow.DROP_LATEST)",
      link: "s=fast-producer&k=drop-latest",
      others: [{ code: "channel.trySend(x).isFailure", link: "s=fast-producer&k=try-send" }],
    },
    important: {
      code: "buffer.offer(x)\nbuffer.take()",
      link: "s=priority-drop&k=priority-buffer",
      isInstead: true,
    },
  },
  flow: {
    wait: { code: ".buffer(n)", link: "s=kotlin-flow&k=flow-buffer&op=buffer" },
    rate: {
      code: ".onEach { delay(ms) }",
      link: "s=kotlin-flow&k=flow-on-each",
      isInstead: true,
    },
    unbounded: {
      code: ".buffer(Channel.UNLIMITED)",
      link: "s=kotlin-flow&k=flow-buffer&op=unlimited",
    },
    impossible: {
      code: "shared.tryEmit(x)",
      link: "s=kotlin-flow&k=shared-flow&em=try-emit",
    },
    newest: {
      code: ".conflate()",
      link: "s=kotlin-flow&k=flow-buffer&op=conflate",
      others: [
        { code: ".collectLatest { }", link: "s=kotlin-flow&k=flow-buffer&op=latest" },
        { code: ".sample(ms)", link: "s=kotlin-flow&k=flow-sample" },
        { code: ".debounce(ms)\n.conflate()", link: "s=kotlin-flow&k=flow-debounce&dx=conflate" },
      ],
    },
    recent: {
      code: ".buffer(n, BufferOverflow.DROP_OLDEST)",
      link: "s=kotlin-flow&k=flow-buffer&op=drop-oldest",
      others: [
        {
          code: "onBufferOverflow = BufferOverflow.DROP_OLDEST",
          link: "s=kotlin-flow&k=shared-flow&so=drop-oldest",
        },
      ],
    },
    first: {
      code: ".buffer(n, BufferOverflow.DROP_LATEST)",
      link: "s=kotlin-flow&k=flow-buffer&op=drop-latest",
    },
    important: {
      code: "numbers.collect { buffer.offer(it) }\nbuffer.take()",
      link: "s=priority-drop&k=priority-buffer",
      isInstead: true,
      isNear: true,
    },
  },
  rxjava: {
    wait: {
      code: "Flowable.generate<T> { }\n.observeOn(scheduler, false, n)",
      link: "s=rxjava.2&k=rx-generate",
    },
    rate: {
      code: ".concatMap({ Flowable.just(it).delay(ms, MILLISECONDS) }, 1)",
      link: "s=rxjava.2&k=rx-generate&xp=100",
      isInstead: true,
    },
    unbounded: { code: ".onBackpressureBuffer()", link: "s=rxjava.2&k=rx-buffer&xo=unbounded" },
    impossible: {
      code: ".onBackpressureBuffer(n)",
      link: "s=rxjava.2&k=rx-buffer",
    },
    newest: { code: ".onBackpressureLatest()", link: "s=rxjava.2&pf=1&xd=latest" },
    recent: {
      code: ".onBackpressureBuffer(n, {}, BackpressureOverflowStrategy.DROP_OLDEST)",
      link: "s=rxjava.2&k=rx-buffer&xo=drop-oldest",
    },
    first: {
      code: ".onBackpressureDrop()\n.observeOn(scheduler, false, n)",
      link: "s=rxjava.2&k=rx-drop",
    },
    important: {
      code: "important.onBackpressureBuffer(n)\n.mergeWith(others.onBackpressureDrop())",
      link: "s=rxjava.2&k=rx-drop",
      isInstead: true,
      isNear: true,
    },
  },
  reactor: {
    wait: { code: ".limitRate(n)", link: "s=reactor&k=reactor-limit-rate" },
    rate: {
      code: ".delayElements(Duration.ofMillis(ms))",
      link: "s=reactor&k=reactor-delay-elements",
    },
    unbounded: { code: ".onBackpressureBuffer()", link: "s=reactor&k=reactor-buffer&fo=unbounded" },
    impossible: {
      code: ".onBackpressureBuffer(n)",
      link: "s=reactor&k=reactor-buffer",
    },
    newest: { code: ".onBackpressureLatest()", link: "s=reactor&k=reactor-drop&pf=1&fd=latest" },
    recent: {
      code: ".onBackpressureBuffer(n, {}, BufferOverflowStrategy.DROP_OLDEST)",
      link: "s=reactor&k=reactor-buffer&fo=drop-oldest",
      others: [
        {
          code: ".onBackpressureBuffer(Duration.ofMillis(ms), n)",
          link: "s=reactor&k=reactor-buffer&fo=ttl",
        },
      ],
    },
    first: {
      code: ".onBackpressureBuffer(n, {}, BufferOverflowStrategy.DROP_LATEST)",
      link: "s=reactor&k=reactor-buffer&fo=drop-latest",
      others: [{ code: ".onBackpressureDrop()", link: "s=reactor&k=reactor-drop&pf=1" }],
    },
    important: {
      code: "Flux.mergePriority(byRank,\n  important.onBackpressureBuffer(n),\n  others.onBackpressureDrop())",
      link: "s=reactor&k=reactor-drop",
      isInstead: true,
      isNear: true,
    },
  },
  pekko: {
    wait: {
      code: ".buffer(n, OverflowStrategy.backpressure())",
      link: "s=akka&k=pekko-buffer&ab=fused",
      others: [
        {
          code: "Source.<T>queue(n, OverflowStrategy.backpressure())",
          link: "s=akka&k=pekko-queue",
        },
      ],
    },
    rate: { code: ".throttle(n, Duration.ofSeconds(1))", link: "s=akka&k=pekko-throttle" },
    unbounded: {
      code: ".conflateWithSeed(List::of, joined)\n.mapConcat(list -> list)",
      link: "s=akka&k=pekko-conflate&ab=fused",
      isInstead: true,
      isNear: true,
    },
    impossible: {
      code: "Source.<T>queue(n)",
      link: "s=akka&k=pekko-bounded-queue",
      others: [
        {
          code: ".buffer(n, OverflowStrategy.fail())",
          link: "s=akka&k=pekko-buffer&os=fail&ab=fused",
        },
      ],
    },
    newest: {
      code: ".buffer(1, OverflowStrategy.dropHead())",
      link: "s=akka&k=pekko-buffer&cap=1&os=dropHead&ab=fused",
    },
    recent: {
      code: ".buffer(n, OverflowStrategy.dropHead())",
      link: "s=akka&k=pekko-buffer&os=dropHead&ab=fused",
      others: [
        {
          code: "Source.<T>queue(n, OverflowStrategy.dropHead())",
          link: "s=akka&k=pekko-queue&os=dropHead",
        },
      ],
    },
    first: {
      code: "Source.<T>queue(n)",
      link: "s=akka&k=pekko-bounded-queue",
      others: [
        {
          code: ".buffer(n, OverflowStrategy.dropNew())",
          link: "s=akka&k=pekko-buffer&os=dropNew&ab=fused",
        },
      ],
    },
    important: {
      code: "important.mergePrioritized(\n  others.buffer(\n    n, OverflowStrategy.dropHead()),\n  9, 1, false)",
      link: "s=akka&k=pekko-buffer&os=dropHead&ab=fused",
      isInstead: true,
      isNear: true,
    },
  },
  node: {
    wait: {
      code: "await pipeline(source, sink);",
      link: "s=node-streams&k=node-pipe&tf=0",
      others: [
        { code: "await once(sink, 'drain');", link: "s=node-streams&k=node-write" },
        { code: "await source.pipeTo(sink);", link: "s=node-streams&k=web-pipe&tf=0" },
        { code: "await writer.ready;", link: "s=node-streams&k=web-write" },
      ],
    },
    rate: {
      code: "for await (const x of source) {\n  await sleep(ms);",
      link: "s=node-streams&k=node-iterate",
      isInstead: true,
    },
    unbounded: {
      code: "sink.write(x);",
      link: "s=node-streams&k=node-write&hd=nothing",
      others: [{ code: "writer.write(x);", link: "s=node-streams&k=web-write&hd=nothing" }],
    },
    impossible: {
      code: "if (sink.writableNeedDrain) console.log('refused', x);\nelse sink.write(x);",
      link: "s=node-streams&k=node-write&hd=refuses",
    },
    newest: {
      code: "waiting.push(x);\nif (waiting.length > 1) console.log('dropped', waiting.shift());",
      link: "s=node-streams&k=node-list&hw=1&cap=1",
      isInstead: true,
    },
    recent: {
      code: "waiting.push(x);\nif (waiting.length > n) console.log('dropped', waiting.shift());",
      link: "s=node-streams&k=node-list&hw=1",
      isInstead: true,
    },
    first: {
      code: "if (sink.writableNeedDrain) console.log('refused', x);\nelse sink.write(x);",
      link: "s=node-streams&k=node-write&hd=refuses",
      isInstead: true,
    },
    important: {
      code: "waiting.push(x);\nif (waiting.length > n) removeLeast(waiting);",
      link: "s=node-streams&k=node-list&hw=1",
      isInstead: true,
      isNear: true,
    },
  },
};
