import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { cases } from "../test/stack/deploy/kustomize/cases.ts";
import { inOrder } from "../test/stack/deploy/kustomize/normal.ts";

/** What `kubectl kustomize` makes of a case. */
function build(files: Readonly<Record<string, string>>): unknown[] {
  const folder = mkdtempSync(path.join(tmpdir(), "kustomize-"));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const built = execFileSync("kubectl", ["kustomize", path.join(folder, "top")], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return parseAllDocuments(built).map((document) => document.toJS() as unknown);
}

const { plain, ...others } = cases;
const unchanged = build(plain!);
const verdicts = {
  plain: inOrder(unchanged),
  ...Object.fromEntries(
    Object.entries(others).map(([name, files]) => [name, inOrder(build(files), unchanged)]),
  ),
};

const file = fileURLToPath(new URL("../test/stack/deploy/kustomize/verdicts.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(verdicts)}\n`);
