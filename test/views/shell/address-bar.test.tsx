/** The browser's address bar as the store writes to it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browserAddressBar } from "../../../src/views/shell/address-bar.ts";

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "#first");
});

afterEach(() => {
  vi.useRealTimers();
});

test("an address that keeps changing is written within a second, and not more often than Safari allows", () => {
  const address = browserAddressBar(window);
  const written = vi.spyOn(history, "replaceState");
  for (let tenth = 1; tenth <= 300; tenth++) {
    address.replace(`t=${tenth}`);
    vi.advanceTimersByTime(100);
    if (tenth >= 10) expect(Number(location.hash.slice(3))).toBeGreaterThanOrEqual(tenth - 9);
  }
  expect(written.mock.calls.length).toBeLessThan(100);
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe("#t=300");
  written.mockRestore();
});

test("a new entry leaves the last experiment in the entry before", () => {
  const address = browserAddressBar(window);
  const written = vi.spyOn(history, "replaceState");
  address.replace("cap=3");
  address.push("s=memory-leak");
  expect(written).toHaveBeenCalledWith(null, "", "#cap=3");
  expect(location.hash).toBe("#s=memory-leak");
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe("#s=memory-leak");
  written.mockRestore();
});

test("a waiting address is forgotten when the reader goes elsewhere", () => {
  const address = browserAddressBar(window);
  const stop = address.onChange(() => undefined);
  address.replace("cap=3");
  history.replaceState(null, "", "#theirs");
  window.dispatchEvent(new Event("popstate"));
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe("#theirs");
  address.replace("cap=4");
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe("#cap=4");
  stop();
});

test.each(["blur", "pagehide"])(
  "a waiting address is written at once on %s, because it may be copied now",
  (away) => {
    const address = browserAddressBar(window);
    address.replace("cap=5");
    expect(location.hash).toBe("#first");
    window.dispatchEvent(new Event(away));
    expect(location.hash).toBe("#cap=5");
    const written = vi.spyOn(history, "replaceState");
    vi.advanceTimersByTime(1000);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  },
);
