/**
 * Every scenario, in the order of the picker. The first one needs no loading; the others are loaded when they are opened,
 * with the strategies that they offer.
 */
import type { Text } from "../i18n/index.ts";
import { fastProducer } from "./fast-producer.ts";
import type { Scenario, ScenarioGroup } from "./scenario.ts";

/** What the picker shows of a scenario, and how to load the rest. */
export interface ScenarioEntry<Id extends string = string> {
  readonly id: Id;
  readonly group: ScenarioGroup;
  readonly name: Text;
  /** The scenario's revision: links name it even before the scenario is loaded. */
  readonly revision: number;
  /** Loads the scenario's file, whose only export is the scenario. */
  readonly load: () => Promise<Readonly<Record<string, Scenario<Id>>>>;
}

function entry<const Id extends string>(
  id: Id,
  group: ScenarioGroup,
  ko: string,
  en: string,
  load: () => Promise<Readonly<Record<string, Scenario<Id>>>>,
  revision = 1,
): ScenarioEntry<Id> {
  return { id, group, name: { ko, en }, revision, load };
}

export const scenarios = [
  entry(
    "fast-producer",
    "start",
    "빠른 생산자, 느린 소비자",
    "Fast producer, slow consumer",
    async () => ({ fastProducer }),
  ),
  entry("causes", "start", "네 가지 원인", "Four causes", () => import("./causes.ts")),
  entry(
    "memory-leak",
    "problems",
    "메모리 누수",
    "Memory leak",
    () => import("./memory-leak.ts"),
    2,
  ),
  entry(
    "system-overload",
    "problems",
    "시스템 과부하",
    "System overload",
    () => import("./system-overload.ts"),
    2,
  ),
  entry(
    "bounded-buffer",
    "strategies",
    "유한 버퍼",
    "Bounded buffer",
    () => import("./bounded-buffer.ts"),
    2,
  ),
  entry("conflated", "strategies", "최신 값만 남기기", "Conflated", () => import("./conflated.ts")),
  entry(
    "priority-drop",
    "strategies",
    "우선순위로 버리기",
    "Drop by priority",
    () => import("./priority-drop.ts"),
  ),
  entry(
    "rate-limiting",
    "patterns",
    "속도 제한",
    "Rate limiting",
    () => import("./rate-limiting.ts"),
  ),
  entry("batching", "patterns", "배치", "Batching", () => import("./batching.ts")),
  entry(
    "circuit-breaker",
    "patterns",
    "서킷 브레이커",
    "Circuit breaker",
    () => import("./circuit-breaker.ts"),
    2,
  ),
  entry(
    "log-processing",
    "realTime",
    "로그 처리",
    "Log processing",
    () => import("./log-processing.ts"),
    2,
  ),
  entry("sensor-data", "realTime", "센서 데이터", "Sensor data", () => import("./sensor-data.ts")),
  entry("monitoring", "tuning", "모니터링", "Monitoring", () => import("./monitoring.ts"), 2),
  entry(
    "adaptive-buffer",
    "tuning",
    "적응형 버퍼",
    "Adaptive buffer",
    () => import("./adaptive-buffer.ts"),
  ),
  entry("retry", "practice", "재시도와 백오프", "Retry and backoff", () => import("./retry.ts")),
  entry(
    "degradation",
    "practice",
    "단계적 기능 축소",
    "Graceful degradation",
    () => import("./degradation.ts"),
  ),
  entry("pool-size", "practice", "풀 크기", "Pool size", () => import("./pool-size.ts")),
  entry(
    "one-flood",
    "systems",
    "같은 부하, 다섯 시스템",
    "One flood, five systems",
    () => import("./one-flood.ts"),
  ),
  entry("rxjava", "systems", "RxJava의 연산자", "RxJava operators", () => import("./rxjava.ts"), 2),
  entry(
    "reactor",
    "systems",
    "Reactor의 연산자",
    "Reactor operators",
    () => import("./reactor.ts"),
  ),
  entry(
    "akka",
    "systems",
    "Akka / Pekko 스트림",
    "Akka / Pekko Streams",
    () => import("./akka.ts"),
  ),
  entry(
    "node-streams",
    "systems",
    "Node.js 스트림",
    "Node.js streams",
    () => import("./node-streams.ts"),
  ),
  entry("kotlin-flow", "systems", "Kotlin의 Flow", "Kotlin Flow", () => import("./kotlin-flow.ts")),
  entry(
    "replenishing",
    "systems",
    "추가 요청의 시점",
    "Replenishing",
    () => import("./replenishing.ts"),
  ),
] as const;

export type ScenarioId = (typeof scenarios)[number]["id"];

/** The picker's entry for a scenario. */
export function entryOf(id: ScenarioId): ScenarioEntry<ScenarioId> {
  return scenarios.find((other) => other.id === id) as ScenarioEntry<ScenarioId>;
}

/** Whether a text (from a link, say) is the id of a scenario. */
export function isScenarioId(text: string): text is ScenarioId {
  return scenarios.some(({ id }) => id === text);
}
