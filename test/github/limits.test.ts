import { linkSync, mkdirSync } from "node:fs";
import path from "node:path";
import { describe } from "vitest";
import { type Machine, rule, test } from "./action.ts";

/** One file under many names. */
function copies(machine: Machine, content: string, count: number): void {
  machine.write({ "many/0.yaml": content });
  const first = path.join(machine.workspace, "many/0.yaml");
  for (let index = 1; index < count; index++) {
    const folder = path.join(machine.workspace, "many", String(index % 50));
    mkdirSync(folder, { recursive: true });
    linkSync(first, path.join(folder, `${index}.yaml`));
  }
}

const push = { event: "push", payload: {} };

describe.concurrent("a limit that is reached is said, and the check does not pass:", () => {
  test("files", async ({ machine, expect }) => {
    copies(machine, "a: 1\n", 50_002);
    const result = await machine.run(push);
    expect(result.annotations).toEqual([
      "::error::More than 50000 files: name the folders to check, or ignore some.",
    ]);
    expect(result.code).toBe(2);
  });

  test("bytes", async ({ machine, expect }) => {
    copies(machine, `#${"x".repeat(4 << 20)}\na: 1\n`, 66);
    const result = await machine.run(push);
    expect(result.annotations).toEqual([
      "::error::More than 256 MiB of files: name the folders to check, or ignore some.",
    ]);
    expect(result.code).toBe(2);
  });

  test("memory", async ({ machine, expect }) => {
    // Node.js may keep a text of a mebibyte or more outside of the heap, so each is smaller.
    copies(machine, `#${"x".repeat(1 << 19)}\na: 1\n`, 400);
    const result = await machine.run({ ...push, env: { NODE_OPTIONS: "--max-old-space-size=100" } });
    expect(result.annotations.at(-1)).toMatch(
      /^::error::The check has used \d+ MiB of memory, nearly all that Node.js may use/,
    );
    expect(result.code).toBe(2);
  });

  test("time", async ({ machine, expect }) => {
    const many = Array.from({ length: 4000 }, (_, index) => rule(`Rule ${index}`)).join("\n");
    machine.write({ "policies/rules.yaml": many });
    const result = await machine.run({ ...push, inputs: { timeout: "1" } });
    expect(result.annotations.at(-1)).toContain("not done after 1 seconds");
    expect(result.code).toBe(2);
  });

  test("one file", async ({ machine, expect }) => {
    machine.write({ "policies/rules.yaml": `${rule("Shell")}#${"x".repeat(6 << 20)}\n` });
    const result = await machine.run(push);
    expect(result.annotations.join("\n")).toContain("The file was not checked: larger than 5120 KiB.");
  });
});
