import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { inspect } from "../check.ts";
import { type Compliance, frameworkIds, loadFramework, type UsedFramework } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { repository, version } from "../version.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

interface InitFlags {
  /** Framework ids with commas. */
  readonly frameworks?: string;
}

const configFile = "falcoverage.yaml";
const matrixFile = "falcoverage-matrix.yaml";
const workflowFile = ".github/workflows/falcoverage.yml";

/** Writes what a repository needs to start with. A file that is there already is kept. */
export async function initCommand(flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const root = terminal.cwd();
  const { model } = await inspect([], { root });
  const { compliance, rulesets } = model;
  const ids = wantedFrameworks(flags.frameworks, compliance);
  const hasMatrix = compliance.matrices.length > 0;
  const files: [string, string][] = [
    [configFile, configText()],
    ...(hasMatrix ? [] : [[matrixFile, await matrixText(ids, compliance)] as [string, string]]),
    [workflowFile, workflowText()],
  ];
  for (const [file, content] of files) {
    const target = path.join(root, file);
    if (existsSync(target)) {
      terminal.stdout.write(`kept     ${file} (it is there already)\n`);
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content, { flag: "wx" });
    terminal.stdout.write(`created  ${file}\n`);
  }
  if (hasMatrix)
    terminal.stdout.write(`kept     ${compliance.matrices.map(({ source }) => source.file).join(", ")}\n`);
  const rules = rulesets.reduce((sum, { result }) => sum + result.rules.length, 0);
  terminal.stdout.write(`\nFound ${rules} Falco rule${rules === 1 ? "" : "s"}. Next: falcoverage check\n`);
  return 0;
}

function wantedFrameworks(written: string | undefined, { tags }: Compliance): readonly string[] {
  if (written === undefined) {
    const named = new Set(tags.map(({ tag }) => tag.framework));
    return named.size > 0 ? frameworkIds.filter((id) => named.has(id)) : frameworkIds;
  }
  const ids = written.split(",").map((id) => id.trim());
  for (const id of ids) {
    if (frameworkIds.includes(id)) continue;
    const near = nearest(id, frameworkIds);
    throw new UsageError(
      `There is no framework "${id}": ${near === undefined ? `use ${frameworkIds.join(", ")}.` : `did you mean "${near}"?`}`,
    );
  }
  return ids;
}

function configText(): string {
  return `# yaml-language-server: $schema=${schemaUrl("config")}
version: 1
# The rung from which a control counts as covered: mapped, valid, enabled, deployed, routed or proven.
level: routed
# The mildest finding that fails the check: error, warning, notice or never.
fail-on: error
# min-coverage: 80
# rules:
#   falco/example-rule: off
`;
}

/** A matrix of what the rules' tags say already, for people to go on from. */
async function matrixText(ids: readonly string[], compliance: Compliance): Promise<string> {
  const used = new Map<string, UsedFramework>(compliance.frameworks.map((one) => [one.framework.id, one]));
  const frameworks: object[] = [];
  const controls: Record<string, object> = {};
  for (const id of ids) {
    const framework = used.get(id)?.framework ?? (await loadFramework(id));
    if (framework === undefined) continue;
    frameworks.push({
      id,
      version: framework.version,
      ...(framework.defaultBaseline === undefined ? {} : { baseline: framework.defaultBaseline }),
    });
    const rules = new Map<string, Set<string>>();
    for (const { used: of, lookup, rule } of compliance.tags) {
      if (of?.framework !== framework || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous"))
        continue;
      rules.set(lookup.control.id, (rules.get(lookup.control.id) ?? new Set()).add(rule));
    }
    controls[id] = Object.fromEntries(
      [...framework.controls.keys()]
        .filter((control) => rules.has(control))
        .map((control) => [control, { rules: [...rules.get(control)!].sort() }]),
    );
  }
  const body = stringify({ version: 1, frameworks, controls }, { lineWidth: 0 });
  return `# yaml-language-server: $schema=${schemaUrl("matrix")}\n# Which Falco rules cover which controls.\n${body}`;
}

function schemaUrl(name: string): string {
  return `${repository}/raw/main/schemas/${name}.schema.json`;
}

function workflowText(): string {
  const [owner, name] = repository.split("/").slice(-2);
  return `name: falcoverage
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  pull-requests: write
jobs:
  falcoverage:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ${owner}/${name}@v${version.split(".")[0]}
`;
}
