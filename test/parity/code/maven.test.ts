/** Why libraries are left out, according to Maven's output. */
import { expect, test } from "vitest";
import { leftOut } from "./maven.ts";

const PLUGIN =
  "[ERROR] Plugin org.apache.maven.plugins:maven-dependency-plugin:3.8.1 or one of its dependencies could not be resolved: ";

test.each([
  `${PLUGIN}Failed to read artifact descriptor: Could not transfer artifact org.apache.maven.plugins:maven-dependency-plugin:pom:3.8.1 from/to central (https://repo.maven.apache.org/maven2): repo.maven.apache.org: Unknown host`,
  "[ERROR] Could not transfer artifact a:b:pom:1 from/to central: Connect to 127.0.0.1:9 failed: Connection refused",
  "[ERROR] a:b:jar:1 failed to transfer from https://repo.maven.apache.org/maven2 during a previous attempt.",
])("no answer from a repository is not a failure, and is reported in one line: %s", (problem) => {
  const { why, unreachable } = leftOut(["a:b:1", "c:d:2"], { problem, isMissing: false });
  expect(unreachable).toBe(true);
  expect(why).toBe("Maven reaches no repository, and has not loaded before: a:b:1, c:d:2");
});

test("a library that no repository has is a failure, reported with Maven's output", () => {
  const problem =
    "[ERROR] Could not find artifact a:b:jar:9 in central (https://repo.maven.apache.org/maven2)";
  const { why, unreachable } = leftOut(["a:b:9"], { problem, isMissing: false });
  expect(unreachable).toBe(false);
  expect(why).toBe(`Maven could not load a:b:9: ${problem}`);
});

test("without Maven, the reason is that Maven is missing", () => {
  const problem = "mvn spawnSync mvn ENOENT";
  expect(leftOut(["a:b:1"], { problem, isMissing: true })).toEqual({
    why: "there is no `mvn` to load a:b:1",
    unreachable: false,
  });
});
