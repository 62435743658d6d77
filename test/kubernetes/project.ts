import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { readResources } from "../../src/kubernetes/resource.ts";
import { type ManifestOptions, validateManifests } from "../../src/kubernetes/validate-manifests.ts";
import { discover } from "../../src/project/discover.ts";
import { readProject } from "../../src/project/project.ts";

/** A workspace with these files, gone after the test. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), "manifests-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

/** The problems of a workspace as lines: `file:line:column kind: message`. */
export async function problemsOf(
  files: Readonly<Record<string, string>>,
  options: Omit<ManifestOptions, "root"> = {},
): Promise<string[]> {
  const root = workspace(files);
  const project = readProject(discover({ root, paths: [] }));
  const problems = await validateManifests(project, readResources(project), { root, ...options });
  return problems.map(({ at, kind, message }) => {
    const { file, start } = at.text.locate(at.span);
    return `${file}:${start.line}:${start.column} ${kind}: ${message}`;
  });
}
