import { expect, test } from "vitest";
import { withProgress } from "../../src/commands/progress.ts";
import { print, type Terminal, widthOf } from "../../src/commands/terminal.ts";

function terminalOf(isTTY: boolean, env: Terminal["env"] = {}, columns?: number) {
  const written: string[] = [];
  const output = {
    write: (text: string) => written.push(text),
    isTTY,
    ...(columns === undefined ? {} : { columns }),
  };
  return { written, terminal: { stdout: output, stderr: output, env, cwd: () => "/" } satisfies Terminal };
}

const long = `${Array.from({ length: 500 }, (_, i) => `line ${i}`).join("\n")}\n`;

test("a long text takes at most 76 lines of a terminal, its end among them", () => {
  const { written, terminal } = terminalOf(true);
  print(long, { format: "text" }, terminal);
  const lines = written.join("").trimEnd().split("\n");
  expect(lines).toHaveLength(76);
  expect(lines[0]).toBe("line 0");
  expect(lines.at(-1)).toBe("line 499");
  expect(lines.find((line) => line.startsWith("…"))).toBe(
    '… 425 lines left out: "| less" or "> file" has all.',
  );
});

test.each([
  ["a pipe", false, "text"],
  ["another format", true, "json"],
])("%s gets all of it", (_, isTTY, format) => {
  const { written, terminal } = terminalOf(isTTY);
  print(long, { format }, terminal);
  expect(written.join("")).toBe(long);
});

test.each([
  [{}, 72, 72],
  [{}, 30, 60],
  [{}, 400, 140],
  [{ COLUMNS: "80" }, undefined, 80],
  [{ COLUMNS: "wide" }, undefined, 100],
])("the width with %o and %s columns", (env, columns, width) => {
  expect(widthOf(terminalOf(columns !== undefined, env, columns).terminal)).toBe(width);
});

test.each([
  ["outside a terminal", false, {}, false],
  ["in CI", true, { CI: "true" }, false],
  ["when quiet", true, {}, true],
])("no progress is shown %s", async (_, isTTY, env, isQuiet) => {
  const { written, terminal } = terminalOf(isTTY, env);
  const result = await withProgress(terminal, isQuiet, async (onStep) => onStep);
  expect(result).toBeUndefined();
  expect(written).toEqual([]);
});

test("work that is done at once leaves no trace, and its error is passed on", async () => {
  const { written, terminal } = terminalOf(true);
  const work = withProgress(terminal, false, async (onStep) => {
    onStep?.("Reading files");
    throw new Error("gone wrong");
  });
  await expect(work).rejects.toThrow("gone wrong");
  expect(written).toEqual([]);
});
