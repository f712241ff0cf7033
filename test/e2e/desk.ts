/** The page as a person uses it: its parts by the names that they have on the screen. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Language, Text } from "../../src/i18n/index.ts";
import { words as controlWords } from "../../src/views/panel/settings/words.ts";
import { tabWords } from "../../src/views/panel/tab-words.ts";
import type { Tab } from "../../src/views/panel/tabs.ts";
import { laneWords } from "../../src/views/stage/lanes/lane-words.ts";
import { words as transportWords } from "../../src/views/stage/transport/words.ts";
import { numbersOf, type ShownNumbers } from "./expected.ts";
import { shellWords } from "./shell-words.ts";

export class Desk {
  readonly page: Page;
  /** The address of the page without any link. */
  readonly url: string;
  language: Language = "en";

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  say(text: Text): string {
    return text[this.language];
  }

  /** Opens a link and waits until everything is there. */
  async open(link = ""): Promise<void> {
    await this.page.goto(link === "" ? this.url : `${this.url}#${link}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    // On a phone, a lane beside others has no room for this counter, so it may be hidden.
    await this.page.locator("[data-counter=made]").first().waitFor({ state: "attached" });
    await this.timeline.waitFor();
    // The tools and the contents of the panel are loaded after the stage.
    await this.menu.waitFor();
    await this.page.locator("[role=tabpanel] :is(h2, h3), [data-panel=folded]").first().waitFor();
    await this.stripsDrawn();
  }

  /** Waits until each strip on the stage has its drawing: some are loaded when they are first shown. */
  async stripsDrawn(): Promise<void> {
    await this.page.waitForFunction(() => {
      const stage = document.querySelector<HTMLElement>("[data-strip-count]");
      const plots = [...document.querySelectorAll("[data-plot]")];
      const drawn = plots.filter((plot) => plot.querySelector("svg"));
      return plots.length >= Number(stage?.dataset["stripCount"]) && drawn.length === plots.length;
    });
  }

  /** Waits until nothing moves or is about to move. */
  async still(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await this.page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== "running"),
    );
  }

  /** Gives the window another size, in px, and waits until the page has taken notice: it does so in a later frame. */
  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.still();
  }

  button(text: Text): Locator {
    return this.page.getByRole("button", { name: this.say(text), exact: true });
  }

  select(label: Text): Locator {
    return this.page.getByRole("combobox", { name: this.say(label), exact: true });
  }

  get playButton(): Locator {
    return this.button(transportWords.play);
  }

  get pauseButton(): Locator {
    return this.button(transportWords.pause);
  }

  get timeline(): Locator {
    return this.page.getByRole("slider", { name: this.say(transportWords.time) });
  }

  /** Makes the time axis show the whole run, instead of what has been played and a little more. */
  async showWholeRun(): Promise<void> {
    await this.page.locator("[aria-pressed=false]", { hasText: /^(all|전체) / }).click();
  }

  get speed(): Locator {
    return this.select(transportWords.speed);
  }

  /** The strategy of the first lane. */
  get strategy(): Locator {
    return this.select(laneWords.strategy).first();
  }

  /** The button in the page's head that names the scenario and opens the gallery. */
  get scenario(): Locator {
    return this.page.locator("button[data-scenario][aria-haspopup=dialog]");
  }

  /** The id of the scenario that is open. */
  async scenarioId(): Promise<string | null> {
    return this.scenario.getAttribute("data-scenario");
  }

  /** Waits until a scenario is loaded and open. */
  async scenarioIs(id: string): Promise<void> {
    await this.page
      .locator(`button[data-scenario="${id}"][aria-haspopup=dialog]`)
      .waitFor({ state: "attached" });
  }

  /** Chooses a scenario in the gallery, and waits until it is loaded and open. */
  async chooseScenario(id: string): Promise<void> {
    await this.scenario.click();
    await this.dialog.locator(`button[data-scenario="${id}"]`).click();
    await this.dialog.waitFor({ state: "detached" });
    await this.scenarioIs(id);
  }

  /** The button of the menu with language, theme and help. */
  get menu(): Locator {
    return this.button(shellWords.menu);
  }

  async openMenu(): Promise<void> {
    if ((await this.menu.getAttribute("aria-expanded")) === "false") await this.menu.click();
    await this.theme.waitFor();
  }

  async closeMenu(): Promise<void> {
    if ((await this.menu.getAttribute("aria-expanded")) === "false") return;
    await this.menu.click();
    await this.theme.waitFor({ state: "detached" });
  }

  /** In the menu, which must be open. */
  get theme(): Locator {
    return this.select(shellWords.theme);
  }

  /** In the menu, which must be open. */
  get languagePicker(): Locator {
    return this.select(shellWords.language);
  }

  async chooseTheme(theme: string): Promise<void> {
    await this.openMenu();
    await this.theme.selectOption(theme);
    await this.closeMenu();
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** The part of the settings for one param. */
  control(key: string): Locator {
    return this.page.locator(`[data-param=${key}]`);
  }

  slider(key: string): Locator {
    return this.control(key).getByRole("slider");
  }

  field(key: string): Locator {
    return this.control(key).getByRole("textbox");
  }

  get seedField(): Locator {
    return this.page.getByRole("textbox", { name: this.say(controlWords.seed), exact: true });
  }

  tab(name: Tab): Locator {
    return this.page.getByRole("tab", { name: this.say(tabWords[name]), exact: true });
  }

  /** Opens a tab of the panel, and waits until it has something to show. */
  async openTab(name: Tab): Promise<void> {
    await this.tab(name).click();
    await this.page.locator(`[role=tabpanel] > [data-tab=${name}] > *`).first().waitFor();
  }

  /** Opens the tab of all settings; those that matter in the scenario are also in the lesson. */
  async openSettings(): Promise<void> {
    await this.openTab("settings");
    await this.seedField.waitFor();
  }

  /** Types a value where the panel shows the setting, in the open tab or else among all settings. */
  async setField(key: string, text: string): Promise<void> {
    if (!(await this.control(key).isVisible())) await this.openSettings();
    await this.field(key).fill(text);
    await this.field(key).press("Enter");
  }

  async openShare(): Promise<void> {
    await this.button(shellWords.share).click();
    await this.dialog.waitFor();
  }

  async openHelp(): Promise<void> {
    await this.openMenu();
    await this.button(shellWords.help).click();
    await this.dialog.waitFor();
  }

  async chooseLanguage(language: Language): Promise<void> {
    await this.openMenu();
    await this.languagePicker.selectOption(language);
    this.language = language;
    await this.closeMenu();
  }

  async play(): Promise<void> {
    await this.playButton.click();
    await this.pauseButton.waitFor();
  }

  async pause(): Promise<void> {
    await this.pauseButton.click();
    await this.playButton.waitFor();
  }

  /** Waits until the run stops by itself. */
  async stopped(): Promise<void> {
    await this.playButton.waitFor({ timeout: 20_000 });
  }

  /** Plays for `ms` of virtual time, then pauses. */
  async playFor(ms: number): Promise<void> {
    const from = await this.timeMs();
    await this.play();
    await this.timePasses(from + ms);
    await this.pause();
  }

  /** Takes the focus out of every field, where keys are the page's own. */
  async leaveFields(): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
  }

  /** Waits until the time on the screen is at least `ms`. */
  async timePasses(ms: number): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const shown = document.querySelector("[data-testid=time]")?.textContent ?? "";
        return 1000 * Number.parseFloat(shown.replaceAll(",", "")) >= wanted;
      },
      ms,
      { polling: "raf" },
    );
  }

  /** The time on the screen, in ms. */
  async timeMs(): Promise<number> {
    return Math.round(1000 * numberIn((await this.numbers()).time));
  }

  /** Moves the play head by way of the address. */
  async goTo(link: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    const { time } = numbersOf(link, this.language);
    await this.page.getByTestId("time").filter({ hasText: time }).waitFor();
  }

  /** All numbers of the first lane at one moment. */
  async numbers(): Promise<ShownNumbers> {
    // All are read at once, so that they are from the same moment.
    const shown = await this.page.evaluate(() => {
      const nodes = document.querySelectorAll<HTMLElement>(
        "[data-testid=time], [data-lane='0'] :is([data-counter], [data-counter-note])",
      );
      return [...nodes].map(({ dataset, textContent }): [string, string] => [
        dataset["testid"] ?? dataset["counter"] ?? `${dataset["counterNote"]}-note`,
        textContent ?? "",
      ]);
    });
    const texts = new Map(shown);
    const read = (key: string) => numberText(texts.get(key) ?? "");
    return {
      time: read("time"),
      madePerSec: read("made-note"),
      made: read("made"),
      donePerSec: read("done-note"),
      done: read("done"),
      waiting: read("waiting"),
      held: read("held"),
      lost: read("lost"),
      lossPercent: read("lost-note"),
    };
  }

  /** What stands after `#` in the address when somebody goes there to copy it. */
  async link(): Promise<string> {
    return this.page.evaluate(() => {
      dispatchEvent(new Event("blur"));
      return location.hash.slice(1);
    });
  }

  /** Fails unless the numbers on the screen are those of the run that the address names. Returns the link. */
  async assertNumbersOfLink(what = ""): Promise<string> {
    const link = await this.link();
    assert.deepEqual(await this.numbers(), numbersOf(link, this.language), `${what} ${link}`);
    return link;
  }
}

/** The first number in a text, as it is written there. */
function numberText(text: string): string {
  // A rate that is not known yet is a dash.
  return /\d[\d,]*(\.\d+)?|^–/.exec(text)?.[0] ?? "";
}

/** The value of the first number in a text, which may have thousands separators. */
export function numberIn(text: string): number {
  return Number(numberText(text).replaceAll(",", ""));
}
