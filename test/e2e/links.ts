import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Checks } from "./check.ts";
import { Desk } from "./desk.ts";
import { numbersOf } from "./expected.ts";
import { shellWords as words } from "./shell-words.ts";

/** A link holds the whole experiment. */
export const links: Checks = [
  {
    name: "the share dialog shows the link and its QR code; the copied link opens the same run",
    context: { permissions: ["clipboard-read", "clipboard-write"] },
    async run(desk, page) {
      await desk.open("v=1&k=drop-latest&a=poisson&seed=9&t=4000");
      await desk.setField("consumerDelayMs", "120");
      await desk.playFor(600);
      const before = await desk.numbers();
      await desk.openShare();
      const shown = await desk.dialog.getByRole("textbox").inputValue();
      await desk.dialog.getByRole("img", { name: words.qr.en }).waitFor();
      await desk.button(words.copy).click();
      await desk.dialog.getByText(words.copied.en).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, shown);
      assert.match(copied, /#v=1&s=fast-producer&k=drop-latest&.*&i=4000_c_120&t=/);
      const other = new Desk(await page.context().newPage(), desk.url);
      await other.page.goto(copied);
      await other.ready();
      assert.deepEqual(await other.numbers(), before);
      await other.assertNumbersOfLink();
    },
  },
  {
    name: "a link to a step within an instant opens at exactly that event",
    async run(desk, page) {
      await desk.open("v=1&s=bounded-buffer");
      await desk.leaveFields();
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowLeft");
      for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
      await desk.playFor(300);
      for (let step = 0; step < 7; step++) await page.keyboard.press("ArrowLeft");
      const link = await desk.assertNumbersOfLink();
      const before = await desk.numbers();
      const other = new Desk(await page.context().newPage(), desk.url);
      await other.open(link);
      assert.deepEqual(await other.numbers(), before);
    },
  },
  ...[
    "v%3D1%26s%3Dbounded-buffer%26cap%3D5%26t%3D4000",
    "v=1&amp;s=bounded-buffer&amp;cap=5&amp;t=4000).",
  ].map((link) => ({
    name: `a link that a chat program has altered still opens: ${link}`,
    async run(desk: Desk, page: Page) {
      await desk.open(link);
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&s=bounded-buffer&cap=5&t=4000"));
      assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
    },
  })),
  ...((
    [
      ["v=1&s=no-such&t=2000", ["no-such", "Fast producer"]],
      ["v=1&k=no-such", ["no-such", "Bounded buffer"]],
      ["v=1&p=-5", ["-5", "0–60000"]],
      ["v=1&p=soon", ["soon", "0–60000"]],
      ["v=1&cap=123456789", ["123456789", "10000"]],
      ["v=1&c=1.5", ["1.5", "2"]],
      ["v=1&a=sometimes", ["sometimes", "poisson"]],
      ["v=1&seed=x", ["x", "4294967295"]],
      ["v=1&t=later", ["later"]],
      ["v=1&colour=red", ["colour"]],
      ["v=7&p=50", ["7"]],
      ["v=1&s=fast-producer.3", ["fast-producer.3"]],
      ["v=1&i=nonsense", ["nonsense"]],
      ["v=1&i=1000_w_99", ["99", "1–8"]],
      ["%%%=%E0%A4&=&&&v=1", ["%%%"]],
      ["v=1&s=<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]],
    ] as const
  ).map(([link, told]) => ({
    name: `a bad link opens, and the page says what was wrong: ${link}`,
    async run(desk, page) {
      page.on("dialog", (dialog) => assert.fail(`the link opened a dialog: ${dialog.message()}`));
      await desk.open(link);
      const note = page.getByRole("alert", { name: words.said.en });
      await note.waitFor();
      const text = (await note.textContent()) ?? "";
      for (const part of told) assert.ok(text.includes(part), `${text} does not say ${part}`);
      assert.equal(await page.locator("main img").count(), 0);
      await desk.assertNumbersOfLink();
      await desk.button(words.close).click();
      assert.equal(await note.count(), 0);
    },
  })) satisfies Checks),
  {
    name: "a link of ten thousand characters opens, and the page says that it is too long",
    async run(desk, page) {
      await desk.open(`v=1&p=50&x=${"y".repeat(10_000)}`);
      await page
        .getByRole("alert", { name: words.said.en })
        .getByText("10,0", { exact: false })
        .or(page.getByRole("alert", { name: words.said.en }).getByText("too long"))
        .first()
        .waitFor();
      assert.deepEqual((await desk.numbers()).time, "0.000");
    },
  },
  {
    name: "an address edited by hand is followed",
    async run(desk) {
      await desk.open();
      await desk.goTo("v=1&s=memory-leak&t=3000");
      assert.equal(await desk.scenarioId(), "memory-leak");
      assert.deepEqual(await desk.numbers(), numbersOf("v=1&s=memory-leak&t=3000"));
    },
  },
  {
    name: "back and forward lead across scenarios",
    async run(desk, page) {
      await desk.open("v=1&t=2000");
      await desk.link();
      const length = () => page.evaluate(() => history.length);
      const start = await length();
      await desk.chooseScenario("memory-leak");
      await desk.setField("producerDelayMs", "4");
      await desk.link();
      await desk.chooseScenario("bounded-buffer");
      await desk.link();
      assert.equal(await length(), start + 2);
      const scenarioIs = async (id: string) => {
        await desk.scenarioIs(id);
        await desk.assertNumbersOfLink(id);
      };
      await page.goBack();
      await scenarioIs("memory-leak");
      assert.equal(await desk.field("producerDelayMs").inputValue(), "4");
      await page.goBack();
      await scenarioIs("fast-producer");
      assert.equal((await desk.numbers()).time, "2.000");
      await page.goForward();
      await scenarioIs("memory-leak");
      await page.goForward();
      await scenarioIs("bounded-buffer");
      assert.equal(await length(), start + 2);
    },
  },
  {
    name: "a scenario chosen right after a change of a setting gets a clean address",
    async run(desk, page) {
      await desk.open();
      await desk.setField("producerDelayMs", "50");
      await desk.chooseScenario("memory-leak");
      assert.equal(await desk.link(), "v=1&s=memory-leak.2");
      await page.goBack();
      await page.waitForTimeout(100);
      assert.equal(await desk.link(), "v=1&s=fast-producer&p=50");
    },
  },
];
