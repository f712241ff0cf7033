/** Another commit of this repository, checked out beside it for as long as a comparison takes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The repository that this file is part of. */
export const ROOT = join(import.meta.dirname, "../..");

/** A commit that is checked out. */
export interface CheckedOut {
  /** The folder of the checked-out files, with `node_modules`. */
  readonly root: string;
  /** The commit's short name. */
  readonly commit: string;
}

/**
 * Checks `commit` out into a git worktree in the system's temporary folder, passes it to `use`, and removes
 * it whatever happens, even after an interruption from the keyboard. Its `node_modules` are this
 * repository's if both have the same package-lock.json; otherwise they are installed there. Throws if
 * git knows no such commit.
 */
export async function withCommit<T>(
  commit: string,
  use: (checkedOut: CheckedOut) => Promise<T>,
): Promise<T> {
  const name = git("rev-parse", "--verify", "--short", "--end-of-options", `${commit}^{commit}`);
  const folder = mkdtempSync(join(tmpdir(), "backpressure-playground-"));
  const root = join(folder, name);
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    git("worktree", "prune");
  };
  const stop = () => {
    remove();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    git("worktree", "add", "--quiet", "--detach", root, name);
    provideModules(root);
    return await use({ root, commit: name });
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    remove();
  }
}

function provideModules(root: string): void {
  const lock = (of: string) => readFileSync(join(of, "package-lock.json"), "utf8");
  if (lock(root) === lock(ROOT)) {
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  } else {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["ci"], { cwd: root, stdio: ["ignore", process.stderr, "inherit"] });
  }
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
}
