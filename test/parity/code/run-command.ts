/** Runs commands of this machine to their end. */
import { spawnSync } from "node:child_process";

export interface Outcome {
  readonly stdout: string;
  /** What went wrong, with the whole output; null if nothing did. */
  readonly problem: string | null;
  /** Whether there is no such command. */
  readonly isMissing: boolean;
}

/** Runs a command, and kills it after `seconds`. */
export function run(command: string, args: readonly string[], seconds: number): Outcome {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  // If there is no such command, there is no output at all.
  const output = `${stdout ?? ""}${stderr ?? ""}`.trim();
  return {
    stdout: stdout ?? "",
    problem:
      status === 0 ? null : `${command} ${error?.message ?? `ended with ${status}`}\n${output}`,
    isMissing: error !== undefined && "code" in error && error.code === "ENOENT",
  };
}
