import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { RuleDescription } from "../report/report.ts";
import { repository } from "../version.ts";
import type { LintRule } from "./rule.ts";

/** What formats say of the rules. Pages are read when asked for. */
export function describeRules(rules: readonly LintRule[]): Map<string, RuleDescription> {
  return new Map(
    rules.map(({ id, severity, summary }) => [
      id,
      { id, severity, summary, page: () => readPage(id), url: `${repository}/blob/main/docs/rules/${id}.md` },
    ]),
  );
}

function readPage(id: string): string {
  return readFileSync(path.join(packageFolder(), "docs/rules", `${id}.md`), "utf8");
}

/** The folder of this package, from the bundle in `dist` as from the sources below `src`. */
function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "docs/rules"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The pages of the lint rules are not beside the program.");
    folder = above;
  }
  return folder;
}
