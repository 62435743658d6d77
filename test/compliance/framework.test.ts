import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { catalogsFile, catalogsSource } from "../../scripts/generate-catalogs.ts";
import { frameworkIds, loadFramework, loadVocabulary, readCatalog } from "../../src/compliance/framework.ts";
import { readFrameworkFile, wordsOf } from "../../src/compliance/framework-file.ts";
import { Source } from "../../src/project/project.ts";
import { Text } from "../../src/project/text.ts";

const folder = path.join(import.meta.dirname, "../../policies/frameworks");
const vocabulary = await loadVocabulary();
const words = wordsOf(vocabulary);

function read(content: string) {
  return readFrameworkFile(new Source(new Text("own.yaml", content), "framework"), words);
}

describe.each(frameworkIds)("the catalog %s", (id) => {
  it("follows the schema, and all that it names exists", () => {
    const { errors, catalog } = read(readFileSync(path.join(folder, `${id}.yaml`), "utf8"));
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(catalog?.framework.id).toBe(id);
  });

  it("says of every control that it can be seen by which signals, or why not", async () => {
    const framework = (await loadFramework(id))!;
    for (const control of framework.controls.values()) {
      if (control.group) continue;
      expect(control.why, control.id).not.toBe("");
      expect(control.signals.length > 0, control.id).toBe(control.runtime === "detect");
    }
  });
});

it("finds every catalog of the folder", () => {
  expect(readFileSync(catalogsFile, "utf8")).toBe(catalogsSource());
});

it("counts the controls of each FedRAMP baseline", async () => {
  const { controls, baselines } = (await loadFramework("fedramp"))!;
  const counts = Object.fromEntries(
    baselines.map((baseline) => {
      const inside = [...controls.values()].filter(
        ({ group, baselines }) => !group && baselines?.includes(baseline),
      );
      const of = (runtime: string) => inside.filter((control) => control.runtime === runtime).length;
      return [baseline, [inside.length, of("detect"), of("support"), of("none")]];
    }),
  );
  expect(counts).toEqual({
    "li-saas": [156, 25, 11, 120],
    low: [156, 25, 11, 120],
    moderate: [323, 60, 21, 242],
    high: [410, 68, 35, 307],
  });
});

it("counts articles of the GDPR, not their paragraphs", async () => {
  const { controls } = (await loadFramework("gdpr"))!;
  expect([...controls.values()].filter(({ counted }) => counted)).toHaveLength(99);
});

describe("a framework of one's own", () => {
  it("keeps what follows the format when a part of it does not", () => {
    const { catalog, errors } = read(
      "framework: {id: own, name: Own, version: 1}\ncontrols:\n  - null\n  - {id: [1], title: x}\n  - {id: A, title: A, runtime: none, reason: hr}\naliases: 7\n",
    );
    expect(catalog?.controls.map(({ id }) => id)).toEqual(["A"]);
    expect(errors.length).toBeGreaterThan(0);
  });

  it.each([
    "",
    "[]",
    "framework: 1\ncontrols: 2\n",
    "framework: {id: ../x, name: x, version: 1}\ncontrols: []\n",
  ])("is none when it does not say which it is: %j", (content) => {
    expect(read(content).catalog).toBeUndefined();
  });

  it("sees a part of a control as a part, also when it stands above the control", () => {
    const { catalog } = read(
      "framework: {id: own, name: Own, version: 1, parts_overlap: true}\ncontrols:\n" +
        "  - {id: A(1), title: Part, parent: A, runtime: none, reason: hr}\n  - {id: A, title: Whole, runtime: none, reason: hr}\n",
    );
    const { controls } = readCatalog(catalog!, vocabulary);
    expect([...controls.values()].map(({ id, counted }) => [id, counted])).toEqual([
      ["A(1)", false],
      ["A", true],
    ]);
  });
});
