import { mkdirSync } from "node:fs";
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

/** Pictures of the main states for people to look at, under screenshots/. */
export const pictures: Checks = [
  ...(STATES.map(([name, link, theme, context]) => ({
    name: `picture: ${name}`,
    context,
    async run(desk, page) {
      if ("locale" in context) desk.language = "ko";
      await desk.open(link);
      await desk.theme.selectOption(theme);
      await page.waitForTimeout(100);
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({
        path: `${SCREENSHOTS}/${name}.png`,
        fullPage: "viewport" in context,
      });
    },
  })) satisfies Checks),
  {
    name: "picture: drawer and dialogs",
    async run(desk, page) {
      await desk.open("v=1&k=drop-oldest&t=9050");
      mkdirSync(SCREENSHOTS, { recursive: true });
      for (const tab of ["notice", "reality", "events", "code", "practice"] as const) {
        await desk.tab(tab).click();
        await page.waitForTimeout(400);
        await page.screenshot({ path: `${SCREENSHOTS}/drawer-${tab}.png`, fullPage: true });
      }
      await desk.openShare();
      await page.screenshot({ path: `${SCREENSHOTS}/dialog-share.png` });
      await page.keyboard.press("Escape");
      await desk.openHelp();
      await page.screenshot({ path: `${SCREENSHOTS}/dialog-help.png` });
    },
  },
];
