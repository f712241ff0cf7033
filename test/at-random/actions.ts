/** Random actions of a reader on the page: press a key or a control, touch a point, change a setting, follow a link. */
import type { ElementHandle, Page } from "playwright-core";
import type { Random } from "../../src/kernel/index.ts";
import { allScenarios } from "../support/everything.ts";

const KEYS = [
  ...["Space", "Enter", "Escape", "Tab", "Shift+Tab", "Delete", "F5"],
  ...["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "PageDown", "PageUp"],
  ...["g", "p", "b", "c", "?", ".", "1", "2", "3", "s", "l", "n", "m", "f"],
  ...["Control+z", "Control+Shift+z"],
];
const TYPED = ["0", "1", "7", "100", "9999999", "-3", "abc", "10/s", "1.5 s", "", "2.5"];
const MORE = [
  ...["", "&cap=1", "&p=1&c=1", "&w=8", "&n=10", "&T=600", "&seed=9", "&colour=red"],
  ...["&2.k=conflated", "&2.k=unlimited&3.k=bounded"],
  ...["&st=ladder~staircase~shares", "&st=demand~memory~attempts"],
];
const CONTROLS =
  "button:visible, select:visible, input:visible, summary:visible, a[href^='#']:visible";
/** The names of controls that save files or open a window of the system. */
const LEAVES_THE_PAGE = /file|download|save|poster|PNG|SVG|WebM|loop/i;

/** Does one thing, chosen by `random`, and describes it. An action whose target has gone away is described as not done. */
export async function randomAction(page: Page, random: Random, isPhone: boolean): Promise<string> {
  const kind = random.nextDouble();
  try {
    if (kind < 0.35) return await pressKey(page, random);
    if (kind < 0.75) return await pressControl(page, random);
    if (kind < 0.85) return await followLink(page, random);
    if (kind < 0.95) return await touchPoint(page, random, isPhone);
    await page.waitForTimeout(300);
    return "wait";
  } catch (error) {
    return `could not: ${String(error).split("\n")[0]}`;
  }
}

function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[random.nextInt(list.length)] as T;
}

async function pressKey(page: Page, random: Random): Promise<string> {
  const key = oneOf(random, KEYS);
  await page.keyboard.press(key);
  return `key ${key}`;
}

async function pressControl(page: Page, random: Random): Promise<string> {
  const controls = await page.$$(CONTROLS);
  if (controls.length === 0) return "nothing to press";
  const control = oneOf(random, controls);
  const { what, type, name } = await control.evaluate((node) => ({
    what: node.tagName.toLowerCase(),
    type: node.getAttribute("type") ?? "",
    name: node.getAttribute("aria-label") ?? node.textContent?.slice(0, 40) ?? "",
  }));
  if (LEAVES_THE_PAGE.test(name)) return `left ${name} alone`;
  if (what === "select") return `${name}: ${await chooseOption(control, random)}`;
  if (type === "range") return `${name}: ${await slide(page, control, random)}`;
  if (what === "input" && type !== "checkbox" && type !== "radio") {
    const text = oneOf(random, TYPED);
    await control.fill(text);
    await page.keyboard.press("Enter");
    return `${name}: typed “${text}”`;
  }
  await control.click({ timeout: 1_500 });
  return `${what} ${name}`;
}

async function chooseOption(control: ElementHandle, random: Random): Promise<string> {
  const values = await control.$$eval("option:not([disabled])", (options) =>
    options.map((option) => option.getAttribute("value") ?? ""),
  );
  const value = oneOf(random, values);
  await control.selectOption(value);
  return value;
}

async function slide(page: Page, control: ElementHandle, random: Random): Promise<string> {
  await control.focus();
  const keys = [1, 2, 3].map(() => oneOf(random, ["ArrowRight", "ArrowLeft", "PageUp", "End"]));
  for (const key of keys) await page.keyboard.press(key);
  return keys.join(", ");
}

async function followLink(page: Page, random: Random): Promise<string> {
  const { id, revision, strategies } = oneOf(random, allScenarios);
  const at = `k=${oneOf(random, strategies)}&t=${random.nextInt(12_000)}${oneOf(random, MORE)}`;
  const link = `v=1&s=${id}.${revision}&${at}`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  return `link ${link}`;
}

async function touchPoint(page: Page, random: Random, isPhone: boolean): Promise<string> {
  const { width, height } = page.viewportSize() ?? { width: 1, height: 1 };
  const [x, y] = [random.nextInt(width), random.nextInt(height)];
  if (isPhone) {
    await page.touchscreen.tap(x, y);
    return `tap at ${x}, ${y}`;
  }
  await page.mouse.move(x, y);
  await page.mouse.down();
  const [right, down] = [random.nextInt(200) - 100, random.nextInt(60) - 30];
  await page.mouse.move(x + right, y + down, { steps: 3 });
  await page.mouse.up();
  return `drag from ${x}, ${y} by ${right}, ${down}`;
}
