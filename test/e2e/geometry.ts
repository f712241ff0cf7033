import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { formatCount, LANGUAGES } from "../../src/i18n/index.ts";
import { TABS } from "../../src/views/panel/tabs.ts";
import { presentWords } from "../../src/views/present/present-words.ts";
import { textWidth } from "../../src/views/stage/picture/text-size.ts";
import { withBrowser } from "../support/browser.ts";
import { catalogue } from "../support/everything.ts";
import type { Check, Checks } from "./check.ts";
import { Desk } from "./desk.ts";
import { isCovered } from "./is-covered.ts";
import { shellWords } from "./shell-words.ts";
import { overflowOf } from "./watch.ts";

const LANES = [
  "v=1&k=bounded&t=5260",
  "&2.k=unlimited",
  "&3.k=conflated",
  "&4.k=drop-oldest",
  "&5.k=try-send",
];

/** A link with this many lanes. */
const linkOf = (lanes: number) => LANES.slice(0, lanes).join("");

/** Half of the gap between two counters, in px. */
const HALF_A_GAP = 6;

/** How many lanes a link opens: those that it names, or else the scenario's own. */
function lanesOf(link: string): number {
  const named = link.match(/&\d\.k=/g)?.length ?? 0;
  const id = /(?:^|&)s=([a-z-]+)/.exec(link)?.[1];
  const scenario = [...catalogue.scenarios.values()].find((each) => each.id === id);
  return named > 0 ? 1 + named : (scenario?.lanes?.length ?? 1);
}

const WINDOWS = [
  [1280, 720],
  [1024, 768],
  [1920, 1080],
  [2560, 1440],
] as const;

/** A phone in portrait, a small one, and one in landscape. */
const PHONES = [
  [390, 844],
  [320, 640],
  [844, 390],
] as const;

const SMALL_DESKS = [
  [1280, 720],
  [1024, 768],
  [1024, 600],
] as const;

/** Pictures with small elements, and long sentences. */
const PRESENTED = [
  "v=1&s=akka&t=3200",
  "v=1&s=circuit-breaker.2&t=3900",
  "v=1&s=retry&t=6000",
  "v=1&s=rate-limiting&t=3000&2.k=token-bucket",
  linkOf(2),
];

/** The parts that must be in sight, from top to bottom; each ends before the next one begins. */
const PARTS = ["[data-lane]", "[data-strips]", "[data-axis]", "[data-transport]"];

/** Links with thousands of elements, and with every box for a point where a run may pause. */
const WITH_LARGE_NUMBERS = ["v=1&s=log-processing.2&t=6000", "v=1&s=circuit-breaker.2&t=3900"];

/** Everything that can be pressed or read in the row of buttons. */
const TRANSPORT = "[data-transport] :is(button, output, select, label:has([type=checkbox]))";

/** Everything that can be pressed in the page's head, and by a lecturer who presents. */
const HEAD = "header[class] > button, header[class] > div > button";
const LECTURER = "nav :is(button, output)";

