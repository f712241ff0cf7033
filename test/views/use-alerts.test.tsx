/** The alerts of a lane as React sees them: read at once, or one slice at a time. */
import { cleanup } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Alert, alertsOf, type Recording, thresholdsOf } from "../../src/run/index.ts";
import { depth } from "../../src/views/stage/strips/depth.ts";
import { useAlerts } from "../../src/views/use-alerts.ts";
import { doing, laneRecording, openPlayground, show } from "./support.tsx";

afterEach(cleanup);

/** A page that shows only alerts, and the alerts that it has shown so far. */
function watching(link: string) {
  const playground = openPlayground(link);
  const recording = laneRecording(playground);
  const shown: (readonly Alert[])[] = [];
  const begin = () => show(playground, <Watch recording={recording} shown={shown} />);
  return { playground, recording, shown, begin };
}

function Watch({
  recording,
  shown,
}: {
  readonly recording: Recording;
  readonly shown: (readonly Alert[])[];
}): null {
  shown.push(useAlerts(recording));
  return null;
}

test("a short run's alerts are there at once", () => {
  const { recording, shown, begin } = watching("#s=fast-producer&k=try-send&t=20000");
  begin();
  expect(shown[0]?.length).toBeGreaterThan(0);
  expect(shown[0]).toEqual(alertsOf(recording, thresholdsOf({}), 20_000));
});

test("a long run is not read while the page is drawn: its alerts appear once it has been read, and keep up", () => {
  const { playground, recording, shown, begin } = watching(
    "#s=fast-producer&k=try-send&p=2&c=7&t=40000",
  );
  expect(depth.prepare?.(recording)).toBe(false);
  begin();
  expect(shown[0]).toEqual([]);
  expect(shown.at(-1)?.length).toBeGreaterThan(0);
  doing(() => playground.actions.seek(50_000));
  expect(shown.at(-1)).toEqual(alertsOf(recording, thresholdsOf({}), 50_000));
  expect(depth.prepare?.(recording)).toBe(true);
});
