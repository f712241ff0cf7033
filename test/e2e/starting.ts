import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { Checks } from "./check.ts";
import { numbersOf } from "./expected.ts";

/** What the page says if it can't start, in both languages, because none has been chosen yet. */
const TROUBLES = {
  file: [/can't run from a file.*npx serve/s, /파일로 열면 실행되지 않습니다/],
  old: [/browser is too old/, /브라우저가 너무 오래되어/],
  start: [/could not start/, /페이지를 시작하지 못했습니다/],
} as const;

async function assertSaid(page: Page, trouble: keyof typeof TROUBLES): Promise<void> {
  const said = page.locator(".trouble:visible");
  await said.waitFor();
  assert.equal(await said.count(), 1);
  const text = (await said.textContent()) ?? "";
  for (const part of TROUBLES[trouble]) assert.match(text, part);
}

/** If the page can't start, it says why and what helps. */
export const starting: Checks = [
  {
    name: "a page that is opened as a file says how to open it",
    brings: /file:|CORS|ERR_FAILED/,
    async run(_desk, page) {
      await page.goto(pathToFileURL("dist/index.html").href);
      await assertSaid(page, "file");
    },
  },
  {
    name: "a browser without the newest feature that the page uses is called too old",
    brings: /findLastIndex/,
    async run(desk, page) {
      await page.addInitScript(() => {
        Reflect.deleteProperty(Array.prototype, "findLastIndex");
      });
      await page.goto(desk.url);
      await assertSaid(page, "old");
    },
  },
  {
    name: "a page whose script fails to load says so",
    brings: /ERR_FAILED/,
    async run(desk, page) {
      await page.route(/assets\/index.*\.js/, (route) => route.abort());
      await page.goto(desk.url);
      await assertSaid(page, "start");
    },
  },
  {
    name: "a page whose script can't be parsed says so",
    brings: /unexpected token/i,
    async run(desk, page) {
      await page.route(/assets\/index.*\.js/, (route) =>
        route.fulfill({ contentType: "text/javascript", body: "export const later = §;" }),
      );
      await page.goto(desk.url);
      await assertSaid(page, "start");
    },
  },
  {
    name: "a page that starts says nothing about trouble",
    async run(desk, page) {
      await desk.open();
      assert.equal(await page.locator(".trouble:visible").count(), 0);
    },
  },
  {
    name: "works in a browser of 2022, without later additions to arrays and dialogs",
    async run(desk, page) {
      await page.addInitScript(() => {
        for (const method of ["toSorted", "toReversed", "toSpliced", "with"]) {
          Reflect.deleteProperty(Array.prototype, method);
        }
        Reflect.deleteProperty(HTMLDialogElement.prototype, "showModal");
      });
      await desk.open("v=1&s=fast-producer&t=4000");
      await desk.playFor(400);
      await desk.assertNumbersOfLink();
      await desk.openHelp();
      await page.keyboard.press("Escape");
      await desk.dialog.waitFor({ state: "detached" });
      await desk.openShare();
      await desk.dialog.getByRole("button", { name: "Close" }).click();
      await desk.dialog.waitFor({ state: "detached" });
      await desk.goTo("v=1&s=fast-producer&t=4000");
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&t=4000"));
    },
  },
];
