import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { catalogsFile, catalogsSource } from "../../scripts/generate-catalogs.ts";
import { lookUp } from "../../src/compliance/control-id.ts";
import { frameworkIds, loadFramework, loadVocabulary, readCatalog } from "../../src/compliance/framework.ts";
import { readFrameworkFile, wordsOf } from "../../src/compliance/framework-file.ts";
import { Source } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";

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
      const isDetected = control.runtime === "detect" || control.runtime === "partial";
      expect(control.signals.length > 0, control.id).toBe(isDetected);
      expect(control.part !== undefined, control.id).toBe(control.runtime === "partial");
      if (isDetected) expect(control.why, control.id).toMatch(/^Shows .+; does not show .+\.$/);
    }
  });

  it("classes a heading by the controls below it, and counts them", async () => {
    const controls = [...(await loadFramework(id))!.controls.values()];
    const below = (heading: string): typeof controls =>
      controls.filter(({ parent }) => parent === heading).flatMap((child) => [child, ...below(child.id)]);
    const classes = ["detect", "partial", "support", "none"];
    for (const heading of controls.filter(({ group }) => group)) {
      const children = below(heading.id).filter(({ group }) => !group);
      const counts = classes.map((one) => children.filter(({ runtime }) => runtime === one).length);
      expect(heading.runtime, heading.id).toBe(classes[counts.findIndex((count) => count > 0)]);
      if (heading.runtime === "none") continue;
      const text = classes.map((one, i) => `${counts[i]} ${one}`).join(", ");
      expect(heading.why, heading.id).toBe(`Roll-up of children: ${text}`);
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
      return [baseline, ["detect", "partial", "support", "none"].map(of)];
    }),
  );
  expect(counts).toEqual({
    "li-saas": [12, 11, 12, 121],
    low: [12, 11, 12, 121],
    moderate: [32, 25, 23, 243],
    high: [35, 31, 36, 308],
  });
});

describe("numbers of other editions", () => {
  it.each([
    ["cmmc", "3.1.1", "AC.L2-3.1.1"],
    ["cmmc", "AC.L1-3.1.20", "AC.L2-3.1.20"],
    ["nist-csf", "ID.AM-1", "ID.AM-01"],
    ["nist-800-171", "3.1.1", "03.01.01"],
  ])("%s %s is %s", async (id, written, control) => {
    expect(lookUp((await loadFramework(id))!, written)).toMatchObject({
      kind: "control",
      control: { id: control },
    });
  });

  it.each([
    ["nist-csf", "PR.AC-4", ["PR.AA-05"]],
    ["nist-csf", "RC.CO-2", ["RC.CO-04"]],
    ["nist-800-171", "3.1.13", ["03.13.08"]],
    ["nist-800-171", "3.13.14", []],
    ["cis-kubernetes", "5.7.4", ["5.6.4"]],
  ])("%s %s has become %j", async (id, written, successors) => {
    expect(lookUp((await loadFramework(id))!, written)).toMatchObject({
      kind: "retired",
      previous: { successors },
    });
  });

  it("leads to controls that are there", async () => {
    for (const id of frameworkIds) {
      const { controls, previous } = (await loadFramework(id))!;
      for (const { id: old, successors } of previous.values())
        for (const successor of successors) expect(controls.has(successor), `${id} ${old}`).toBe(true);
    }
  });
});

it("counts the practices of CMMC level 2 and the techniques of ATT&CK for containers", async () => {
  const sizes = async (id: string) => {
    const controls = [...(await loadFramework(id))!.controls.values()].filter(({ group }) => !group);
    return [controls.length, controls.filter(({ counted }) => counted).length];
  };
  expect(await sizes("cmmc")).toEqual([110, 110]);
  expect(await sizes("attack-containers")).toEqual([39, 32]);
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
