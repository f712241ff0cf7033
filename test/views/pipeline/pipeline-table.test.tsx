import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { PipelineTable } from "../../../src/views/pipeline/PipelineTable.tsx";
import { doing, laneRecording, openPlayground, show, textOf } from "../support.tsx";

afterEach(cleanup);

it("the table of the picture stands still while it plays, and follows a pause", () => {
  const playground = openPlayground();
  show(playground, <PipelineTable recording={laneRecording(playground)} lane={0} />);
  doing(() => playground.actions.seek(1000));
  expect(textOf("caption")).toBe("State at 1.000 s");
  doing(() => {
    playground.actions.play();
    for (let frame = 0; frame < 100; frame++) playground.frame(16);
  });
  expect(playground.store.getState().position.timeMs).toBeGreaterThan(2000);
  expect(textOf("caption")).toBe("State at 1.000 s");
  doing(playground.actions.pause);
  expect(textOf("caption")).toBe("State at 2.600 s");
});
