import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { platformTable } from "./platform-table.ts";
import { signalDocs } from "./signal-docs.ts";

interface Rung {
  readonly total: number;
  readonly covered: number;
  /** Null where nothing is counted. */
  readonly percent: number | null;
}

const share = ({ covered, percent }: Rung): string =>
  percent === null ? String(covered) : `${covered} (${percent}%)`;

interface CoveredControl {
  readonly id: string;
  readonly title: string;
  readonly runtime: string;
  readonly counted: boolean;
  readonly covered: boolean;
  readonly rung: string | null;
  readonly rules: readonly { readonly name: string; readonly rung: string | null }[];
}

/** What is used here of the report that `falcoverage check --format json` prints. */
interface Report {
  readonly rules: readonly { readonly name: string; readonly priority: string }[];
  readonly coverage: {
    readonly signals: readonly {
      readonly id: string;
      readonly attacks: readonly { readonly rules: readonly string[] }[];
      readonly everyday: readonly { readonly rules: readonly { readonly name: string }[] }[];
    }[];
    readonly frameworks: readonly {
      readonly id: string;
      readonly name: string;
      readonly version: string;
      readonly baseline: string | null;
      readonly totals: {
        readonly detect: Rung;
        readonly partial: Rung;
        readonly support: Rung;
        readonly none: number;
      };
      readonly controls: readonly CoveredControl[];
    }[];
  };
}

/** The tables of `policies`, made from what the built program says of them, by path from the root. */
export function policyDocs(root: string): Map<string, string> {
  const report = checked(root);
  const page = (file: string) => readFileSync(path.join(root, file), "utf8");
  return new Map([
    [
      "policies/README.md",
      withRules(
        withPlatforms(withCoverage(page("policies/README.md"), report), root),
        report,
        runbooks(root),
      ),
    ],
    ["policies/COVERAGE.md", coveragePage(report)],
    ["docs/signals.md", signalDocs(root, report)],
    ["policies/frameworks/README.md", withCounts(page("policies/frameworks/README.md"), root)],
  ]);
}

function checked(root: string): Report {
  const args = [path.join(root, "dist/cli.js"), "check", "policies", "--level", "proven", "--format", "json"];
  const json = execFileSync(process.execPath, [...args, "--fail-on", "never"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 100 * 1024 * 1024,
  });
  return JSON.parse(json) as Report;
}

/** Runbooks by rule, as their front matter names it. */
function runbooks(root: string): Map<string, string> {
  const folder = path.join(root, "policies/runbooks");
  const byRule = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const [, front] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(path.join(folder, file), "utf8")) ?? [];
    const rules: unknown = front === undefined ? [] : (parse(front) as { rules?: unknown }).rules;
    for (const rule of Array.isArray(rules) ? rules : []) byRule.set(String(rule), path.parse(file).name);
  }
  return byRule;
}

const cells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
const row = (...values: readonly (string | number)[]) => `| ${values.join(" | ")} |`;

/** A rule's row: what people wrote under `signals` stays, all else is made. */
function withRules(readme: string, report: Report, byRule: ReadonlyMap<string, string>): string {
  const rules = new Map(report.rules.map((rule) => [rule.name, rule]));
  const rowOf = (name: string, signals: string): string => {
    const frameworks = report.coverage.frameworks.filter(({ controls }) =>
      controls.some((control) => control.rules.some((rule) => rule.name === name)),
    );
    const runbook = byRule.get(name);
    return row(
      name,
      rules.get(name)!.priority.toUpperCase(),
      signals,
      frameworks.map(({ name }) => name).join(", "),
      runbook === undefined ? "" : `[${runbook}](runbooks/${runbook}.md)`,
    );
  };
  const seen = new Set<string>();
  let last = 0;
  const lines: string[] = [];
  let inTable = false;
  for (const line of readme.split("\n")) {
    if (line.startsWith("| rule | priority |")) inTable = true;
    else if (!line.startsWith("|")) inTable = false;
    const [name = "", , signals = ""] = inTable ? cells(line) : [];
    if (!inTable || name === "rule" || name.startsWith("---")) {
      lines.push(line.replace(/the \d+ rules,/, `the ${rules.size} rules,`));
    } else if (rules.has(name)) {
      seen.add(name);
      lines.push(rowOf(name, signals));
    }
    if (inTable) last = lines.length;
  }
  // A new rule is the last one until somebody gives it its place and its signals.
  const missing = [...rules.keys()].filter((name) => !seen.has(name));
  lines.splice(last, 0, ...missing.map((name) => rowOf(name, "")));
  return lines.join("\n");
}

