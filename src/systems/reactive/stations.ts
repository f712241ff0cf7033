/** The topologies of the RxJava and Reactor programs, and the guarantees where the overflow piles up in `create`. */
import type { Guarantees } from "../strategy.ts";
import { type BufferStation, chain, SOURCE, type Topology, WORKERS } from "../topology.ts";

/** The queue of an operator that requests ahead: the station `queue`. */
export function queueOf(operator: string, places: number): BufferStation {
  const name = { ko: `${operator}의 큐`, en: `${operator}’s queue` };
  return { kind: "buffer", id: "queue", name, capacity: places };
}

/** `create` with a buffer of its own, the station `overflow`, above the queue of an operator. */
export function queueBelowCreate(operator: string, places: number): Topology {
  return chain(
    SOURCE,
    "none",
    {
      ...{ kind: "buffer", id: "overflow", capacity: Number.POSITIVE_INFINITY },
      name: { ko: "create의 버퍼", en: "create’s buffer" },
    },
    "request",
    queueOf(operator, places),
    "request",
    WORKERS,
  );
}

/** `create` without a buffer, below it an operator with places of its own, the station `operator`, and then a queue. */
export function queueBelowOperator(
  above: { readonly name: string; readonly places: number },
  queue: BufferStation,
): Topology {
  const name = { ko: above.name, en: above.name };
  return chain(
    SOURCE,
    "request",
    { kind: "buffer", id: "operator", name, capacity: above.places },
    "request",
    queue,
    "request",
    WORKERS,
  );
}

/** `onBackpressureBuffer`, the station `overflow`, between the source and the subscriber. */
export function overflowBuffer(places: number): Topology {
  const name = { ko: "onBackpressureBuffer", en: "onBackpressureBuffer" };
  return chain(
    SOURCE,
    "request",
    { kind: "buffer", id: "overflow", name, capacity: places },
    "request",
    WORKERS,
  );
}

/** Nothing is lost and the producer never waits, so what is buffered has no bound. */
export const PILES_UP: Guarantees = {
  maxBuffered: Number.POSITIVE_INFINITY,
  lossless: true,
  producerWaits: false,
  inOrder: true,
  keeps: "all",
};
