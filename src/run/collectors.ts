/** What an element takes of a JVM's heap under each garbage collector, and how much of the heap elements can have. */
import { choiceParam } from "../params/index.ts";

const MIB = 1024 * 1024;

/** What a byte array takes beside its bytes: mark word, class, length (64 bits, compressed class pointers). */
const HEADER_BYTES = 16;

/** G1 aims at so many regions, each a power of two in size and at most 32 MiB. */
const G1_REGIONS = 2048;
const MOST_REGION_BYTES = 32 * MIB;

/** A heap of one collector: bytes that each element takes, and that all of them can take together. */
export interface ElementRoom {
  readonly elementBytes: number;
  readonly limitBytes: number;
}

type Room = (contentBytes: number, heapBytes: number) => ElementRoom;

/** For elements with so many bytes of content, in a heap of so many bytes. */
const rooms = {
  none: (elementBytes, limitBytes) => ({ elementBytes, limitBytes }),
  g1: (contentBytes, limitBytes) => ({
    elementBytes: shareOfRegions(contentBytes + HEADER_BYTES, g1RegionBytes(limitBytes)),
    limitBytes,
  }),
  // Both keep one survivor space empty, to copy into. The young generation is a third of the heap (-XX:NewRatio=2).
  // -XX:InitialSurvivorRatio=8: an eighth of it. Later its policy sizes the spaces anew; no rule here says how.
  parallel: withoutSurvivors(1 / 24),
  // -XX:SurvivorRatio=8: two survivor spaces, and an Eden that is eight times as large as one.
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

/** What elements with so many bytes of content take, and can take, in a heap of so many bytes. */
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
 * The size of a G1 region: the heap by 2,048, rounded up to a power of two, from 1 to 32 MiB. So it is in OpenJDK 17
 * (`HeapRegion::setup_heap_region_size`; measured: 2 MiB with -Xmx3g, 4 MiB with -Xmx5g).
 */
export function g1RegionBytes(heapBytes: number): number {
  let bytes = MIB;
  while (bytes < Math.min(heapBytes / G1_REGIONS, MOST_REGION_BYTES)) bytes *= 2;
  return bytes;
}

/**
 * What an object takes of G1's regions: more than half a region makes it humongous, and it has whole regions of its
 * own (`G1CollectedHeap::is_humongous`); of others as many share a region as fit into it.
 */
function shareOfRegions(bytes: number, regionBytes: number): number {
  if (bytes > regionBytes / 2) return Math.ceil(bytes / regionBytes) * regionBytes;
  return regionBytes / Math.floor(regionBytes / bytes);
}
