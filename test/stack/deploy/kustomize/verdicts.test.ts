import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readResources } from "../../../../src/kubernetes/resource.ts";
import { readProject } from "../../../../src/project/project.ts";
import { Text } from "../../../../src/project/source-text.ts";
import { toData } from "../../../../src/project/tree.ts";
import { ChartRenderer, LocalCharts } from "../../../../src/stack/deploy/helm/index.ts";
import { readKustomizations } from "../../../../src/stack/deploy/kustomize/kustomize.ts";
import { cases } from "./cases.ts";
import { inOrder } from "./normal.ts";

/** What kustomize itself makes of each case: `npx tsx scripts/record-kustomize.ts`. */
const verdicts = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "verdicts.json"), "utf8"),
) as Readonly<Record<string, unknown>>;

const plain = build(cases.plain!);

function build(files: Readonly<Record<string, string>>): unknown[] {
  const texts = Object.entries(files).map(([file, content]) => new Text(file, content));
  const project = readProject({ texts, skipped: [] });
  const helm = { charts: new LocalCharts(project), renderer: new ChartRenderer() };
  const { overlays } = readKustomizations(project, readResources(project), helm);
  const overlay = overlays.find(({ name }) => name === "top");
  return overlay?.resources.map(({ root }) => toData(root)) ?? [];
}

describe("builds what kustomize builds", () => {
  it.each(Object.entries(cases))("%s", (name, files) => {
    expect(inOrder(build(files), name === "plain" ? [] : plain)).toEqual(verdicts[name]);
  });
});
