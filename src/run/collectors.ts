/** What an element takes of a JVM's heap under each garbage collector, and how much of the heap elements can have. */
import { type Choice, choiceParam } from "../params/index.ts";

const MIB = 1024 * 1024;

/** What a byte array takes beside its bytes: mark word, class, length (64 bits, compressed class pointers). */
const HEADER_BYTES = 16;
/** Objects begin at multiples of it. */
const ALIGNMENT_BYTES = 8;

/** G1 aims at so many regions, each a power of two in size and at most 32 MiB. */
const G1_REGIONS = 2048;
const MOST_REGION_BYTES = 32 * MIB;

/** A heap of one collector: bytes that each element takes, and that all of them can take together. */
export interface ElementRoom {
  readonly elementBytes: number;
  readonly usableBytes: number;
}

interface Collector {
  readonly name: Choice["label"];
  /** For elements with so many bytes of content, in a heap of so many bytes. */
  room(contentBytes: number, heapBytes: number): ElementRoom;
}

const collectors = {
  none: {
    name: { ko: "없음 (요소의 바이트만)", en: "None: bytes alone" },
    room: (contentBytes, heapBytes) => ({ elementBytes: contentBytes, usableBytes: heapBytes }),
  },
  g1: {
    name: { ko: "G1", en: "G1" },
    room: (contentBytes, heapBytes) => ({
      elementBytes: shareOfRegions(objectBytes(contentBytes), g1RegionBytes(heapBytes)),
      usableBytes: heapBytes,
    }),
  },
  // Both keep one survivor space empty, to copy into. The young generation is a third of the heap (-XX:NewRatio=2).
  parallel: {
    name: { ko: "Parallel", en: "Parallel" },
    // -XX:InitialSurvivorRatio=8: an eighth of it. Later its policy sizes the spaces anew; no rule here says how.
    room: (contentBytes, heapBytes) => ({
      elementBytes: objectBytes(contentBytes),
      usableBytes: heapBytes * (1 - 1 / 24),
    }),
  },
  serial: {
    name: { ko: "Serial", en: "Serial" },
    // -XX:SurvivorRatio=8: two survivor spaces, and an Eden that is eight times as large as one.
    room: (contentBytes, heapBytes) => ({
      elementBytes: objectBytes(contentBytes),
      usableBytes: heapBytes * (1 - 1 / 30),
    }),
  },
} as const satisfies Record<string, Collector>;

export type CollectorId = keyof typeof collectors;

export const collectorParam = choiceParam({
  key: "collector",
  link: "col",
  label: { ko: "가비지 컬렉터", en: "Garbage collector" },
  help: {
    ko: "메모리 모형: G1에서는 영역의 절반보다 큰 배열이 영역을 통째로 차지하고, Parallel과 Serial은 힙의 일부를 비워 둡니다.",
    en: "Memory model: under G1, an array larger than half a region takes whole regions; Parallel and Serial keep part of the heap empty.",
  },
  choices: (Object.keys(collectors) as CollectorId[]).map((value) => ({
    value,
    label: collectors[value].name,
  })),
  default: "none",
  change: "structural",
});

/** What elements with so many bytes of content take, and can take, in a heap of so many bytes. */
export function roomOf(
  collector: CollectorId,
  contentBytes: number,
  heapBytes: number,
): ElementRoom {
  return collectors[collector].room(contentBytes, heapBytes);
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

function objectBytes(contentBytes: number): number {
  return Math.ceil((contentBytes + HEADER_BYTES) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
