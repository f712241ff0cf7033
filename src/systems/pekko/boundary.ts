/** An async boundary that a program may have: the setting, what it puts into the topology, the graph and the text. */
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
    en: "Whether .async() stands above the consumer. It splits the stream into two actors, and the lower one has an input buffer: 16 by default.",
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

/** The id of the station that a boundary is. */
const INPUT = "input";

/** How many places its input buffer has; 0 for no boundary. */
export function inputBufferOf({ boundary }: BoundaryValues): number {
  return { fused: 0, async: MAX_INPUT_BUFFER, one: 1 }[boundary];
}

/** What stands in the topology between the last station above the boundary and the workers. */
export function inputStations(values: BoundaryValues): readonly (Station | Pressure)[] {
  const capacity = inputBufferOf(values);
  if (capacity === 0) return [];
  const name = { ko: ".async() 입력", en: ".async() input" };
  return ["request", { kind: "buffer", id: INPUT, name, capacity }];
}

/** The last station before the workers, where `above` is the one above the boundary. */
export function lastStationId(values: BoundaryValues, above: string): string {
  return values.boundary === "fused" ? above : INPUT;
}

/** Puts the boundary below `source`, whose last station is `above`. */
export function withBoundary<T>(
  source: Source<T>,
  program: Pick<Program, "connection" | "lastStation"> & { readonly values: BoundaryValues },
  above: string,
  tell: (log: ReturnType<Program["lastStation"]>) => ReturnType<Program["lastStation"]> = (log) =>
    log,
): Source<T> {
  if (program.values.boundary === "fused") return source;
  return source.async({
    log: tell(program.lastStation(INPUT)),
    demand: program.connection(above, INPUT),
  });
}