interface Rect {
  readonly part: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole stage is on the screen, whatever is open beside it. */
export const geometry: Checks = [
  ...WINDOWS.map(
    ([width, height]): Check => ({
      name: `${width}x${height}, one lane to five: the stage is on the screen, and no tab moves it`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        for (const lanes of [1, 2, 3, 4, 5]) {
          await desk.open(linkOf(lanes));
          await assertOnScreen(page, width, height, lanes);
          const before = await rects(page, PARTS);
          for (const tab of TABS) {
            await desk.tab(tab).click();
            await page.locator(`[data-tab=${tab}]`).getByText(/\S/).first().waitFor();
            assert.deepEqual(await rects(page, PARTS), before, `${lanes} lanes, ${tab}`);
            assert.deepEqual(await overflowOf(page), { right: 0, down: 0 }, tab);
          }
          await desk.play();
          assert.deepEqual(await rects(page, PARTS), before, `${lanes} lanes, playing`);
          await desk.button(shellWords.panel).click();
          await assertOnScreen(page, width, height, lanes);
          await desk.button(shellWords.panel).click();
        }
      },
    }),
  ),
  ...WINDOWS.map(
    ([width, height]): Check => ({
      name: `${width}x${height}: the names of five lanes are whole, none overlaps its numbers, and the numbers are in columns`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        for (const link of ["v=1&s=one-flood&t=3000", "v=1&s=replenishing&t=3000", linkOf(5)]) {
          await desk.open(link);
          const seen = page.locator("[data-strategy-name]");
          assert.equal(await seen.count(), 5);
          const cut = await seen.evaluateAll((names) =>
            names
              .filter(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => {
                return scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
              })
              .map(({ textContent }) => textContent),
          );
          assert.deepEqual(cut, [], link);
          const rows = await rects(page, ["[data-strategy-name], [data-counter]"]);
          assert.deepEqual(meetingsOf(rows), [], link);
          // A number is compared with those above it.
          for (const counter of ["made", "waiting", "done", "lost"]) {
            const column = await rects(page, [`[data-counter=${counter}]`]);
            assert.equal(column.length, 5, counter);
            const lefts = new Set(column.map(({ left }) => Math.round(left)));
            assert.equal(lefts.size, 1, `${link}: ${counter} stands at ${[...lefts].join()}`);
          }
        }
      },
    }),
  ),
  ...WINDOWS.map(
    ([width, height]): Check => ({
      name: `${width}x${height}: the name of a lane is visible beside large numbers, and nothing in a row overlaps`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        for (const link of WITH_LARGE_NUMBERS) {
          await desk.open(link);
          const names = await rects(page, ["[data-lane] select"]);
          for (const { left, right } of names) assert.ok(right - left > 100, `${link}: no name`);
          const rows = ["[data-lane] select, [data-counter], [data-counter] + small", TRANSPORT];
          for (const row of rows) assert.deepEqual(meetingsOf(await rects(page, [row])), [], link);
        }
      },
    }),
  ),
  ...[
    [1280, 720],
    [1024, 768],
  ].flatMap(([width = 0, height = 0]) =>
    LANGUAGES.map(
      (language): Check => ({
        name: `${width}x${height}, ${language}: whatever a lane's name and numbers are, nothing beside them moves`,
        context: { viewport: { width, height }, locale: language },
        async run(desk, page) {
          desk.language = language;
          await desk.open("v=1&s=bounded-buffer&t=9000");
          const parts = ["[data-picture]", "[data-lane] dl > div"];
          const before = await rects(page, parts);
          for (const { name } of catalogue.strategies.values()) {
            const shown = name[language];
            await put(page, "[data-strategy-name]", shown, textWidth(shown, 1, true));
            assert.deepEqual(await rects(page, parts), before, shown);
            const [line] = await rects(page, ["[data-strategy-name]"]);
            assert.ok(line !== undefined && line.bottom - line.top < 32, `${shown} has two lines`);
          }
          for (const count of [0, 1_234_567]) {
            const shown = formatCount(count, language);
            await put(page, "[data-counter]", shown, Math.max(4, textWidth(shown, 1, true)));
            assert.deepEqual(await rects(page, parts), before, shown);
            const numbers = await rects(page, ["[data-counter], [data-strategy-name]"]);
            assert.deepEqual(meetingsOf(numbers), [], shown);
            const right = Math.max(...numbers.map((number) => number.right));
            assert.ok(right <= width, `${shown} ends at ${right} px`);
          }
          // The longest name and note: an unbounded buffer with its alert. A narrow lane has no notes.
          if (width < 1280) return;
          await desk.goTo("v=1&s=memory-leak.2&t=9000");
          await desk.still();
          const said = await page.locator("[data-lane] dl > div").evaluateAll((counters) =>
            counters.map((counter) => {
              const words = document.createRange();
              words.selectNodeContents(counter);
              const { right } = words.getBoundingClientRect();
              return {
                text: counter.textContent,
                over: right - counter.getBoundingClientRect().right,
              };
            }),
          );
          assert.equal(said.length, 5);
          assert.deepEqual(
            said.filter(({ over }) => over > HALF_A_GAP),
            [],
          );
        },
      }),
    ),
  ),
  ...LANGUAGES.map(
    (language): Check => ({
      name: `${language}, one strip to three, in the smallest windows of a desk: the picture of one lane has half of the window`,
      context: { locale: language },
      async run(desk, page) {
        desk.language = language;
        for (const strips of ["ladder", "ladder~waits", "ladder~waits~shares"]) {
          await desk.open(`v=1&s=bounded-buffer&t=9000&st=${strips}`);
          for (const [width, height] of SMALL_DESKS) {
            await desk.resize(width, height);
            await assertOnScreen(page, width, height, 1);
          }
        }
      },
    }),
  ),
  ...(
    [
      [1280, 720],
      [1024, 768],
      [390, 844],
      [844, 390],
    ] as const
  ).map(
    ([width, height]): Check => ({
      name: `${width}x${height}: even with several lanes, the sentence about the end of a run is whole and covers no picture`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        await desk.open("v=1&s=one-flood");
        const inTime = await rects(page, ["[data-lane] [data-picture]"]);
        await desk.open("v=1&s=one-flood&t=4000");
        const ending = page.locator('[data-reason="failed"]');
        await ending.waitFor();
        const isCut = await ending.evaluate(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth || scrollHeight > clientHeight + 1,
        );
        assert.ok(!isCut, "cut");
        const [sentence] = await rects(page, ['[data-reason="failed"]']);
        const pictures = await rects(page, ["[data-lane] [data-picture]"]);
        assert.equal(pictures.length, 5);
        assert.ok(sentence !== undefined);
        for (const picture of pictures) assert.deepEqual(meetingsOf([sentence, picture]), []);
        // On a desk the sentence has its row from the start.
        if (width >= 1024) assert.deepEqual(pictures, inTime);
      },
    }),
  ),
  {
    name: "1280x720, two lanes: the sentence about a picked element's life is whole, to its end",
    async run(desk, page) {
      await desk.open("v=1&k=bounded&2.k=rendezvous&t=9000");
      await desk.tab("events").click();
      await page.locator("[data-tab=events] tr[data-role=done] button").first().click();
      const life = page.getByTestId("life");
      assert.match((await life.textContent()) ?? "", /held for .* waited for .* done at/);
      assert.deepEqual(await cutSentences(page), []);
      const [sentence, ...pictures] = await rects(page, ["[data-life]", "[data-picture]"]);
      assert.ok(sentence !== undefined);
      for (const picture of pictures) assert.deepEqual(meetingsOf([sentence, picture]), []);
    },
  },
  ...LANGUAGES.map(
    (language): Check => ({
      name: `1280x720, ${language}: the numbers beside three low strips are whole`,
      context: { locale: language },
      async run(desk, page) {
        desk.language = language;
        for (const strips of ["waits~shares~arrived", "attempts~memory~depth"]) {
          await desk.open(`v=1&s=retry&t=6000&st=${strips}`);
          await page.locator("[data-strip] [data-value]").nth(3).waitFor();
          const cut = await page
            .locator("[data-strip]")
            .evaluateAll((labels) =>
              labels
                .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
                .map(({ textContent }) => textContent),
            );
          assert.deepEqual(cut, [], strips);
        }
      },
    }),
  ),
  ...LANGUAGES.map(
    (language): Check => ({
      name: `1280x720, ${language}, presented: the words beside a strip are not cut off`,
      context: { locale: language },
      async run(desk, page) {
        desk.language = language;
        for (const link of ["v=1&s=monitoring.2&t=9000", "v=1&s=pool-size&t=6000"]) {
          await desk.open(link);
          await page.keyboard.press("p");
          await page.locator("[data-presenting=true] [data-strip] [data-value]").first().waitFor();
          const cut = await page
            .locator("[data-strip]")
            .evaluateAll((labels) =>
              labels
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
                .map(({ textContent }) => textContent),
            );
          assert.deepEqual(cut, [], link);
          await page.keyboard.press("p");
        }
      },
    }),
  ),
  {
    name: "1920x1080, presented: the skip link is invisible until it has the focus",
    context: { viewport: { width: 1920, height: 1080 } },
    async run(desk, page) {
      await desk.open(linkOf(1));
      await desk.button(shellWords.present).click();
      await page.locator("html[data-presenting]").waitFor();
      const skip = page.locator("button").first();
      const isSeen = () => skip.evaluate((node) => node.getBoundingClientRect().bottom > 0);
      assert.equal(await isSeen(), false);
      await skip.focus();
      assert.equal(await isSeen(), true);
    },
  },
  ...[1, 2, 3, 4, 5].map(
    (lanes): Check => ({
      name: `presented at 1280x720 with ${lanes} ${lanes === 1 ? "lane" : "lanes"}: all on the screen, in type for the back row`,
      async run(desk, page) {
        await desk.open(linkOf(lanes));
        await desk.button(shellWords.present).click();
        await page.locator("html[data-presenting]").waitFor();
        await page.waitForTimeout(200);
        await assertOnScreen(page, 1280, 720, lanes);
        const least = lanes > 2 ? 12 : 720 * 0.022;
        const small = await smallTexts(page, least);
        assert.deepEqual(small, []);
      },
    }),
  ),
  ...LANGUAGES.map(
    (language): Check => ({
      name: `presented on a phone, ${language}: nothing overlaps, play works, and every answer of a card can be reached`,
      context: {
        viewport: { width: 390, height: 844 },
        locale: language,
        hasTouch: true,
        isMobile: true,
      },
      async run(desk, page) {
        desk.language = language;
        // As on an iPhone, which has no full screen.
        await page.addInitScript(() => {
          Object.defineProperty(Element.prototype, "requestFullscreen", { value: undefined });
        });
        await desk.open("v=1&s=circuit-breaker.2&t=0");
        await desk.button(shellWords.present).tap();
        const card = page.locator("[data-step]");
        for (const link of ["v=1&s=circuit-breaker.2&t=0", linkOf(2)]) {
          await desk.goTo(link);
          for (const [width, height] of PHONES) {
            const where = `${width}x${height}, ${link}`;
            await desk.resize(width, height);
            await assertNothingMeets(page, width, height, where);
            const before = await desk.timeMs();
            await desk.playButton.tap();
            await desk.timePasses(before + 1);
            await desk.pauseButton.tap();
            await desk.button(presentWords.next).tap();
            await card.waitFor();
            await assertNothingMeets(page, width, height, `${where}, with a card`);
            for (const answer of await card.getByRole("listitem").all()) {
              await answer.scrollIntoViewIfNeeded();
              assert.equal(await isCovered(answer), false, `${where}: an answer is covered`);
            }
            await desk.button(presentWords.previous).tap();
            await card.waitFor({ state: "detached" });
          }
        }
      },
    }),
  ),
  ...[
    [1024, 768],
    [1920, 1080],
  ].map(
    ([width = 0, height = 0]): Check => ({
      name: `presented at ${width}x${height}: one lane and two have type for the back row, even on elements, and a whole sentence`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        for (const link of PRESENTED) {
          await desk.open(link);
          await page.keyboard.press("p");
          await page.locator("html[data-presenting]").waitFor();
          await desk.still();
          await assertOnScreen(page, width, height, lanesOf(link));
          assert.deepEqual(await smallTexts(page, 0.022 * height), [], link);
          const sentence = page.getByTestId("caption");
          assert.ok(await sentence.isVisible(), `${link}: nothing is said`);
          assert.deepEqual(await cutSentences(page), [], link);
          await page.keyboard.press("p");
        }
      },
    }),
  ),
  ...(
    [
      [390, 844],
      [844, 390],
      // A laptop at 150 %, and a tablet in portrait.
      [853, 480],
      [768, 1024],
    ] as const
  ).map(
    ([width, height]): Check => ({
      name: `${width}x${height}: picture, play and time stay in sight while capacity and workers are moved`,
      context: { viewport: { width, height }, hasTouch: true, isMobile: true },
      async run(desk, page) {
        await desk.open("v=1&k=drop-oldest&t=5000");
        for (const key of ["capacity", "workers"]) {
          // Parts that are loaded above it move it again.
          await desk.slider(key).evaluate(async (node) => {
            for (let before = Number.NaN; before !== node.getBoundingClientRect().top; ) {
              node.scrollIntoView({ block: "end" });
              before = node.getBoundingClientRect().top;
              await new Promise((done) => setTimeout(done, 250));
            }
          });
          const seen = ["[data-picture]", "[data-transport]", "[data-testid=time]"];
          for (const { part, ...rect } of await rects(page, [
            ...seen,
            `[data-param=${key}] input[type=range]`,
          ])) {
            assert.ok(isInside(rect, width, height), `${key}: ${part} ${JSON.stringify(rect)}`);
          }
        }
        for (const { part, ...rect } of await rects(page, ["[role=tab]"]))
          assert.ok(rect.right <= width, `${part} ends at ${rect.right} px`);
        for (const lanes of [2, 3, 4, 5]) {
          await desk.open(linkOf(lanes));
          for (const { part, ...rect } of await rects(page, ["[data-lane]", "[data-transport]"])) {
            assert.ok(isInside(rect, width, height), `${lanes} lanes: ${JSON.stringify(rect)}`);
            assert.ok(rect.bottom - rect.top >= 40, `${lanes} lanes: ${part} is too low`);
          }
          // Each lane shows its name and what it has lost.
          const heads = await rects(page, [
            "[data-lane] [data-strategy-name], [data-lane] [data-counter=lost]",
          ]);
          assert.equal(heads.length, 2 * lanes);
          for (const { left, right, top, bottom } of heads)
            assert.ok(
              right - left >= 5 && bottom - top >= 10,
              `${lanes} lanes: a head is not seen`,
            );
          const pictures = await rects(page, ["[data-lane] [data-picture]"]);
          assert.deepEqual(meetingsOf([...heads, ...pictures]), [], `${lanes} lanes`);
          assert.equal((await overflowOf(page)).right, 0, `${lanes} lanes`);
        }
      },
    }),
  ),
  {
    // The arrangement is also measured in the reader's own text size, so a style of the page can't stand in for it.
    name: "text at 200 %: everything can still be used, twice as large, and nothing scrolls sideways",
    async run({ url }) {
      await withBrowser(
        async (browser) => {
          for (const [width, height] of WINDOWS.slice(0, 2)) {
            const page = await browser.newPage({ viewport: { width, height } });
            const desk = new Desk(page, url);
            await desk.open("v=1&t=3000");
            assert.equal((await overflowOf(page)).right, 0);
            assert.deepEqual(await smallTexts(page, 24), [], `${width}x${height}`);
            await desk.playFor(300);
            await desk.openTab("settings");
            await desk.setField("capacity", "5");
            await desk.assertNumbersOfLink();
            for (const tab of TABS) {
              await desk.openTab(tab);
              assert.equal((await overflowOf(page)).right, 0, tab);
            }
            await page.close();
          }
        },
        ["--blink-settings=defaultFontSize=32"],
      );
    },
  },
  {
    name: "1024x768: the widest panel, even one from a larger window, leaves the stage 600 px, and nothing on it overlaps",
    context: { viewport: { width: 1280, height: 768 } },
    async run(desk, page) {
      await desk.open(linkOf(1));
      const edge = page.getByRole("separator");
      await edge.focus();
      for (let press = 0; press < 12; press++) await page.keyboard.press("ArrowRight");
      assert.equal(await edge.getAttribute("aria-valuenow"), "560");
      await desk.resize(1024, 768);
      assert.equal(await edge.getAttribute("aria-valuenow"), "424");
      await page.keyboard.press("ArrowRight");
      assert.equal(await edge.getAttribute("aria-valuenow"), "424");
      for (const link of [...WITH_LARGE_NUMBERS, "v=1&s=replenishing&t=3900", linkOf(5)]) {
        await desk.open(link);
        await assertOnScreen(page, 1024, 768, lanesOf(link));
        for (const row of [
          "[data-lane] select, [data-counter], [data-counter] + small",
          TRANSPORT,
        ]) {
          const found = await rects(page, [row]);
          assert.deepEqual(meetingsOf(found), [], link);
          assert.deepEqual(
            found.filter((rect) => !isInside(rect, 1024, 768)),
            [],
            link,
          );
        }
      }
    },
  },
  {
    name: "1280x720, presented: a card of the lesson ends at the pictures and is read without scrolling",
    async run(desk, page) {
      for (const link of ["v=1&s=circuit-breaker.2", linkOf(2), "v=1&s=one-flood"]) {
        await desk.open(link);
        await page.keyboard.press("p");
        await page.locator("html[data-presenting]").waitFor();
        for (const step of ["question", "seen", "answer", "notice"]) {
          await page.keyboard.press("PageDown");
          const card = page.locator(`[data-step=${step}]`);
          await card.waitFor();
          await desk.still();
          const [box, ...pictures] = await rects(page, ["[data-step]", "[data-picture]"]);
          assert.ok(box !== undefined && pictures.length > 0);
          for (const picture of pictures) assert.deepEqual(meetingsOf([box, picture]), [], link);
          const hidden = await card.evaluate((it) => it.scrollHeight - it.clientHeight);
          assert.ok(hidden <= 0, `${link}: ${hidden} px of “${step}” are to be scrolled to`);
        }
        await page.keyboard.press("p");
      }
    },
  },
  ...[
    [1280, 720],
    [1024, 768],
  ].map(
    ([width = 0, height = 0]): Check => ({
      name: `${width}x${height}, without a panel and presented: what the page says about a link covers nothing`,
      context: { viewport: { width, height } },
      async run(desk, page) {
        await desk.open("v=1&zzz=1&p=999999999&t=3000");
        await desk.button(shellWords.panel).click();
        const covered = async () => {
          const notices = await rects(page, ["section[role=alert]"]);
          assert.equal(notices.length, 1);
          const others = await rects(page, [...PARTS.slice(0, 3), HEAD, TRANSPORT, LECTURER]);
          return others.flatMap((other) => meetingsOf([...notices, other]));
        };
        assert.deepEqual(await covered(), []);
        await page.locator("#picture").focus();
        await page.keyboard.press("p");
        await page.locator("html[data-presenting]").waitFor();
        await desk.still();
        assert.deepEqual(await covered(), []);
        await page.locator("section[role=alert] button").click();
        await page.locator("section[role=alert]").waitFor({ state: "detached" });
      },
    }),
  ),
  {
    name: "the panel can be dragged and folded, and is as it was when the page is loaded again",
    async run(desk, page) {
      await desk.open("v=1&t=3000");
      const edge = page.getByRole("separator");
      const width = async () => Number(await edge.getAttribute("aria-valuenow"));
      const before = await width();
      const box = await edge.boundingBox();
      assert.ok(box !== null);
      await page.mouse.move(box.x + box.width / 2, 400);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 90, 400, { steps: 4 });
      await page.mouse.up();
      assert.ok(Math.abs((await width()) - before - 90) <= 2, `${await width()} after ${before}`);
      await desk.tab("events").click();
      await page.reload();
      // The open tab has no heading, only its table.
      await page.getByRole("tabpanel").waitFor();
      assert.ok(Math.abs((await width()) - before - 90) <= 2);
      assert.equal(await desk.tab("events").getAttribute("aria-selected"), "true");
      await desk.button(shellWords.panel).click();
      await page.reload();
      await page.locator("[data-panel=folded]").waitFor();
      assert.equal(await edge.count(), 0);
    },
  },
];

