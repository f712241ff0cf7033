/** What follows the verdict of each lesson, loaded when a reader gets that far. */
import type { ScenarioId } from "./registry.ts";
import type { Sequel } from "./sequel.ts";

/** Loads each lesson's file, whose only export is the sequel. */
const LOADERS: Readonly<Record<ScenarioId, () => Promise<Readonly<Record<string, Sequel>>>>> = {
  "fast-producer": () => import("./sequels/fast-producer.ts"),
  causes: () => import("./sequels/causes.ts"),
  "memory-leak": () => import("./sequels/memory-leak.ts"),
  "system-overload": () => import("./sequels/system-overload.ts"),
  "bounded-buffer": () => import("./sequels/bounded-buffer.ts"),
  conflated: () => import("./sequels/conflated.ts"),
  "priority-drop": () => import("./sequels/priority-drop.ts"),
  "rate-limiting": () => import("./sequels/rate-limiting.ts"),
  batching: () => import("./sequels/batching.ts"),
  "circuit-breaker": () => import("./sequels/circuit-breaker.ts"),
  "log-processing": () => import("./sequels/log-processing.ts"),
  "sensor-data": () => import("./sequels/sensor-data.ts"),
  monitoring: () => import("./sequels/monitoring.ts"),
  "adaptive-buffer": () => import("./sequels/adaptive-buffer.ts"),
  retry: () => import("./sequels/retry.ts"),
  degradation: () => import("./sequels/degradation.ts"),
  "pool-size": () => import("./sequels/pool-size.ts"),
  "one-flood": () => import("./sequels/one-flood.ts"),
  rxjava: () => import("./sequels/rxjava.ts"),
  reactor: () => import("./sequels/reactor.ts"),
  akka: () => import("./sequels/akka.ts"),
  "node-streams": () => import("./sequels/node-streams.ts"),
  "kotlin-flow": () => import("./sequels/kotlin-flow.ts"),
  replenishing: () => import("./sequels/replenishing.ts"),
};

/** Loads what follows the verdict of a scenario's lesson. */
export async function loadSequel(id: ScenarioId): Promise<Sequel> {
  const [sequel] = Object.values(await LOADERS[id]()) as [Sequel];
  return sequel;
}