/** The table between the two marks. */
function withCoverage(readme: string, { coverage }: Report): string {
  const table = [
    row(
      "framework",
      "a detector can see",
      "of these proven",
      "a detector can see in part",
      "of these parts proven",
      "the monitoring itself shows",
      "of these in place",
      "other means",
    ),
    row(...Array.from({ length: 8 }, () => "---")),
    ...coverage.frameworks.map(({ name, version, baseline, totals: { detect, partial, support, none } }) =>
      row(
        `${name} ${version}${baseline === null ? "" : `, baseline ${baseline}`}`,
        detect.total,
        share(detect),
        partial.total,
        share(partial),
        support.total,
        share(support),
        none,
      ),
    ),
  ];
  return readme.replace(
    /(<!-- coverage -->\n)[\s\S]*?(\n<!-- end -->)/,
    (_, before: string, after: string) => `${before}${table.join("\n")}${after}`,
  );
}

/** The table of what is measured on each platform. */
function withPlatforms(readme: string, root: string): string {
  return readme.replace(
    /(<!-- platforms -->\n)[\s\S]*?(\n<!-- end -->)/,
    (_, before: string, after: string) => `${before}${platformTable(root)}${after}`,
  );
}

/** Every control that can be detected, with the rules that are proven for it. */
function coveragePage({ coverage }: Report): string {
  const sections = coverage.frameworks.map(({ name, version, baseline, controls }) => {
    const rows = controls
      .filter(({ runtime, counted }) => (runtime === "detect" || runtime === "partial") && counted)
      .map(({ id, title, runtime, covered, rung, rules }) => {
        const proven = rules.filter((rule) => rule.rung === "proven").map((rule) => rule.name);
        const more = rules.length - proven.length;
        const others = more === 0 ? [] : [`${more} of Falco's own`];
        const state = covered ? "" : ` (${rung ?? "not mapped"})`;
        const part = runtime === "partial" ? " in part" : "";
        return row(`${id}${part}${state}`, title.replaceAll("|", "\\|"), [...proven, ...others].join(", "));
      });
    const heading = `## ${name} ${version}${baseline === null ? "" : `, baseline ${baseline}`}`;
    return [heading, "", row("control", "title", "rules"), row("---", "---", "---"), ...rows, ""].join("\n");
  });
  const head = `# Coverage

Every control of the six frameworks that a runtime detector can see, in full or in part, and the rules that are proven for it: each has a test on
which it fires, and a near miss on which it stays silent. Made by \`npm run docs\` from \`falcoverage check policies --level
proven\`; the controls that nothing at run time can show are in \`frameworks/\`, with the reason.
`;
  return `${head}\n${sections.join("\n")}`;
}

/** The numbers of controls, by what the catalogs say of them; text in brackets behind a number stays. */
function withCounts(readme: string, root: string): string {
  return readme.replace(/^\| `([\w-]+\.yaml)`.*$/gm, (line, file: string) => {
    const catalog = parse(readFileSync(path.join(root, "policies/frameworks", file), "utf8")) as {
      controls: readonly {
        runtime?: string;
        group?: boolean;
        baselines?: readonly string[];
        withdrawn?: unknown;
      }[];
    };
    const [name = "", ...counts] = cells(line);
    const baseline = /baseline (\w+)/.exec(name)?.[1]?.toLowerCase();
    const controls = catalog.controls.filter(
      ({ group, baselines, withdrawn }) =>
        group !== true &&
        withdrawn === undefined &&
        (baseline === undefined || baselines === undefined || baselines.includes(baseline)),
    );
    const numbers = [undefined, "detect", "partial", "support", "none"].map(
      (runtime) => controls.filter((control) => runtime === undefined || control.runtime === runtime).length,
    );
    return row(name, ...counts.map((count, i) => count.replace(/^\d+/, String(numbers[i]))));
  });
}
