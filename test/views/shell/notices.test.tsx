import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES } from "../../../src/i18n/index.ts";
import type { ParamProblem } from "../../../src/params/index.ts";
import { paramsOf } from "../../../src/run/index.ts";
import type { Notice } from "../../../src/store/index.ts";
import { strategyOf } from "../../../src/systems/index.ts";
import { Notices } from "../../../src/views/shell/Notices.tsx";
import { noticeText, type ToldNotice } from "../../../src/views/shell/notice-text.ts";
import { catalogue } from "../../support/everything.ts";
import { openPlayground, show } from "../support.tsx";

function paramNotice(key: string, kind: ParamProblem["kind"], used: number | string): ToldNotice {
  const param = paramsOf(strategyOf(catalogue, "bounded")).find(
    (candidate) => candidate.key === key,
  );
  if (param === undefined) throw new Error(`no setting ${key}`);
  return { kind: "param", problem: { param, given: "given", used, kind } };
}

/** One notice of every kind; the compiler complains about a missing one. */
const NOTICES: {
  readonly [K in ToldNotice["kind"]]: readonly Extract<ToldNotice, { kind: K }>[];
} = {
  param: [
    paramNotice("capacity", "notOne", 8),
    paramNotice("capacity", "tooSmall", 1),
    paramNotice("capacity", "tooLarge", 10_000),
    paramNotice("capacity", "rounded", 3),
    paramNotice("arrivals", "notOne", "steady"),
  ] as Extract<Notice, { kind: "param" }>[],
  unknownKey: [{ kind: "unknownKey", key: "given" }],
  unknownScenario: [{ kind: "unknownScenario", given: "given", used: "fast-producer" }],
  unknownStrategy: [{ kind: "unknownStrategy", given: "given", used: "bounded" }],
  newerVersion: [{ kind: "newerVersion", given: "given" }],
  newerRevision: [{ kind: "newerRevision", given: "given" }],
  seed: [{ kind: "seed", given: "given", used: 42 }],
  repeatedKey: [{ kind: "repeatedKey", key: "given", used: "5" }],
  time: [{ kind: "time", given: "given" }],
  timeRange: [{ kind: "timeRange", given: 2345, used: 5 }],
  rows: [
    { kind: "rows", given: "given", shows: "all" },
    { kind: "rows", given: "given", shows: "none" },
  ],
  afterEnd: [{ kind: "afterEnd", given: "given", endMs: 5000 }],
  tooManyLinkChanges: [{ kind: "tooManyLinkChanges", given: 67, used: 60 }],
  intervention: [{ kind: "intervention", given: "given" }],
  tooManyChanges: [{ kind: "tooManyChanges", max: 7 }],
  tooManyLanes: [{ kind: "tooManyLanes", given: 7, used: 4 }],
  laneName: [{ kind: "laneName", given: "given" }],
  strips: [{ kind: "strips", given: "given" }],
  tooLong: [{ kind: "tooLong", given: 2345 }],
};

const notices = Object.values(NOTICES).flat();

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe.each(LANGUAGES)("notices in %s", (language) => {
  const say = (notice: ToldNotice) => noticeText(catalogue, notice, (text) => text[language]);

  it.each(notices.map((notice) => [notice.kind, notice] as const))(
    "%s quotes what was given, and leaves no placeholder unfilled",
    (_kind, notice) => {
      const said = say(notice);
      expect(said).not.toMatch(/[{}]|undefined|NaN/);
      expect(said).toMatch(/given|7|2[,.]?345/);
    },
  );

  it("a value out of range is reported with the range and with what was taken instead", () => {
    const [, small] = NOTICES.param;
    if (small === undefined) throw new Error("no such notice");
    const said = say(small);
    expect(said).toContain(small.problem.param.label[language]);
    expect(said).toMatch(/1–10[,]?000/);
    expect(said).toMatch(/1/);
  });

  it.each(notices.map((notice) => [notice.kind, notice] as const))(
    "%s shortens what it quotes of a link, and keeps everything else",
    (_kind, notice) => {
      const long = "x{used}".repeat(200);
      const text = JSON.stringify(notice);
      const said = say(JSON.parse(text, (_, value) => (value === "given" ? long : value)));
      expect(said.length).toBeLessThan(320);
      if (said.includes("x{used}")) expect(said).toContain(`${long.slice(0, 40)}…`);
    },
  );

  it("an unknown choice is reported with all choices", () => {
    const choice = NOTICES.param.at(-1);
    if (choice === undefined) throw new Error("no such notice");
    const { param } = choice.problem;
    if (param.kind !== "choice") throw new Error("no choice");
    for (const { value, label } of param.choices) {
      expect(say(choice).includes(value) || say(choice).includes(label[language])).toBe(true);
    }
  });

  it("each kind has its own words", () => {
    const kinds = Object.values(NOTICES).map(([first]) => first && say(first));
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe("Notices", () => {
  it("don't appear for a good link", () => {
    show(openPlayground("#s=fast-producer&cap=4"), <Notices />);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("are announced at once, and can be closed", () => {
    show(openPlayground("#s=nowhere&cap=0&p=fast&colour=red"), <Notices />);
    const said = [...screen.getByRole("alert").querySelectorAll("li")].map(
      ({ textContent }) => textContent ?? "",
    );
    expect(said.length).toBe(4);
    for (const given of ["nowhere", "0", "fast", "colour"]) {
      expect(said.some((text) => text.includes(given))).toBe(true);
    }
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("are five at most, with the number of the others", () => {
    const keys = Array.from({ length: 678 }, (_, n) => `${n.toString(36)}=`).join("&");
    show(openPlayground(`#${keys}`), <Notices />);
    const said = [...screen.getByRole("alert").querySelectorAll("li")];
    expect(said).toHaveLength(6);
    expect(said.at(-1)?.textContent).toMatch(/^and \d{3} more$/);
    cleanup();
    show(openPlayground("#a1=&a2=&a3=&a4=&a5="), <Notices />);
    expect(screen.getByRole("alert").querySelectorAll("li")).toHaveLength(5);
  });

  it("can be scrolled by keyboard if they do not fit", () => {
    show(openPlayground("#colour=red&cap=99999"), <Notices />);
    expect(screen.getByRole("alert").querySelector("ul")?.tabIndex).toBe(0);
  });

  it("quote no more than 40 characters of a link", () => {
    show(openPlayground(`#s=${"😀".repeat(50)}&p=${"y".repeat(1700)}`), <Notices />);
    const said = screen.getByRole("alert").textContent ?? "";
    expect(said).toContain(`“${"😀".repeat(40)}…”`);
    expect(said).toContain(`“${"y".repeat(40)}…”`);
    expect(said.length).toBeLessThan(400);
  });

  it("report only once what is wrong twice", () => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
    show(openPlayground("#i=x~x~y"), <Notices />);
    expect(screen.getByRole("alert").querySelectorAll("li").length).toBe(2);
    expect(complaints).not.toHaveBeenCalled();
  });

  it("take nothing in a link for markup", () => {
    show(openPlayground("#s=%3Cimg%20src%3Dx%3E&%3Cb%3E=1"), <Notices />);
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("<img src=x>");
    expect(alert.querySelector("img, b")).toBeNull();
  });
});
