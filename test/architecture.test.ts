import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { circleIn, importsBetweenParts, partsImported } from "../scripts/import-graph.ts";

const root = path.resolve(import.meta.dirname, "..");
const imports = importsBetweenParts(root);

it("no folder of src imports past the door of another", () => {
  expect(imports.length).toBeGreaterThan(0);
  const past = imports.filter(({ to }) => to.includes("/") && !/^[^/]+\/index\.ts$/.test(to));
  expect(past).toEqual([]);
});

it("imports between folders make no circle", () => {
  expect(circleIn(partsImported(imports))).toBeUndefined();
  expect(
    circleIn(
      new Map([
        ["a", new Set(["b"])],
        ["b", new Set(["c"])],
        ["c", new Set(["b"])],
      ]),
    ),
  ).toEqual(["b", "c", "b"]);
});

it("the page on architecture lists every part of src, and no other", () => {
  const page = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) =>
    [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
  );
  const parts = readdirSync(path.join(root, "src")).filter((name) => !name.endsWith(".d.ts"));
  expect(listed.sort()).toEqual(parts.sort());
});

it("no file of src has more than 500 lines", () => {
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(0);
  const long = files.filter(
    (name) =>
      readFileSync(path.join(root, "src", name), "utf8")
        .trimEnd()
        .split("\n").length > 500,
  );
  expect(long).toEqual([]);
});
