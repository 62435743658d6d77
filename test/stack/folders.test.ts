import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const stack = path.join(root, "src/stack");

/** The table of the folders of `src/stack`: each uses those above it. */
const table = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8")
  .split("## Parts of src/stack\n")[1]!
  .split("\n## ")[0]!;
const order = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]!);

it("the table names every folder", () => {
  const folders = readdirSync(stack, { withFileTypes: true }).filter((item) => item.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...order].sort());
});

it("no step uses one below it", () => {
  const backwards = readdirSync(stack, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ file, target }) => rank(target) > rank(file));
  expect(backwards).toEqual([]);
});

/** Other files of `src/stack` that one imports, relative to it. */
function importsOf(file: string): string[] {
  return [...readFileSync(path.join(stack, file), "utf8").matchAll(/ from "(\.[^"]+\.ts)"/g)]
    .map((match) => path.relative(stack, path.resolve(path.dirname(path.join(stack, file)), match[1]!)))
    .filter((target) => !target.startsWith(".."));
}

/** The folder that assembles all others. */
function rank(file: string): number {
  const [folder = "", ...rest] = file.split(path.sep);
  return rest.length === 0 ? order.length : order.indexOf(folder);
}
