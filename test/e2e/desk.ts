/** The page as a person works with it: its parts by the names that they have on the screen. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Language, Text } from "../../src/i18n/index.ts";
import { words as controlWords } from "../../src/views/controls/words.ts";
import { tabWords as drawerWords } from "../../src/views/drawer/tab-words.ts";
import type { Tab } from "../../src/views/drawer/tabs.ts";
import { laneWords } from "../../src/views/pipeline/lane-words.ts";
import { words as transportWords } from "../../src/views/transport/words.ts";
import { numbersOf, type ShownNumbers } from "./expected.ts";
import { shellWords } from "./shell-words.ts";

/** The address is written a little after the last change. */
const ADDRESS_MS = 500;

export class Desk {
  readonly page: Page;
  /** Address of the page without any link. */
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
    await this.page.locator("[data-counter=produced]").first().waitFor();
    await this.page.getByTestId("time").waitFor();
    // On a phone the charts are loaded by whoever scrolls to them.
    await this.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await this.page.locator("[data-plot]").first().waitFor();
    await this.page.evaluate(() => scrollTo(0, 0));
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

  get speed(): Locator {
    return this.select(transportWords.speed);
  }

  get strategy(): Locator {
    return this.select(laneWords.strategy);
  }

  get scenario(): Locator {
    return this.select(shellWords.scenario);
  }

  /** Chooses a scenario in the picker, and waits until it is loaded and open. */
  async chooseScenario(id: string): Promise<void> {
    await this.scenario.selectOption(id);
    const name = this.say(shellWords.scenario);
    await this.page.waitForFunction(
      ([wanted, label]) =>
        document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)?.value ===
        wanted,
      [id, name],
    );
  }

  get theme(): Locator {
    return this.select(shellWords.theme);
  }

  get languagePicker(): Locator {
    return this.select(shellWords.language);
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

  get more(): Locator {
    return this.button(controlWords.more);
  }

  tab(name: Tab): Locator {
    return this.page.getByRole("tab", { name: this.say(drawerWords[name]) });
  }

  async setField(key: string, text: string): Promise<void> {
    await this.field(key).fill(text);
    await this.field(key).press("Enter");
  }

  async openShare(): Promise<void> {
    await this.button(shellWords.share).click();
    await this.dialog.waitFor();
  }

  async openHelp(): Promise<void> {
    await this.button(shellWords.help).click();
    await this.dialog.waitFor();
  }

  async chooseLanguage(language: Language): Promise<void> {
    await this.languagePicker.selectOption(language);
    this.language = language;
  }

  async play(): Promise<void> {
    await this.playButton.click();
    await this.pauseButton.waitFor();
  }

  async pause(): Promise<void> {
    await this.pauseButton.click();
    await this.playButton.waitFor();
  }

  /** Waits until the run stands still by itself. */
  async stopped(): Promise<void> {
    await this.playButton.waitFor({ timeout: 20_000 });
  }

  async playFor(ms: number): Promise<void> {
    await this.play();
    await this.page.waitForTimeout(ms);
    await this.pause();
  }

  /** The time on the screen, in ms. */
  async timeMs(): Promise<number> {
    return 1000 * numberIn((await this.numbers()).time);
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
    // One look, so that all are of the same moment.
    const shown = await this.page.evaluate(() => {
      const nodes = document.querySelectorAll<HTMLElement>(
        "[data-testid=time], [data-counter], [data-counter-note]",
      );
      return [...nodes].map(({ dataset, textContent }): [string, string] => [
        dataset["testid"] ?? dataset["counter"] ?? `${dataset["counterNote"]}-note`,
        textContent ?? "",
      ]);
    });
    // Of several lanes the first.
    const texts = new Map(shown.reverse());
    const read = (key: string) => numberText(texts.get(key) ?? "");
    return {
      time: read("time"),
      producedPerSec: read("produced"),
      produced: read("produced-note"),
      donePerSec: read("done"),
      done: read("done-note"),
      depth: read("depth"),
      waiting: read("waiting"),
      dropped: read("dropped"),
      lossPercent: read("dropped-note"),
    };
  }

  /** What stands after # in the address once it has been written. */
  async link(): Promise<string> {
    await this.page.waitForTimeout(ADDRESS_MS);
    return new URL(this.page.url()).hash.slice(1);
  }

  /** The numbers on the screen are those of the run that the address names; returns the address. */
  async assertNumbersOfLink(what = ""): Promise<string> {
    const link = await this.link();
    assert.deepEqual(await this.numbers(), numbersOf(link, this.language), `${what} ${link}`);
    return link;
  }
}

/** The first number in a text, as it is written there. */
function numberText(text: string): string {
  return /\d[\d,]*(\.\d+)?/.exec(text)?.[0] ?? "";
}

/** The value of a number with thousands set apart. */
export function numberIn(text: string): number {
  return Number(numberText(text).replaceAll(",", ""));
}
