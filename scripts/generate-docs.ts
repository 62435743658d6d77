import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { lintRules } from "../src/lint/rules/index.ts";
import { findChromium } from "../test/browser.ts";
import { commandDocs } from "./command-docs.ts";
import { flowchart, importsBetweenParts, partsImported } from "./import-graph.ts";
import { packLayers } from "./pack-layers.ts";
import { policyDocs } from "./policy-docs.ts";
import { policyLanguageDocs } from "./policy-language-docs.ts";
import { rulePages } from "./rule-pages.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Pages that are made from the sources and by the built program, other than those of the rules, with what they hold now, by path from the root. */
export function generatedDocs(): Map<string, string> {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  return new Map([
    ["docs/rules/README.md", rulesIndex()],
    ["README.md", refreshed(readme)],
    ["docs/architecture.md", architecture()],
    ...packLayers(root),
    ["docs/commands.md", commandDocs()],
    ...policyDocs(root),
    ...policyLanguageDocs(root),
  ]);
}

/** The page with the picture of what imports what. */
function architecture(): string {
  const picture = flowchart(partsImported(importsBetweenParts(root)));
  return readFileSync(path.join(root, "docs/architecture.md"), "utf8").replace(
    /(<!-- imports -->\n```mermaid\n)[\s\S]*?(```\n)/,
    (_, before: string, after: string) => `${before}${picture}\n${after}`,
  );
}

const introduction = `# Lint rules

Made from the rules by \`npm run docs\`. \`falcoverage explain ID\` prints a page in the terminal.

## Severity

Severity goes by consequence. \`error\`: Falco does not start, a rule cannot match as written, an alert reaches nobody, or a
control is lost. \`warning\`: it works, but not as its author is likely to mean, or it breaks with the next version.
\`notice\`: it could be better. \`--fail-on\` says from which severity on a finding fails the check.

## Confidence

Confidence says how sure it is that a finding is right. \`high\`: it follows from what Falco, Kubernetes or another program
does with the text. \`medium\`: it depends on what the author means, or on something outside of the repository. \`low\`: a hint;
many findings of the rule are fine where they are. A finding can have a lower confidence than its rule.
\`--min-confidence\` leaves out findings of a lower confidence.
`;

/** All lint rules in a table by category. */
function rulesIndex(): string {
  const categories = [...new Set(lintRules.map(({ id }) => id.split("/")[0]!))];
  const tables = categories.map((category) => {
    const rules = lintRules.filter(({ id }) => id.startsWith(`${category}/`));
    const rows = rules.map(
      ({ id, severity, confidence, summary, fixable }) =>
        `| [\`${id}\`](${id}.md) | ${severity} | ${confidence} | ${fixable ? "yes" : ""} | ${summary.replaceAll("|", "\\|").replaceAll("<", "&lt;")} |`,
    );
    return `## ${category}\n\n| rule | severity | confidence | fix | finds |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${introduction}\n${tables.join("\n")}`;
}

const block = /(<!-- output: ([^\n]*?) -->\n\n```text\n)[\s\S]*?(```\n)/g;

/** The README with what its commands print now. */
function refreshed(readme: string): string {
  return readme.replace(
    block,
    (_, before: string, command: string, after: string) => `${before}${outputOf(command)}\n${after}`,
  );
}

function outputOf(command: string): string {
  const args = command.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ""));
  try {
    return execFileSync(process.execPath, [path.join(root, "dist/cli.js"), ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    }).trimEnd();
  } catch (error) {
    // A check that finds something says so by its exit code.
    const { status, stdout } = error as { status: number | null; stdout: string };
    if (status !== 1) throw error;
    return stdout.trimEnd();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of [...rulePages(), ...generatedDocs()])
    writeFileSync(path.join(root, file), content);
  if (findChromium() === undefined)
    console.warn("docs/images/comment.png is as it was: it takes a Chromium to make it.");
  else await import("./comment-picture.ts");
}