async function assertOnScreen(
  page: Page,
  width: number,
  height: number,
  lanes: number,
): Promise<void> {
  await page
    .locator("[data-lane]")
    .nth(lanes - 1)
    .waitFor();
  const found = await rects(page, [
    ...PARTS,
    "[data-lane] dl",
    "[data-picture]",
    "[data-lane] select",
  ]);
  const outside = found.filter((rect) => !isInside(rect, width, height));
  assert.deepEqual(outside, [], "outside of the window");
  assert.equal(found.filter(({ part }) => part === "[data-lane]").length, lanes);
  const stacked = await rects(page, PARTS);
  for (const [index, below] of stacked.slice(1).entries()) {
    const above = stacked[index];
    if (above === undefined) continue;
    assert.ok(above.bottom <= below.top + 1, `${above.part} lies over ${below.part}`);
  }
  const pictures = found.filter(({ part }) => part === "[data-picture]");
  for (const { top, bottom } of pictures) {
    const share = (bottom - top) / height;
    const least = lanes === 1 ? 0.5 : 0.4 / lanes;
    assert.ok(share >= least, `a picture has ${(100 * share).toFixed(1)} % of the height`);
  }
  assert.deepEqual(await overflowOf(page), { right: 0, down: 0 });
}

/** Fails unless everything that a presented page shows to press or read is in the window and no two parts overlap. */
async function assertNothingMeets(
  page: Page,
  width: number,
  height: number,
  where: string,
): Promise<void> {
  await page.locator("[data-presenting=true] > nav button").first().waitFor();
  const seen = await rects(page, [
    TRANSPORT,
    "[data-presenting=true] > nav :is(button, output)",
    "[data-lane] :is([data-strategy-name], [data-counter], [data-picture])",
    "[data-lane] [data-testid=caption]",
    "[data-step]",
  ]);
  const outside = seen.filter((rect) => !isInside(rect, width, height));
  assert.deepEqual(outside, [], `${where}: outside of the window`);
  assert.deepEqual(meetingsOf(seen), [], where);
}

