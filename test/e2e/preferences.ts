import assert from "node:assert/strict";
import { defaultsOf } from "../../src/params/index.ts";
import { memoryLeak } from "../../src/scenarios/memory-leak.ts";
import { sourceTextOf, strategyOf } from "../../src/systems/index.ts";
import { catalogue, allScenarios as scenarios } from "../support/everything.ts";
import { flat } from "../support/flat-state.ts";
import type { Checks } from "./check.ts";
import { Desk } from "./desk.ts";
import { numbersOf, stateOf } from "./expected.ts";
import { shellWords as words } from "./shell-words.ts";

const latinWords = (text: string) => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];

/** Words of the programs that a scenario offers, of the choices in them, and of the libraries that they are written for. */
function codeWords({ strategies, values }: (typeof scenarios)[number]): ReadonlySet<string> {
  const texts = strategies.flatMap((id) => {
    const strategy = strategyOf(catalogue, id);
    const own = { ...defaultsOf([...strategy.workload, ...strategy.params]), ...values };
    const choices = strategy.params.flatMap((param) =>
      param.kind === "choice" ? param.choices.map(({ label }) => label.ko) : [],
    );
    const { name, library } = strategy.system;
    return [sourceTextOf(strategy, own, "ko").text, strategy.name.ko, name.ko, library, ...choices];
  });
  return new Set(texts.flatMap(latinWords));
}

/** Language, theme, and as little movement as somebody wants. */
export const preferences: Checks = [
  {
    name: "the language changes every word and stays when the page is loaded again",
    async run(desk, page) {
      await desk.open("v=1&s=memory-leak.2&t=5000");
      await desk.chooseLanguage("ko");
      assert.equal(await page.locator("html").getAttribute("lang"), "ko");
      assert.equal(await page.title(), words.name.ko);
      await page.getByText(memoryLeak.question.ko).waitFor();
      await desk.playButton.waitFor();
      await page.reload();
      await desk.ready();
      await page.getByText(memoryLeak.question.ko).waitFor();
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&s=memory-leak.2&t=5000", "ko"));
      await desk.chooseLanguage("en");
      await page.getByText(memoryLeak.question.en).waitFor();
      assert.match(await desk.link(), /^v=1&s=memory-leak.2&t=5000$/);
    },
  },
  {
    name: "Korean has no English left in it, and English no Korean",
    async run(desk, page) {
      const left: string[] = [];
      await desk.open();
      for (const scenario of scenarios) {
        const { id, revision } = scenario;
        await desk.goTo(`v=1&s=${id}.${revision}&t=5000`);
        await desk.scenarioIs(id);
        // biome-ignore lint/performance/useDomNodeTextContent: what is to be seen, without scripts and styles
        const text = () => page.locator("body").innerText();
        const others = /[가-힣]/g;
        const english = (await text()).replaceAll("한국어", "");
        assert.deepEqual(english.match(others), null, english.slice(0, 200));
        await desk.chooseLanguage("ko");
        // Units and names stay as they are, and so does what stands in code: words with a hump, and constants.
        const allowed =
          /^(Kotlin|English|ms|KiB|MiB|GiB|NaN|Exception|Apache|Parallel|Serial|Observable|Enqueued|Dropped|Long|generate|drop|true|false|[a-z]+[A-Z][A-Za-z]*|([A-Z][a-z0-9]+){2,}|[A-Z]{2,})$/;
        const code = codeWords(scenario);
        // What is quoted stays as it was written, and so do commands, errors, and a term in brackets.
        const found =
          (await text())
            // Where a long name may be broken.
            .replaceAll("\u200b", "")
            .replace(
              /“[^”]*”|‘[^’]*’|「[^」]*」|npm run [a-z:]+|-Xmx\w+|The receiver is overrun.*|(?<=[가-힣])\([a-z ]+\)/g,
              "",
            )
            .match(/[A-Za-z]{2,}/g) ?? [];
        const strange = found.filter(
          (word) => !allowed.test(word) && !code.has(word.toLowerCase()),
        );
        left.push(...strange.map((word) => `${id}: ${word}`));
        await desk.chooseLanguage("en");
      }
      assert.deepEqual([...new Set(left)], []);
    },
  },
  ...((["light", "dark", "projector", "system"] as const).map((theme) => ({
    name: `theme ${theme}: is shown, and stays`,
    context: { colorScheme: theme === "system" ? "dark" : "light" },
    async run(desk, page) {
      await desk.open("v=1&t=5000");
      await desk.chooseTheme("projector");
      await desk.chooseTheme(theme);
      const shown = theme === "system" ? "dark" : theme;
      assert.equal(await page.locator("html").getAttribute("data-theme"), shown);
      await page.reload();
      await desk.ready();
      assert.equal(await page.locator("html").getAttribute("data-theme"), shown);
      await desk.button(words.menu).click();
      assert.equal(await desk.theme.inputValue(), theme);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const bright = (/\d+/.exec(paper)?.[0] ?? "0") > "128" && !/rgb\(1\d,/.test(paper);
      assert.equal(bright, shown !== "dark", paper);
      if (theme !== "system") return;
      await page.emulateMedia({ colorScheme: "light" });
      await page.locator("html[data-theme=light]").waitFor();
    },
  })) satisfies Checks),
  {
    name: "what is chosen in one tab is not lost by what is chosen in another",
    async run(desk, page) {
      await desk.open("v=1&t=3000");
      const other = new Desk(await page.context().newPage(), desk.url);
      await other.open("v=1&t=3000");
      await desk.chooseLanguage("ko");
      await other.chooseTheme("dark");
      await other.page.reload();
      other.language = "ko";
      await other.ready();
      assert.equal(await other.page.locator("html").getAttribute("lang"), "ko");
      assert.equal(await other.page.locator("html").getAttribute("data-theme"), "dark");
    },
  },
  {
    name: "works where the browser forbids storage",
    async run(desk, page) {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      });
      await desk.open("v=1&t=3000");
      await desk.chooseTheme("dark");
      assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
      await desk.playFor(300);
    },
  },
  {
    name: "reduced motion: the same states, and nothing in flight",
    context: { reducedMotion: "reduce" },
    async run(desk, page) {
      await desk.open("v=1&k=drop-latest&t=3100");
      for (let sample = 0; sample < 5; sample++) {
        await desk.playFor(150);
        await desk.assertNumbersOfLink();
        const { buffer } = flat(stateOf(await desk.link()));
        const drawn = await page
          .locator(".picture [data-element]")
          .evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute("data-element"))));
        for (const element of buffer.toArray()) assert.ok(drawn.includes(element), `${element}`);
      }
      const running = await page.evaluate(
        () => document.getAnimations().filter(({ playState }) => playState === "running").length,
      );
      assert.equal(running, 0);
      await desk.openTab("guide");
    },
  },
];
