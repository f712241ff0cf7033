import { mkdirSync, readFileSync } from "node:fs";
import { TABS } from "../../src/views/panel/tabs.ts";
import { allScenarios } from "../support/everything.ts";
import type { Checks } from "./check.ts";
import { SCREENSHOTS } from "./runner.ts";

const PHONE = { viewport: { width: 390, height: 844 } };
const KOREAN = { locale: "ko-KR" };

const STATES = [
  ["fast-producer-bounded", "v=1&s=fast-producer&t=9050", "light", {}],
  ["fast-producer-bounded-korean", "v=1&s=fast-producer&t=9050", "light", KOREAN],
  ["fast-producer-drop-oldest-dark", "v=1&k=drop-oldest&t=9050", "dark", {}],
  ["fast-producer-bursts-4-workers", "v=1&a=bursts&w=4&k=drop-latest&p=40&t=8010", "light", {}],
  ["fast-producer-1000-per-second", "v=1&p=1&c=8&w=8&cap=64&t=8000", "light", {}],
  ["memory-leak-4950", "v=1&s=memory-leak&t=5000", "light", {}],
  ["memory-leak-dark-korean", "v=1&s=memory-leak&t=5000", "dark", KOREAN],
  ["memory-leak-projector", "v=1&s=memory-leak&t=5000", "projector", {}],
  ["memory-leak-out-of-memory", "v=1&s=memory-leak&kib=1024&heap=100&t=60000", "light", {}],
  ["bounded-buffer-projector", "v=1&s=bounded-buffer&t=4050", "projector", {}],
  ["bounded-buffer-start", "v=1&s=bounded-buffer", "light", {}],
  ["rendezvous", "v=1&k=rendezvous&t=4050", "light", {}],
  ["bad-link", "v=1&k=none&cap=99999&colour=red", "light", {}],
  ["phone-fast-producer-korean", "v=1&s=fast-producer&t=9050", "light", { ...PHONE, ...KOREAN }],
  ["phone-memory-leak-dark", "v=1&s=memory-leak&t=5000", "dark", PHONE],
] as const;

/** The time at which each scenario shows what it is about, in ms; 2.5 s for the others. */
const TELLING: Readonly<Record<string, number>> = {
  "fast-producer": 6000,
  "memory-leak": 5000,
  conflated: 700,
  "priority-drop": 700,
  "rate-limiting": 1500,
  batching: 1300,
  "circuit-breaker": 3500,
  "log-processing": 6000,
  retry: 3200,
  degradation: 6000,
  "pool-size": 6000,
  "adaptive-buffer": 4000,
};

/** Pictures of the main states for people to look at, under screenshots/. */
export const pictures: Checks = [
  ...(STATES.map(([name, link, theme, context]) => ({
    name: `picture: ${name}`,
    context,
    async run(desk, page) {
      if ("locale" in context) desk.language = "ko";
      await desk.open(link);
      await desk.chooseTheme(theme);
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({
        path: `${SCREENSHOTS}/${name}.png`,
        fullPage: "viewport" in context,
      });
    },
  })) satisfies Checks),
  {
    name: "picture: contact sheet of every scenario",
    async run(desk, page) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const figures: string[] = [];
      for (const { id, name, revision } of allScenarios) {
        const scenario = revision === 1 ? id : `${id}.${revision}`;
        await desk.open(`v=1&s=${scenario}&t=${TELLING[id] ?? 2500}`);
        await desk.still();
        const path = `${SCREENSHOTS}/scenario-${id}.png`;
        await page.locator("#picture").screenshot({ path });
        const image = `data:image/png;base64,${readFileSync(path).toString("base64")}`;
        figures.push(`<figure><img src="${image}"><figcaption>${name.en}</figcaption></figure>`);
      }
      // On a blank page, because the site's policy forbids writing the sheet into it.
      await page.goto("about:blank");
      await page.setViewportSize({ width: 1800, height: 900 });
      await page.setContent(`<link rel="icon" href="data:,"><style>
        body { margin: 8px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px 8px;
               font: 600 15px system-ui; background: #fff; color: #171b19 }
        figure { margin: 0 } img { width: 100%; display: block; border: 1px solid #dcdfda }
        figcaption { padding: 4px 2px 0 }
      </style>${figures.join("")}`);
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${SCREENSHOTS}/contact-sheet.png`, fullPage: true });
    },
  },
  {
    name: "picture: panel, gallery and dialogs",
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest&t=9050");
      mkdirSync(SCREENSHOTS, { recursive: true });
      for (const tab of TABS) {
        await desk.openTab(tab);
        await page.screenshot({ path: `${SCREENSHOTS}/panel-${tab}.png` });
      }
      await desk.openShare();
      await page.screenshot({ path: `${SCREENSHOTS}/dialog-share.png` });
      await page.keyboard.press("Escape");
      await desk.openHelp();
      await page.screenshot({ path: `${SCREENSHOTS}/dialog-help.png` });
    },
  },
];
