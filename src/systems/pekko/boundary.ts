/** The optional async boundary of a program: its setting, and what it adds to the topology and the graph. */
import { choiceParam, type ValuesOf } from "../../params/index.ts";
import type { Pressure, Station } from "../topology.ts";
import { MAX_INPUT_BUFFER, type Source } from "./graph.ts";
import type { Program } from "./program.ts";

export const boundaryParam = choiceParam({
  key: "boundary",
  link: "ab",
  label: { ko: "비동기 경계", en: "Async boundary" },
  help: {
    ko: "소비자 위에 .async()를 둘지 정합니다. 두면 위아래가 서로 다른 액터가 되고, 아래쪽에 입력 버퍼가 생깁니다. 따로 정하지 않으면 16개짜리입니다.",
    en: "Whether .async() stands above the consumer. It splits the stream into two actors, and the lower one has an input buffer, of 16 places by default.",
  },
  choices: [
    { value: "fused", label: { ko: "없음(한 액터)", en: "none (fused)" } },
    { value: "async", label: { ko: ".async(), 미리 16개", en: ".async(), 16 ahead" } },
    { value: "one", label: { ko: ".async(), 미리 1개", en: ".async(), 1 ahead" } },
  ],
  default: "fused",
  change: "structural",
});

export type BoundaryValues = ValuesOf<[typeof boundaryParam]>;

/** The id of the boundary's station. */
const INPUT = "input";

/** Returns how many places the boundary's input buffer has; 0 if there is no boundary. */
export function inputBufferOf({ boundary }: BoundaryValues): number {
  return { fused: 0, async: MAX_INPUT_BUFFER, one: 1 }[boundary];
}

/** Returns what the boundary adds to the topology, between the last station above it and the workers. */
export function inputStations(values: BoundaryValues): readonly (Station | Pressure)[] {
  const capacity = inputBufferOf(values);
  if (capacity === 0) return [];
  const name = { ko: ".async() 입력", en: ".async() input" };
  return ["request", { kind: "buffer", id: INPUT, name, capacity }];
}

/** Returns the id of the last station before the workers; `above` is the id of the station above the boundary. */
export function lastStationId(values: BoundaryValues, above: string): string {
  return values.boundary === "fused" ? above : INPUT;
}

/** Puts the boundary, if there is one, below `source`, whose last station is `above`. `wrap` adapts its log. */
export function withBoundary<T>(
  source: Source<T>,
  program: Pick<Program, "connection" | "lastStation"> & { readonly values: BoundaryValues },
  above: string,
  wrap: (log: ReturnType<Program["lastStation"]>) => ReturnType<Program["lastStation"]> = (log) =>
    log,
): Source<T> {
  if (program.values.boundary === "fused") return source;
  return source.async({
    log: wrap(program.lastStation(INPUT)),
    demand: program.connection(above, INPUT),
  });
}
