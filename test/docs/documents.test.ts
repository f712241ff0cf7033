/** Checks what the documents say about the project: links, commands, file names, versions and numbers. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { MAX_STRIPS, STRIP_IDS } from "../../src/scenarios/index.ts";
import { MAX_INTERVENTIONS, MAX_LANES } from "../../src/store/index.ts";
import type { StrategyId } from "../../src/systems/index.ts";
import { KOTLIN_VERSION } from "../../src/systems/kotlin/version.ts";
import { Recorder, Trace } from "../../src/trace/index.ts";
import { allStrategies, allScenarios as scenarios } from "../support/everything.ts";

const ROOT = join(import.meta.dirname, "../..");
const GOLDEN = "test/parity/golden";
const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/model.md"];
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const FILES = ["src", "test"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((path) => `${folder}/${path}`),
  )
  .concat("vite.config.ts");
const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);

  test("links only to files that exist", () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
    const missing = targets.filter(
      (target) => !existsSync(join(ROOT, dirname(document), target as string)),
    );
    expect(missing).toEqual([]);
  });

  test("names only commands that exist", () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !scripts.includes(name as string))).toEqual([]);
  });

  test("names only files and folders of src and test that exist", () => {
    const named = [...text.matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path]) => path);
    expect(named.filter((path) => !existsSync(join(ROOT, path as string)))).toEqual([]);
  });

  test("names no file, however short its path, that does not exist", () => {
    const named = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, path = ""]) => path);
    const isSomewhere = (name: string) => FILES.some((path) => `/${path}`.endsWith(`/${name}`));
    expect(named.filter((name) => !isSomewhere(name))).toEqual([]);
  });
});

describe("README.md", () => {
  const text = read("README.md");

  test("lists every scenario and every plain use of a library, and no other strategy", () => {
    const strategies = allStrategies.filter(({ version }) => version === "library");
    const ids = [...text.matchAll(/\(`([a-z-]+)`\)/g)].map(([, id]) => id);
    expect(ids).toEqual([...scenarios.map(({ id }) => id), ...strategies.map(({ id }) => id)]);
  });

  test("names the version of each system that the page's strategies are written for", () => {
    const table = text.slice(text.indexOf("## The systems"), text.indexOf("## What is proved"));
    expect(text).toContain(`Kotlin ${KOTLIN_VERSION} on kotlinx.coroutines`);
    for (const { system } of allStrategies) {
      expect(table).toContain(
        system.version
          .split(".")
          .slice(0, system.language === "javascript" ? 1 : 3)
          .join("."),
      );
    }
  });

  test("states the numbers of plain strategies, lanes, strips and programs of the text correctly", () => {
    const written = allStrategies.filter(({ version }) => version === "written");
    const isOfText = (id: StrategyId) => written.some((strategy) => strategy.id === id);
    const ofText = scenarios
      .filter(({ strategies }) => strategies.some(isOfText))
      .map(({ id }) => id);
    const plain = scenarios.find(({ id }) => id === "fast-producer")?.strategies ?? [];
    for (const said of [
      `all ${inWords(plain.length)} plain strategies`,
      `up to ${inWords(MAX_LANES)} lanes`,
      `up to ${inWords(MAX_STRIPS)} of ${inWords(STRIP_IDS.length)} strips`,
      `The ${inWords(ofText.length)} from \`${ofText[0]}\` to \`${ofText.at(-1)}\``,
    ]) {
      expect(text).toContain(said);
    }
  });

  test("states how many recordings there are of each system, and how many each command replays", () => {
    const count = (...names: string[]) =>
      names.reduce((sum, name) => sum + JSON.parse(read(`${GOLDEN}/${name}.json`)).length, 0);
    const commands = [...text.matchAll(/`npm run parity -- (test[^`]+)`: ([\d, and]+)/g)];
    const replayed = commands.flatMap(([, files = "", said = ""]) => {
      const names = files.split(" ").map((file) => basename(file, ".json"));
      const numbers = [...said.matchAll(/\d+/g)].map(Number);
      const isEach = numbers.length === names.length;
      expect(numbers).toEqual(isEach ? names.map((name) => count(name)) : [count(...names)]);
      return names;
    });
    const rows = [...text.matchAll(/^\|[^|]+\|[^|]+\|[^|]+\| (\d+) \|$/gm)];
    const inAll = rows.reduce((sum, [, number]) => sum + Number(number), 0);
    expect(rows).toHaveLength(6);
    expect(inAll).toBe(count(...replayed));
    // The other files there hold measurements, which are not replayed.
    const kept = readdirSync(join(ROOT, GOLDEN)).filter((name) => name.endsWith(".json"));
    const others = kept.map((name) => basename(name, ".json")).filter((n) => !replayed.includes(n));
    expect(others).toEqual(["heap-fill", "real-clock"]);
  });

  test("begins with the two commands that CI and newcomers use", () => {
    expect(text).toContain("npm ci && npm start");
    expect(text).toContain("npm ci && npm test");
  });
});

describe("ARCHITECTURE.md", () => {
  const text = read("ARCHITECTURE.md");

  test("names for each invariant the test that holds it", () => {
    const section = text.slice(text.indexOf("## Invariants"), text.indexOf("## Why\n"));
    const [, ...invariants] = section.split(/^- \*\*/m);
    expect(invariants.length).toBeGreaterThan(8);
    expect(invariants.filter((invariant) => !/`test\/[\w./-]+`/.test(invariant))).toEqual([]);
  });

  test("states the limits and sizes of the code correctly", () => {
    expect(text).toContain(`After ${MAX_INTERVENTIONS} changes a further one is refused`);
    const trace = new Trace();
    const recorder = new Recorder(trace, { now: 0 });
    while (trace.length < 512) recorder.made(0, 0, 0);
    const plain = trace.allocatedBytes / 512;
    recorder.gauge(0, 0, 1, 0);
    while (trace.length < 1024) recorder.made(0, 0, 0);
    const withDetail = trace.allocatedBytes / 1024;
    expect(text).toContain(`(${plain} bytes a row, ${withDetail} where one near it has a detail)`);
    const later = read("src/views/stage/strips/registry.ts").match(/await import/g) ?? [];
    const atOnce = STRIP_IDS.length - later.length;
    expect(text).toContain(`all but ${inWords(atOnce)} are loaded`);
  });

  test("lists for each folder the imports that its TypeScript project allows", () => {
    const rows = [...text.matchAll(/^\| `src\/([\w]+)` \|[^|]+\| ([^|]+) \|$/gm)];
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rows.map(([, folder]) => folder).toSorted()).toEqual(folders.toSorted());
    let above: string[] = [];
    for (const [, folder, allowed] of rows) {
      const config = JSON.parse(read(`src/${folder}/tsconfig.json`));
      const references = (config.references ?? []).map(({ path }: { path: string }) =>
        path.slice(3),
      );
      const said =
        allowed === "nothing" ? [] : allowed === "all above" ? above : allowed?.split(", ");
      expect(references.toSorted(), folder).toEqual(said?.toSorted());
      above = [...above, folder as string];
    }
  });
});

/** The number in words, up to thirteen. */
function inWords(n: number): string {
  const words = "one two three four five six seven eight nine ten eleven twelve thirteen".split(
    " ",
  );
  return words[n - 1] ?? String(n);
}
