import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "../src/commands/index.ts";
import { describe, evaluate, type FieldValues, validate } from "../src/index.ts";
import type { Corpus, Files } from "./corpus.ts";
import { checkDescription, checkFormat, checkVerdict } from "./invariants.ts";
import { mutate } from "./mutate.ts";
import type { Random } from "./random.ts";

/** One call, with all that it depends on, so that it can be kept and made again. */
export interface Case {
  readonly target: TargetName;
  readonly files: Files;
  /** The words of a command line, after the program's name. */
  readonly args: readonly string[];
}

interface Target {
  /** Its share of all cases. */
  readonly weight: number;
  readonly make: (random: Random, corpus: Corpus) => Omit<Case, "target">;
  /**
   * Makes the call.
   *
   * @param folder an empty one, for targets that read files
   * @returns what the call gave, as text
   * @throws Error where what must hold does not
   */
  readonly call: (given: Case, folder: string) => Promise<string> | string;
}

/** Files in load order, one of them mutated. */
function rulesFiles(random: Random, { rules }: Corpus): Omit<Case, "target"> {
  const texts = Array.from({ length: random.below(4) === 0 ? 2 : 1 }, () => random.pick(rules));
  const changed = random.below(texts.length);
  const files = texts.map((text, index) => [
    `${index}.yaml`,
    index === changed ? mutate(text, random, random.pick(rules)) : text,
  ]);
  return { files: Object.fromEntries(files), args: [] };
}

const asTexts = (files: Files) => Object.entries(files).map(([name, text]) => ({ name, text }));

/** A workspace in which one or two files are mutated, some of them all files of the whole one. */
function workspace(
  random: Random,
  { workspaces, whole }: Corpus,
  args: readonly string[],
): Omit<Case, "target"> {
  const base = random.below(5) === 0 ? whole : random.pick(workspaces);
  const beside = random.below(3) === 0 ? random.pick(workspaces) : {};
  const files: Record<string, string> = { ...beside, ...base };
  for (let count = 1 + random.below(2); count > 0; count--) {
    const name = random.pick(Object.keys(files));
    files[name] = mutate(files[name]!, random, random.pick(Object.values(random.pick(workspaces))));
  }
  return { files, args };
}

/** The whole workspace, with one of the named files mutated. */
function wholeWith(names: readonly string[], args: readonly string[]): Target["make"] {
  return (random, { whole }) => {
    const name = random.pick(names);
    return {
      files: { ...whole, [name]: mutate(whole[name]!, random, random.pick(Object.values(whole))) },
      args,
    };
  };
}

const written = new Set<string>();

function place(files: Files, folder: string): void {
  for (const name of written) if (!(name in files)) rmSync(path.join(folder, name));
  written.clear();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    written.add(name);
  }
}

/** Runs a command line in a folder with the files. Whatever they hold, it ends with one of its three codes and says why. */
async function command({ files, args }: Case, folder: string): Promise<string> {
  place(files, folder);
  let out = "";
  let err = "";
  const code = await run(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    cwd: () => folder,
  });
  if (err.includes("fault of falcoverage itself")) throw new Error(err);
  if (code === 2 && err.trim() === "") throw new Error("The call is refused without a word.");
  if (code !== 2) await checkFormat(formatOf(args), out, args[0] === "merge" ? undefined : files, folder);
  return `${code}\n${out}\n${err}`;
}

function formatOf(args: readonly string[]): string {
  if (args.includes("--diff")) return "patch";
  const at = args.indexOf("--format");
  return at === -1 ? "text" : args[at + 1]!;
}

const formats = [
  "text",
  "json",
  "sarif",
  "markdown",
  "html",
  "junit",
  "github",
  "gitlab",
  "csv",
  "oscal",
  "oscal-component",
  "navigator",
] as const;
const rulesFile = "rules/vault.yaml";
const period = ["--from", "2026-10-01", "--to", "2026-10-02"];

/** The entry points, each with what goes in and what must hold. */
export const targets = {
  evaluate: {
    weight: 9000,
    make: (random, { events }) => {
      const { condition, fields } = random.pick(events);
      const isSame = random.below(4) === 0;
      const changed = isSame ? condition : mutate(condition, random, random.pick(events).condition);
      const values = random.below(2) === 0 ? { ...random.pick(events).fields, ...fields } : fields;
      return { files: { condition: changed, fields: JSON.stringify(values) }, args: [] };
    },
    call: ({ files }) => {
      const fields = JSON.parse(files.fields!) as FieldValues;
      return JSON.stringify(evaluate(files.condition!, fields));
    },
  },
  validate: {
    weight: 800,
    make: rulesFiles,
    call: ({ files }) => {
      const verdict = validate(asTexts(files));
      checkVerdict(verdict, files);
      return JSON.stringify(verdict);
    },
  },
  describe: {
    weight: 150,
    make: rulesFiles,
    call: ({ files }) => {
      const description = describe(asTexts(files));
      checkDescription(description);
      return JSON.stringify(description);
    },
  },
  check: {
    weight: 10,
    make: (random, corpus) => {
      const scope = random.pick(["falco", "all"]);
      return workspace(random, corpus, ["check", "--scope", scope, "--format", random.pick(formats)]);
    },
    call: command,
  },
  format: {
    weight: 10,
    make: (random, corpus) => {
      const made = rulesFiles(random, corpus);
      return { ...made, args: ["format", "--diff", ...Object.keys(made.files)] };
    },
    call: command,
  },
  fix: {
    weight: 4,
    make: (random, corpus) => workspace(random, corpus, ["check", "--fix", "--diff"]),
    call: command,
  },
  test: {
    weight: 5,
    make: wholeWith(["tests.yaml", rulesFile], ["test", "--format", "json"]),
    call: command,
  },
  generate: {
    weight: 4,
    make: wholeWith([rulesFile], ["test", "--generate", rulesFile]),
    call: command,
  },
  tune: {
    weight: 4,
    make: wholeWith(
      ["alerts.jsonl", rulesFile, "tests.yaml"],
      ["tune", "--alerts", "alerts.jsonl", "--rule", "Vault dumped"],
    ),
    call: command,
  },
  evidence: {
    weight: 4,
    make: wholeWith(
      ["alerts.jsonl", "metrics.json", rulesFile, "falco.yaml"],
      ["evidence", "--alerts", "alerts.jsonl", "--metrics", "metrics.json", ...period, "--format", "json"],
    ),
    call: command,
  },
  upgrade: {
    weight: 4,
    make: wholeWith(["falco.yaml", rulesFile], ["upgrade", "--to", "0.45.0", "--format", "json"]),
    call: command,
  },
  merge: {
    weight: 4,
    make: wholeWith(["report.json"], ["merge", "report.json", "second.json", "--format", "json"]),
    call: command,
  },
  "read a report": {
    weight: 4,
    make: wholeWith(["report.json"], ["check", "--base", "report.json", "--format", "markdown"]),
    call: command,
  },
} satisfies Record<string, Target>;

export type TargetName = keyof typeof targets;

/** A case of one of the targets; no names are all. */
export function makeCase(random: Random, corpus: Corpus, names: readonly TargetName[]): Case {
  const chosen = names.length > 0 ? names : (Object.keys(targets) as TargetName[]);
  const total = chosen.reduce((sum, name) => sum + targets[name].weight, 0);
  let left = random.below(total);
  const target = chosen.find((name) => {
    left -= targets[name].weight;
    return left < 0;
  })!;
  return { target, ...targets[target].make(random, corpus) };
}
