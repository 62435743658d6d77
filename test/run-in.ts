import { run } from "../src/commands/program.ts";

/** Runs the command line in a folder, without a terminal; what it writes, and its exit code. */
export async function runIn(folder: string, ...args: readonly string[]) {
  let out = "";
  let error = "";
  const code = await run(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (error += text) },
    env: {},
    cwd: () => folder,
  });
  return { code, out, error };
}
