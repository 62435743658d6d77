import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type * as Library from "../src/index.ts";
import { type Severity, severities } from "../src/lint/index.ts";

/*
 * Checks every folder of a folder of checkouts (named `owner+name`) as a new user would, with the build in `dist`, and
 * writes a table of findings by rule, with what is known of them from the list of judged findings. With an earlier table
 * it writes what has changed instead, so that a change of a lint rule shows what it does to other people's repositories.
 *
 *   npm run build
 *   npx tsx scripts/corpus.ts FOLDER [--output TABLE.json] [--before TABLE.json]
 */

interface Row {
  readonly severity: Severity;
  readonly rule: string;
  /** Findings by the name of the checkout. */
  readonly findings: Readonly<Record<string, number>>;
  /** Of these findings, how many were judged so. */
  readonly judged: Readonly<Record<Verdict, number>>;
}

type Verdict = "true" | "noise" | "false";

interface Judged {
  readonly repository: string;
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly verdict: Verdict;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { output: { type: "string" }, before: { type: "string" } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write("usage: corpus.ts FOLDER [--output TABLE.json] [--before TABLE.json]\n");
  process.exit(2);
}

const root = path.join(import.meta.dirname, "..");
const verdicts = new Map(
  readFileSync(path.join(root, "test/corpus/judged.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Judged)
    .map(({ repository, path: file, line, rule, verdict }) => [keyOf(repository, file, line, rule), verdict]),
);
const { check }: typeof Library = await import(new URL("../dist/index.js", import.meta.url).href);

const rows = new Map<string, Row & { findings: Record<string, number>; judged: Record<Verdict, number> }>();
for (const checkout of checkoutsIn(folder)) {
  const { findings } = await check([], { root: path.join(folder, checkout) });
  for (const { severity, rule, file, line } of findings) {
    const key = `${severity} ${rule}`;
    const row = rows.get(key) ?? { severity, rule, findings: {}, judged: { true: 0, noise: 0, false: 0 } };
    row.findings[checkout] = (row.findings[checkout] ?? 0) + 1;
    const verdict = verdicts.get(keyOf(checkout.replace("+", "/"), file, line, rule));
    if (verdict !== undefined) row.judged[verdict]++;
    rows.set(key, row);
  }
}
const table = [...rows.values()].sort(
  (a, b) =>
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    total(b) - total(a) ||
    a.rule.localeCompare(b.rule),
);
if (values.output !== undefined) writeFileSync(values.output, `${JSON.stringify(table, undefined, 1)}\n`);

const before =
  values.before === undefined
    ? undefined
    : (JSON.parse(readFileSync(values.before, "utf8")) as readonly Row[]);
process.stdout.write(before === undefined ? asTable(table) : asDifference(before, table));

function checkoutsIn(within: string): string[] {
  return readdirSync(within)
    .filter((name) => !name.startsWith(".") && statSync(path.join(within, name)).isDirectory())
    .sort();
}

function keyOf(repository: string, file: string, line: number, rule: string): string {
  return JSON.stringify([repository, file, line, rule]);
}

function total({ findings }: Row): number {
  return Object.values(findings).reduce((sum, count) => sum + count, 0);
}

function asTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { severity, rule, findings, judged } = row;
    const cells = [
      severity,
      rule,
      total(row),
      Object.keys(findings).length,
      judged.true,
      judged.noise,
      judged.false,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = [
    "| severity | rule | findings | repositories | judged true | noise | false |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
}

/** The rules whose findings changed, with the checkouts where they did. */
function asDifference(before: readonly Row[], after: readonly Row[]): string {
  const key = ({ severity, rule }: Row) => `${severity} ${rule}`;
  const old = new Map(before.map((row) => [key(row), row]));
  const now = new Map(after.map((row) => [key(row), row]));
  const lines = [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [from, to] = [old.get(name)?.findings ?? {}, now.get(name)?.findings ?? {}];
    const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
      (checkout) => from[checkout] !== to[checkout],
    );
    if (changed.length === 0) return [];
    const where = changed.map((checkout) => `${checkout} ${from[checkout] ?? 0} → ${to[checkout] ?? 0}`);
    return [`${name}: ${where.join(", ")}`];
  });
  return lines.length === 0 ? "No change.\n" : `${lines.join("\n")}\n`;
}
