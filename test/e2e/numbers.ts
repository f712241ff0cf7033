import assert from "node:assert/strict";
import { channelStrategies as strategies } from "../../src/systems/index.ts";
import { flat } from "../support/flat-state.ts";
import type { Checks } from "./check.ts";
import { type Desk, numberIn } from "./desk.ts";
import { numbersOf, stateOf } from "./expected.ts";

const TIMES = [0, 100, 999, 1000, 2500, 7777, 20_000, 59_999];

/** The numbers on the screen are those of the trace. */
export const numbers: Checks = [
  ...(strategies.map(({ id }) => ({
    name: `every counter agrees with the trace, and no element is unaccounted for: ${id}`,
    async run(desk) {
      const base = `v=1&s=fast-producer${id === "bounded" ? "" : `&k=${id}`}`;
      await desk.open(base);
      for (const timeMs of TIMES) {
        const link = timeMs === 0 ? base : `${base}&t=${timeMs}`;
        await desk.goTo(link);
        assert.deepEqual(await desk.numbers(), numbersOf(link), link);
        await assertConserved(desk);
      }
    },
  })) satisfies Checks),
  ...([
    "v=1&s=fast-producer&k=drop-oldest&a=bursts&b=20&w=3&i=2000_p_20~4000_w_8~9000_p_400~9000_w_1",
    "v=1&s=fast-producer&k=try-send&a=poisson&d=exponential&seed=77&i=3000_c_30",
    "v=1&s=fast-producer&k=unlimited&p=0&n=1000&i=500_c_1",
    "v=1&s=memory-leak&i=1500_p_100~3000_c_1",
    "v=1&s=bounded-buffer&cap=3&w=2",
  ].map((base) => ({
    name: `every counter agrees with the trace after changes: ${base}`,
    async run(desk) {
      await desk.open(base);
      for (const timeMs of [500, 2000, 2001, 4000, 8500, 9000, 9500]) {
        const link = `${base}&t=${timeMs}`;
        await desk.goTo(link);
        assert.deepEqual(await desk.numbers(), numbersOf(link), link);
        await assertConserved(desk);
      }
      // Some of these runs are over by then.
      await desk.goTo(`${base}&t=600`);
      await desk.playFor(300);
      await desk.assertNumbersOfLink("played on:");
    },
  })) satisfies Checks),
  {
    name: "the same in Korean",
    context: { locale: "ko-KR" },
    async run(desk) {
      desk.language = "ko";
      const link = "v=1&s=memory-leak&t=25000";
      await desk.open(link);
      assert.deepEqual(await desk.numbers(), numbersOf(link, "ko"));
    },
  },
  {
    name: "memory leak: 4,950 elements after 5 s, as number and as picture",
    async run(desk, page) {
      await desk.open("v=1&s=memory-leak&t=5000");
      const { waiting, made } = await desk.numbers();
      assert.equal(waiting, "4,950");
      assert.equal(numberIn(made), stateOf("v=1&s=memory-leak&t=5000").made);
      const picture = page.locator(".picture");
      await picture.getByText("4,950", { exact: true }).waitFor();
      // The flood is on the lowest canvas: how much of that is covered?
      const covered = await picture
        .locator("canvas")
        .first()
        .evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const context = (canvas as HTMLCanvasElement).getContext("2d");
          const pixels = context?.getImageData(0, 0, width, height).data ?? [];
          let painted = 0;
          for (let i = 3; i < pixels.length; i += 4) if ((pixels[i] ?? 0) > 0) painted++;
          const { clientWidth, clientHeight, parentElement } = canvas;
          const whole = (parentElement?.clientWidth ?? 0) * (parentElement?.clientHeight ?? 0);
          return ((painted / (width * height)) * clientWidth * clientHeight) / whole;
        });
      assert.ok(covered > 0.5, `the flood covers only ${covered} of the picture`);
    },
  },
  {
    name: "the picture and its table hold the elements of the trace",
    async run(desk, page) {
      const link = "v=1&s=fast-producer&k=bounded&t=5050";
      await desk.open(link);
      const { buffer, heldByBuffer, workers } = flat(stateOf(link));
      const texts = await page.locator(".picture text").allTextContents();
      for (const element of [...buffer.toArray().slice(0, -1), ...heldByBuffer]) {
        assert.ok(texts.includes(String(element)), `element ${element} is not in the picture`);
      }
      const table = page.getByRole("table", { name: /State at/ });
      // It is loaded after the picture.
      await table.locator("td").first().waitFor({ state: "attached" });
      const cells = await table.locator("td").allTextContents();
      assert.ok(
        cells.includes(String(workers[0]?.hand[0])),
        `no ${workers[0]?.hand[0]} in ${cells}`,
      );
      assert.ok(
        cells.some((cell) => cell.includes(buffer.toArray().slice(0, 8).join(", "))),
        `no ${buffer.toArray()} in ${cells}`,
      );
    },
  },
  {
    name: "events: the log ends at the play head, and follows one element",
    async run(desk, page) {
      const link = "v=1&s=fast-producer&k=drop-oldest&t=5000";
      await desk.open(link);
      await desk.tab("events").click();
      const rows = page.getByRole("tabpanel").locator("tbody tr");
      await rows.first().waitFor();
      assert.ok((await rows.count()) > 20);
      for (const text of await rows.locator("td:first-child").allTextContents()) {
        assert.ok(numberIn(text) <= 5);
      }
      await page.getByRole("tabpanel").getByRole("textbox").fill("3");
      const elements = await rows.locator("td:last-child").allTextContents();
      assert.ok(elements.length >= 2 && elements.every((element) => element === "3"));
    },
  },
  {
    name: "strips: their tables end with the trace's numbers",
    async run(desk, page) {
      const link = "v=1&s=fast-producer&k=drop-latest&st=losses&t=30000";
      await desk.open(link);
      const last = page.locator("[data-strip-table=losses] tbody tr").last().locator("td");
      assert.equal(numberIn((await last.allTextContents()).at(-1) ?? ""), stateOf(link).lost);
    },
  },
];

/** produced = done + in hand + buffered + waiting + dropped, all as the screen shows them. */
async function assertConserved(desk: Desk): Promise<void> {
  const shown = await desk.numbers();
  const rowsOfTable = desk.page.getByRole("table", { name: /State at/ }).locator("tbody tr");
  // The table is loaded after the picture.
  await rowsOfTable.first().waitFor({ state: "attached" });
  const inHand = await rowsOfTable.evaluateAll((rows) => {
    // What a held producer has in hand counts as waiting.
    const workers = rows.filter((row) =>
      row.matches("[data-station] ~ [data-station] ~ [data-actor]"),
    );
    return workers.filter((row) => /\d/.test(row.lastElementChild?.textContent ?? "")).length;
  });
  const { made, done, waiting, held, lost } = shown;
  const sum = [done, waiting, held, lost].reduce((total, text) => total + numberIn(text), inHand);
  assert.equal(numberIn(made), sum, `${JSON.stringify(shown)}, ${inHand} in hand`);
}
