/**
 * Every scenario, in the order of the picker. The first is always there; the others are loaded when
 * somebody opens them, with the strategies that they offer.
 */
import type { Text } from "../i18n/index.ts";
import { loadStrategy } from "../systems/index.ts";
import { fastProducer } from "./fast-producer.ts";
import type { Scenario, ScenarioGroup } from "./scenario.ts";

/** What the picker shows of a scenario, and how to get the rest. */
export interface ScenarioEntry<Id extends string = string> {
  readonly id: Id;
  readonly group: ScenarioGroup;
  readonly name: Text;
  readonly load: () => Promise<Scenario<Id>>;
}

function entry<const Id extends string>(
  id: Id,
  group: ScenarioGroup,
  ko: string,
  en: string,
  load: () => Promise<Scenario<Id>>,
): ScenarioEntry<Id> {
  return { id, group, name: { ko, en }, load };
}

export const scenarios = [
  entry(
    "fast-producer",
    "start",
    "빠른 생산자, 느린 소비자",
    "Fast producer, slow consumer",
    async () => fastProducer,
  ),
  entry(
    "memory-leak",
    "problems",
    "메모리 누수",
    "Memory leak",
    async () => (await import("./memory-leak.ts")).memoryLeak,
  ),
  entry(
    "system-overload",
    "problems",
    "시스템 과부하",
    "System overload",
    async () => (await import("./system-overload.ts")).systemOverload,
  ),
  entry(
    "bounded-buffer",
    "strategies",
    "유한 버퍼",
    "Bounded buffer",
    async () => (await import("./bounded-buffer.ts")).boundedBuffer,
  ),
  entry(
    "conflated",
    "strategies",
    "최신 값만 남기기",
    "Conflated",
    async () => (await import("./conflated.ts")).conflated,
  ),
  entry(
    "priority-drop",
    "strategies",
    "우선순위로 버리기",
    "Drop by priority",
    async () => (await import("./priority-drop.ts")).priorityDrop,
  ),
  entry(
    "rate-limiting",
    "patterns",
    "속도 제한",
    "Rate limiting",
    async () => (await import("./rate-limiting.ts")).rateLimiting,
  ),
  entry(
    "batching",
    "patterns",
    "배치",
    "Batching",
    async () => (await import("./batching.ts")).batching,
  ),
  entry(
    "circuit-breaker",
    "patterns",
    "서킷 브레이커",
    "Circuit breaker",
    async () => (await import("./circuit-breaker.ts")).circuitBreaker,
  ),
  entry(
    "log-processing",
    "realTime",
    "로그 처리",
    "Log processing",
    async () => (await import("./log-processing.ts")).logProcessing,
  ),
  entry(
    "sensor-data",
    "realTime",
    "센서 데이터",
    "Sensor data",
    async () => (await import("./sensor-data.ts")).sensorData,
  ),
  entry(
    "monitoring",
    "tuning",
    "모니터링",
    "Monitoring",
    async () => (await import("./monitoring.ts")).monitoring,
  ),
  entry(
    "adaptive-buffer",
    "tuning",
    "적응형 버퍼",
    "Adaptive buffer",
    async () => (await import("./adaptive-buffer.ts")).adaptiveBuffer,
  ),
  entry(
    "retry",
    "practice",
    "재시도와 백오프",
    "Retry and backoff",
    async () => (await import("./retry.ts")).retryScenario,
  ),
  entry(
    "degradation",
    "practice",
    "단계적 기능 축소",
    "Graceful degradation",
    async () => (await import("./degradation.ts")).degradation,
  ),
  entry(
    "pool-size",
    "practice",
    "풀 크기",
    "Pool size",
    async () => (await import("./pool-size.ts")).poolSize,
  ),
  entry(
    "rxjava",
    "systems",
    "RxJava의 observeOn",
    "RxJava: observeOn",
    async () => (await import("./rxjava.ts")).rxjava,
  ),
] as const;

export type ScenarioId = (typeof scenarios)[number]["id"];

const loaded = new Map<string, Scenario<ScenarioId>>([[fastProducer.id, fastProducer]]);

/** Loads a scenario and the strategies it offers, if they aren't there yet. */
export async function loadScenario(id: ScenarioId): Promise<void> {
  if (isScenarioLoaded(id)) return;
  const scenario = await entryOf(id).load();
  await Promise.all(scenario.strategies.map(loadStrategy));
  loaded.set(id, scenario);
}

/** Whether a scenario is there. */
export function isScenarioLoaded(id: ScenarioId): boolean {
  return loaded.has(id);
}

/** The scenario of that id. Throws if it has not been loaded. */
export function scenarioOf(id: ScenarioId): Scenario<ScenarioId> {
  const scenario = loaded.get(id);
  if (scenario === undefined) throw new Error(`the scenario ${id} has not been loaded`);
  return scenario;
}

/** What the picker knows of a scenario. */
export function entryOf(id: ScenarioId): ScenarioEntry<ScenarioId> {
  return scenarios.find((other) => other.id === id) as ScenarioEntry<ScenarioId>;
}

/** Whether a text (from a link, say) is the id of a scenario. */
export function isScenarioId(text: string): text is ScenarioId {
  return scenarios.some(({ id }) => id === text);
}
