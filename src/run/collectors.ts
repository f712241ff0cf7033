/** How much of a JVM's heap an element takes under each garbage collector, and how much of it elements can use. */
import { choiceParam } from "../params/index.ts";

const MIB = 1024 * 1024;

/** Bytes that a byte array takes besides its content: mark word, class, length (64 bits, compressed class pointers). */
const HEADER_BYTES = 16;

/** The number of regions that G1 aims at; the size of each is a power of two, at most 32 MiB. */
const G1_REGIONS = 2048;
const MOST_REGION_BYTES = 32 * MIB;

/** The room for elements under one collector: bytes that each element takes, and that all together can take. */
export interface ElementRoom {
  readonly elementBytes: number;
  readonly limitBytes: number;
}

type Room = (contentBytes: number, heapBytes: number) => ElementRoom;

/** By collector: the room for elements with `contentBytes` of content in a heap of `heapBytes`. */
const rooms = {
  none: (elementBytes, limitBytes) => ({ elementBytes, limitBytes }),
  g1: (contentBytes, limitBytes) => ({
    elementBytes: shareOfRegions(contentBytes + HEADER_BYTES, g1RegionBytes(limitBytes)),
    limitBytes,
  }),
  // Parallel and Serial keep one survivor space empty, to copy into. The young generation is a third of the heap
  // (-XX:NewRatio=2). -XX:InitialSurvivorRatio=8 makes a survivor space an eighth of it. Parallel's policy resizes the
  // spaces later; that is not modelled here.
  parallel: withoutSurvivors(1 / 24),
  // -XX:SurvivorRatio=8: two survivor spaces, and an Eden eight times as large as one of them.
  serial: withoutSurvivors(1 / 30),
} as const satisfies Record<string, Room>;

export type CollectorId = keyof typeof rooms;

export const collectorParam = choiceParam({
  key: "collector",
  link: "col",
  label: { ko: "가비지 컬렉터", en: "Garbage collector" },
  choices: [
    { value: "none", label: { ko: "바이트만", en: "Bytes alone" } },
    { value: "g1", label: { ko: "G1", en: "G1" } },
    { value: "parallel", label: { ko: "Parallel", en: "Parallel" } },
    { value: "serial", label: { ko: "Serial", en: "Serial" } },
  ],
  default: "none",
  change: "structural",
});

/** The room that `collector` gives elements with `contentBytes` of content in a heap of `heapBytes`. */
export function roomOf(
  collector: CollectorId,
  contentBytes: number,
  heapBytes: number,
): ElementRoom {
  return rooms[collector](contentBytes, heapBytes);
}

function withoutSurvivors(share: number): Room {
  return (contentBytes, heapBytes) => ({
    elementBytes: contentBytes + HEADER_BYTES,
    limitBytes: heapBytes * (1 - share),
  });
}

/**
 * The size of a G1 region: the heap divided by 2,048, rounded up to a power of two, from 1 to 32 MiB, as in OpenJDK 17
 * (`HeapRegion::setup_heap_region_size`; measured: 2 MiB with -Xmx3g, 4 MiB with -Xmx5g).
 */
export function g1RegionBytes(heapBytes: number): number {
  let bytes = MIB;
  while (bytes < Math.min(heapBytes / G1_REGIONS, MOST_REGION_BYTES)) bytes *= 2;
  return bytes;
}

/**
 * The bytes of G1's regions that an object takes up. An object larger than half a region is humongous and occupies
 * whole regions alone (`G1CollectedHeap::is_humongous`); of smaller ones, as many share a region as fit.
 */
function shareOfRegions(bytes: number, regionBytes: number): number {
  if (bytes > regionBytes / 2) return Math.ceil(bytes / regionBytes) * regionBytes;
  return regionBytes / Math.floor(regionBytes / bytes);
}
