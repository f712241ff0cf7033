/** A menu opens beside its button, and closes when the reader turns to something else. */
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Menu } from "../../../src/views/kit/Menu.tsx";

function open() {
  render(
    <>
      <Menu label="Lane">
        <button type="button">Duplicate</button>
      </Menu>
      <button type="button">Elsewhere</button>
    </>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Lane" }));
}

const isOpen = () =>
  screen.getByRole("button", { name: "Lane" }).getAttribute("aria-expanded") === "true";

afterEach(cleanup);

describe("an open menu", () => {
  it("shows its contents, and stays open while they are pressed", () => {
    open();
    fireEvent.pointerDown(screen.getByRole("button", { name: "Duplicate" }));
    expect(isOpen()).toBe(true);
  });

  it("closes with Escape and gives the focus back to its button", () => {
    open();
    fireEvent.keyDown(screen.getByRole("button", { name: "Duplicate" }), { key: "Escape" });
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Lane" }));
  });

  it("closes when something else is pressed", () => {
    open();
    fireEvent.pointerDown(screen.getByRole("button", { name: "Elsewhere" }));
    expect(isOpen()).toBe(false);
  });

  it("closes when the address changes, because its button may be elsewhere then", () => {
    open();
    fireEvent(window, new Event("hashchange"));
    expect(isOpen()).toBe(false);
  });
});
