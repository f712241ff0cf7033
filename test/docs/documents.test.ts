/** What the documents say of the project is so. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { KOTLIN_VERSION } from "../../src/systems/kotlin/version.ts";
import { allStrategies, allScenarios as scenarios } from "../support/everything.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/model.md"];
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);

  test("links only to files that are there", () => {
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

  test("names only files of src and test that are there", () => {
    const named = [...text.matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path]) => path);
    expect(named.filter((path) => !existsSync(join(ROOT, path as string)))).toEqual([]);
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

  test("begins with the two commands that CI and newcomers use", () => {
    expect(text).toContain("npm ci && npm start");
    expect(text).toContain("npm ci && npm test");
  });
});

describe("ARCHITECTURE.md", () => {
  test("says of each folder what its TypeScript project allows", () => {
    const rows = [
      ...read("ARCHITECTURE.md").matchAll(/^\| `src\/([\w]+)` \|[^|]+\| ([^|]+) \|$/gm),
    ];
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
