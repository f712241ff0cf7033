/** Parts that could not be loaded can be requested again, and then work. */
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import type { JSX } from "react";
import { afterEach, describe, expect, it } from "vitest";
import type { Playground } from "../../../src/store/index.ts";
import { deferred, useLoaded } from "../../../src/views/kit/deferred.tsx";
import { NotLoaded } from "../../../src/views/shell/NotLoaded.tsx";
import { openPlayground, show } from "../support.tsx";

const Part = ({ name }: { readonly name: string }): JSX.Element => <p>{`here is ${name}`}</p>;

/** A network that may be down. */
function network<T>(value: T) {
  const state = { away: true, asked: 0 };
  const load = async (): Promise<T> => {
    state.asked++;
    if (state.away) throw new TypeError("Failed to fetch dynamically imported module");
    return value;
  };
  return { state, load };
}

async function draw(part: JSX.Element): Promise<Playground> {
  const playground = openPlayground();
  await act(async () => {
    show(
      playground,
      <>
        <NotLoaded />
        {part}
      </>,
    );
  });
  return playground;
}

async function tryAgain(index = 0): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByRole("button", { name: "Try again" })[index] as HTMLElement);
  });
}

const alerts = () => screen.queryAllByRole("alert").map(({ textContent }) => textContent);

afterEach(cleanup);

describe("a part", () => {
  it("that can't be loaded says so in its place and in the page's head until it is there", async () => {
    const { state, load } = network(Part);
    const Deferred = deferred(load);
    await draw(<Deferred name="it" meanwhile={<p>wait</p>} />);
    expect(alerts()).toEqual([
      "Part of the page could not be loaded. Check the network and try again.Try again",
      "This part could not be loaded.Try again",
    ]);
    await tryAgain();
    expect(state.asked).toBe(2);
    expect(alerts()).toHaveLength(2);
    state.away = false;
    await tryAgain(1);
    expect(screen.getByText("here is it")).toBeDefined();
    expect(alerts()).toEqual([]);
  });

  it("is not requested again by itself, however often the page is drawn", async () => {
    const { state, load } = network(Part);
    const Deferred = deferred(load);
    const playground = await draw(<Deferred name="it" />);
    for (let times = 0; times < 5; times++) {
      await act(async () => playground.actions.seek(1000 * times));
    }
    expect(state.asked).toBe(1);
  });

  it("that is quiet leaves what was there before, and is still loaded on request", async () => {
    const { state, load } = network(Part);
    const Deferred = deferred(load, "quiet");
    await draw(<Deferred name="it" meanwhile={<p>wait</p>} />);
    expect(screen.getByText("wait")).toBeDefined();
    expect(alerts()).toHaveLength(1);
    state.away = false;
    await tryAgain();
    expect(screen.getByText("here is it")).toBeDefined();
  });

  it("that is there stays as it is when another one is requested again", async () => {
    const there = network(Part);
    there.state.away = false;
    const Here = deferred(there.load);
    const Missing = deferred(network(Part).load);
    await draw(
      <>
        <Here name="one" />
        <Missing name="two" />
      </>,
    );
    const node = screen.getByText("here is one");
    await tryAgain();
    expect(screen.getByText("here is one")).toBe(node);
    expect(there.state.asked).toBe(1);
  });
});

const needed = network("loaded");

function User(): JSX.Element {
  return <p>{useLoaded(needed.load) ?? "without"}</p>;
}

describe("what a part needs", () => {
  it("is loaded when it is requested again", async () => {
    await draw(<User />);
    expect(screen.getByText("without")).toBeDefined();
    expect(alerts()).toHaveLength(1);
    needed.state.away = false;
    await tryAgain();
    expect(screen.getByText("loaded")).toBeDefined();
    expect(alerts()).toEqual([]);
  });
});

describe("what was requested by name", () => {
  it.each([
    ["memory-leak", "“Memory leak” could not be loaded. Check the network and try again."],
    ["token-bucket", "“token-bucket” could not be loaded. Check the network and try again."],
    [`v=1&${"x".repeat(2000)}`, `“v=1&${"x".repeat(36)}” could not be loaded.`],
  ])("%s is told before any part", async (given, text) => {
    const playground = await draw(<p />);
    await act(async () => {
      playground.actions.partNotLoaded();
      const { notices } = playground.store.getState();
      playground.store.setState({ notices: [...notices, { kind: "notLoaded", given }] });
    });
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]).toContain(text);
  });
});
