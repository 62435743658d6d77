import { readFileSync } from "node:fs";
import path from "node:path";

/** By rule, by signal, the acts on which a published rule fires. */
type Detections = Record<string, Record<string, { attack?: string[]; everyday?: string[] }>>;

/** What is used here of the report of the reference policies. */
interface Report {
  readonly rules: readonly { readonly name: string }[];
  readonly coverage: {
    readonly signals: readonly {
      readonly id: string;
      readonly attacks: readonly { readonly rules: readonly string[] }[];
      readonly everyday: readonly { readonly rules: readonly { readonly name: string }[] }[];
    }[];
  };
}

interface Artifact {
  readonly name: string;
  readonly versions: readonly { readonly rules: readonly { readonly name: string }[] }[];
}

/** The rules files of the Falco project that are measured, with the head of their column. */
const artifacts = [
  ["falco-rules", "stable"],
  ["falco-incubating-rules", "incubating"],
  ["falco-sandbox-rules", "sandbox"],
  ["k8saudit-rules", "k8saudit"],
] as const;

const mark = "<!-- table: signals -->\n";

/** The page on signals, with the table of what the rules detect. */
export function signalDocs(root: string, { rules, coverage }: Report): string {
  const json = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8")) as T;
  const detections = json<Detections>("src/proof/reference/data/upstream-detections.json");
  const published = json<Artifact[]>("src/stack/upstream/data/upstream-rules.json");
  const page = readFileSync(path.join(root, "docs/signals.md"), "utf8");
  const own = new Set(rules.map(({ name }) => name));
  const columns = artifacts.map(([artifact]) => {
    const names = published.find(({ name }) => name === artifact)!.versions.at(-1)!.rules;
    return names.map(({ name }) => detections[name] ?? {});
  });
  const counts = coverage.signals.map(({ id, attacks, everyday }) => {
    const ofPack = (acts: readonly { readonly rules: readonly (string | { readonly name: string })[] }[]) =>
      acts.filter((act) => act.rules.some((rule) => own.has(typeof rule === "string" ? rule : rule.name)))
        .length;
    const ofColumn = (kind: "attack" | "everyday") => (column: (typeof columns)[number]) =>
      new Set(column.flatMap((rule) => rule[id]?.[kind] ?? [])).size;
    return {
      id,
      attacks: attacks.length,
      everyday: everyday.length,
      detected: [ofPack(attacks), ...columns.map(ofColumn("attack"))],
      noise: [ofPack(everyday), ...columns.map(ofColumn("everyday"))],
    };
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const cells = ({ detected, noise }: (typeof counts)[number]) =>
    detected.map((value, index) => `${value} / ${noise[index]}`);
  const total = {
    id: "all",
    attacks: sum(counts.map(({ attacks }) => attacks)),
    everyday: sum(counts.map(({ everyday }) => everyday)),
    detected: columns.concat([[]]).map((_, index) => sum(counts.map(({ detected }) => detected[index]!))),
    noise: columns.concat([[]]).map((_, index) => sum(counts.map(({ noise }) => noise[index]!))),
  };
  const head = ["signal", "attacks / everyday", "reference rules", ...artifacts.map(([, title]) => title)];
  const lines = [...counts.toSorted((a, b) => (a.id < b.id ? -1 : 1)), total].map((row) => [
    row.id === "all" ? "**all**" : `\`${row.id}\``,
    `${row.attacks} / ${row.everyday}`,
    ...cells(row),
  ]);
  const table = [head, head.map(() => "---"), ...lines].map((row) => `| ${row.join(" | ")} |`).join("\n");
  return `${page.slice(0, page.indexOf(mark) + mark.length)}\n${table}\n`;
}
