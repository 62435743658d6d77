import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { check } from "../src/check.ts";
import { type Severity, severities } from "../src/lint/index.ts";

/*
 * Checks every folder of a folder of checkouts as a new user would, and writes a table of findings by rule. With an
 * earlier table it also writes what has changed, so that a change of a lint rule shows what it does to other people's
 * repositories.
 *
 *   npx tsx scripts/corpus.ts FOLDER [--output TABLE.json] [--before TABLE.json]
 */

interface Row {
  readonly severity: Severity;
  readonly rule: string;
  /** Findings by the name of the checkout. */
  readonly findings: Readonly<Record<string, number>>;
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

const checkouts = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
  .map(({ name }) => name)
  .sort();

const rows = new Map<string, { severity: Severity; rule: string; findings: Record<string, number> }>();
for (const checkout of checkouts) {
  const { report } = await check([], { root: path.join(folder, checkout) });
  for (const { severity, rule } of report.findings) {
    const key = `${severity} ${rule}`;
    const row = rows.get(key) ?? { severity, rule, findings: {} };
    row.findings[checkout] = (row.findings[checkout] ?? 0) + 1;
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

function total({ findings }: Row): number {
  return Object.values(findings).reduce((sum, count) => sum + count, 0);
}

function asTable(rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `| ${row.severity} | ${row.rule} | ${total(row)} | ${Object.keys(row.findings).length} |`,
  );
  return `${["| severity | rule | findings | repositories |", "| --- | --- | ---: | ---: |", ...lines].join("\n")}\n`;
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
