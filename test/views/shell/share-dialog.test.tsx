import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { encode } from "uqr";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readLink } from "../../../src/store/index.ts";
import { Header } from "../../../src/views/shell/Header.tsx";
import { Tools } from "../../../src/views/shell/Tools.tsx";
import { toolWords as words } from "../../../src/views/shell/tool-words.ts";
import { catalogue } from "../../support/everything.ts";
import { doing, openPlayground, show } from "../support.tsx";

/** Opens the dialog on a changed page in the middle of its run. */
async function share() {
  const playground = openPlayground("#s=fast-producer&k=drop-oldest&cap=5&seed=7");
  show(
    playground,
    <Header>
      <Tools />
    </Header>,
  );
  doing(() => {
    playground.actions.seek(4321);
    playground.actions.setValue(0, "producerDelayMs", 40);
    playground.actions.play();
  });
  fireEvent.click(screen.getByRole("button", { name: "Share" }));
  const dialog = await screen.findByRole<HTMLDialogElement>("dialog");
  const url = within(dialog).getByRole<HTMLTextAreaElement>("textbox").value;
  return { playground, dialog, url };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("sharing", () => {
  it("pauses, and shows a link that opens the same experiment at the same time", async () => {
    const { playground, url } = await share();
    expect(playground.store.getState().playing).toBe(false);
    const { experiment, position, notices } = readLink(catalogue, new URL(url).hash);
    expect(experiment).toEqual(playground.store.getState().experiment);
    expect(position).toEqual(playground.position());
    expect(notices).toEqual([]);
    expect(url.length).toBeLessThan(150);
  });

  it("draws the same link as a QR code, dark on white in any theme", async () => {
    const { dialog, url } = await share();
    const picture = within(dialog).getByRole("img", { name: words.qr.en });
    const { size, data } = encode(url, { border: 2 });
    expect(picture.getAttribute("viewBox")).toBe(`0 0 ${size} ${size}`);
    const squares = picture.querySelector("path")?.getAttribute("d")?.match(/M/g)?.length;
    expect(squares).toBe(data.flat().filter(Boolean).length);
    expect(picture.querySelector("rect")?.getAttribute("fill")).toBe("#ffffff");
    expect(picture.querySelector("path")?.getAttribute("fill")).toBe("#000000");
  });

  it.each([
    ["can be copied", { writeText: () => Promise.resolve() }, words.copied.en],
    ["may be refused", { writeText: () => Promise.reject(new Error("no")) }, words.copyFailed.en],
    ["may lack a clipboard", undefined, words.copyFailed.en],
  ])("%s, and says so", async (_name, clipboard, said) => {
    vi.stubGlobal("navigator", Object.create(navigator, { clipboard: { value: clipboard } }));
    const { dialog } = await share();
    await act(async () => {
      fireEvent.click(within(dialog).getByRole("button", { name: words.copy.en }));
    });
    expect(within(dialog).getAllByRole("status")[0]?.textContent).toBe(said);
  });

  it("selects the text when it gets the focus; the text can't be changed", async () => {
    const { dialog } = await share();
    const text = within(dialog).getByRole<HTMLTextAreaElement>("textbox");
    expect(text.readOnly).toBe(true);
    act(() => text.focus());
    expect(text.selectionEnd - text.selectionStart).toBe(text.value.length);
  });
});
