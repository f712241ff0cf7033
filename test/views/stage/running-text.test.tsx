import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { RunningText } from "../../../src/views/stage/RunningText.tsx";

afterEach(cleanup);

/** What changes outside the box of a text when the text changes. */
function changesAround(from: string, to: string, room?: string): string[] {
  const shown = (text: string) => (
    <p>
      <RunningText text={text} room={room} data-told="" />
    </p>
  );
  const { rerender, container } = render(shown(from));
  const box = container.querySelector("[data-told]");
  const observer = new MutationObserver(() => undefined);
  const everything = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(container, everything);
  rerender(shown(to));
  expect(box?.textContent).toBe(to);
  expect(container.textContent).toBe(to);
  const changes = observer.takeRecords();
  expect(changes).not.toEqual([]);
  return changes
    .filter(({ target }) => box?.contains(target) === false)
    .map(({ type, attributeName }) => attributeName ?? type);
}

test("another number with as many digits changes nothing around it", () => {
  expect(changesAround("12,345", "54,321")).toEqual([]);
  expect(changesAround("3.3/초", "9.8/초")).toEqual([]);
});

test("a number with more digits gets more room", () => {
  expect(changesAround("9.9/s", "10.0/s")).toEqual(["data-room"]);
});

test("a word that comes and goes keeps its room", () => {
  expect(changesAround("", "producer", "producer")).toEqual([]);
  expect(changesAround("producer", "", "producer")).toEqual([]);
});
