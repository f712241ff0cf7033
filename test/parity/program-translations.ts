/** For each recorded program: the strategy that plays it, its settings, and the events of its printed lines. */

import type { PrintedLine } from "../../src/run/index.ts";
import { readingOf, sensorName } from "../../src/workloads/index.ts";
import type { RecordedEvent, RecordedProgram, Translation } from "./program-replay.ts";

export const translations: Readonly<Record<string, Translation>> = {
  "memory-leak": {
    strategy: "memory-leak-written",
    values: (params) => params,
    events: ({ line, numbers }) => [["consumer", line, ...numbers]],
  },
  "system-overload": {
    strategy: "system-overload-written",
    values: (params) => params,
    events: byName({ sent: "producer", processed: "consumer" }),
  },
  "bounded-buffer": {
    strategy: "bounded-buffer-written",
    values: (params) => params,
    events: byName({ sent: "producer", start: "consumer", done: "consumer" }),
  },
  conflated: {
    strategy: "conflated-written",
    values: (params) => params,
    events: byName({ sent: "producer", received: "consumer" }),
  },
  "priority-drop": {
    strategy: "priority-drop-written",
    values: (params) => params,
    events: byName({ sent: "producer", dropped: "producer", received: "consumer" }),
  },
  "rate-limiting": {
    strategy: "rate-limiting-written",
    values: (params) => params,
    events: byName({ sent: "producer", received: "consumer" }),
  },
  batch: {
    strategy: "batching-written",
    values: (params) => params,
    events: ({ line, numbers }) => [
      line === "start"
        ? ["consumer", "batchStart", [...numbers]]
        : ["consumer", "batchDone", ...numbers],
    ],
  },
  "circuit-breaker": {
    strategy: "circuit-breaker-written",
    values: (params) => params,
    events: ({ line, numbers }) => {
      if (line === "received") return [["consumer", line, ...numbers]];
      return line === "sent" || line === "failed"
        ? [["producer", line, ...numbers]]
        : [["breaker", line]];
    },
  },
  "log-processing": {
    strategy: "log-processing-written",
    values: ({ processors = 0, ...params }) => ({ ...params, workers: processors }),
    events({ line, numbers: [first = 0, log = 0] }, { params }) {
      if (line === "dropped") return [["producer", line, first]];
      const level = log % (params["errorEvery"] ?? 1) === 0 ? "ERROR" : "INFO";
      return [[`processor${first}`, line, log, level]];
    },
  },
  sensor: {
    strategy: "sensor-data-written",
    values: (params) => params,
    events: readingEvents,
  },
  monitoring: {
    strategy: "monitoring-written",
    values: (params) => params,
    events({ line, numbers }) {
      if (line === "closed") return [["consumer", line]];
      if (line !== "stats")
        return [[line === "received" ? "consumer" : "producer", line, ...numbers]];
      const isCount = (place: number) => place === 0 || place === 2 || place === 4;
      // Negative hundredths stand for NaN, which is null in JSON.
      const exact = (number: number) => (number < 0 ? null : number / 100);
      const values = numbers.map((number, place) => (isCount(place) ? number : exact(number)));
      return [["monitor", line, ...values]];
    },
  },
  adaptive: {
    strategy: "adaptive-buffer-written",
    values: (params) => params,
    events: byName({ sent: "producer", received: "consumer", grow: "buffer", shrink: "buffer" }),
  },
};

/** For lines that are recorded under their own names; `actors` maps each line to the actor that prints it. */
function byName(actors: Readonly<Record<string, string>>): Translation["events"] {
  return ({ line, numbers }) => [[actors[line], line, ...numbers]];
}

/** The recordings contain exact values, which are computed from the random numbers drawn for the element. */
function readingEvents(
  { line, numbers: [element = 0, ...printed] }: PrintedLine,
  { params, randoms }: RecordedProgram,
): RecordedEvent[] {
  const sensor = sensorName(element % (params["sensors"] ?? 1));
  if (line === "sent") return [["producer", line, sensor]];
  const { temperature, humidity } = readingOf(
    randoms[2 * element] ?? Number.NaN,
    randoms[2 * element + 1] ?? Number.NaN,
  );
  const name = { hot: "heatAlarm", humid: "humidityAlarm" }[line] ?? line;
  const exact = { hot: [temperature], humid: [humidity] }[line] ?? [temperature, humidity];
  const isPrinted = exact.every((value, place) => Math.round(value * 100) === printed[place]);
  return [["consumer", isPrinted ? name : `${name} of other values`, sensor, ...exact]];
}