function isInside(
  { left, top, right, bottom }: Omit<Rect, "part">,
  width: number,
  height: number,
): boolean {
  return left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5;
}

/** The rectangle of each of the parts, in the order of the page. */
async function rects(page: Page, parts: readonly string[]): Promise<Rect[]> {
  return page.evaluate(
    (selectors) =>
      selectors.flatMap((part) =>
        [...document.querySelectorAll(part)].map((node) => {
          const { left, top, right, bottom } = node.getBoundingClientRect();
          return { part, left, top, right, bottom };
        }),
      ),
    parts,
  );
}

/** Replaces the text of a part by another one that is `ems` em wide. */
async function put(page: Page, part: string, text: string, ems: number): Promise<void> {
  await page.evaluate(
    ([selector, written, width]) => {
      for (const node of document.querySelectorAll<HTMLElement>(selector)) {
        const sized = node.closest<HTMLElement>("[style*='--ems']");
        sized?.style.setProperty("--ems", width);
        node.textContent = written;
        const { parentElement } = node;
        if (parentElement?.dataset["room"] !== undefined) parentElement.dataset["room"] = written;
      }
    },
    [part, text, String(ems)] as const,
  );
}

/** The texts on the stage that are drawn smaller than `leastPx`. */
async function smallTexts(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const small: string[] = [];
    for (const root of document.querySelectorAll("#picture")) {
      for (const node of root.querySelectorAll("*")) {
        const own = [...node.childNodes].some(
          (child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? ""),
        );
        if (!own || !node.checkVisibility() || node.closest(".visually-hidden") !== null) continue;
        const { width } = node.getBoundingClientRect();
        const px = Number.parseFloat(getComputedStyle(node).fontSize);
        if (width > 1 && px < least - 0.05) small.push(`${node.textContent}: ${px.toFixed(1)} px`);
      }
    }
    return small;
  }, leastPx);
}

/** The sentences about a lane that are cut off. */
async function cutSentences(page: Page): Promise<(string | null)[]> {
  return page
    .locator("#picture p")
    .evaluateAll((sentences) =>
      sentences
        .filter(
          (it) =>
            it.checkVisibility() &&
            (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1),
        )
        .map(({ textContent }) => textContent),
    );
}

/** The pairs that overlap by more than 1 px in both directions. */
function meetingsOf(all: readonly Rect[]): string[] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 1 && down > 1
        ? [`${JSON.stringify(one)} meets ${JSON.stringify(other)}`]
        : [];
    }),
  );
}
