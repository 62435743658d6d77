import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { FieldValues } from "../src/index.ts";

/** Files by their path from the workspace. */
export type Files = Readonly<Record<string, string>>;

/** Real files of the repository, from which cases are made. */
export interface Corpus {
  /** Rules files. */
  readonly rules: readonly string[];
  /** Conditions with values of fields. */
  readonly events: readonly { readonly condition: string; readonly fields: FieldValues }[];
  /** Workspaces of a few files each. */
  readonly workspaces: readonly Files[];
  /** A workspace with a deployment, a framework, rule tests, alerts and metrics. */
  readonly whole: Files;
}

/** Larger files are left out, so that time is spent on many cases. */
const largest = 40_000;

interface Case {
  readonly files?: readonly string[];
  readonly condition?: string;
  readonly fields?: FieldValues;
}

/** @param root the repository */
export function readCorpus(root: string): Corpus {
  const conformance = (name: string) =>
    JSON.parse(readFileSync(path.join(root, "test/conformance/falco", `${name}.json`), "utf8")) as Case[];
  const measured = ["rules-files", "structures-generated", "conditions-generated", "describe"].flatMap(
    conformance,
  );
  const folders = withoutSubfolders(path.join(root, "test/lint/rules")).map(filesIn);
  const policies = withoutSubfolders(path.join(root, "policies")).map(filesIn);
  const fixtures = folders.flatMap((files) => {
    const names = Object.keys(files);
    // Rules of one file have their fixtures side by side, each a workspace of its own.
    return names.some((name) => /^(?:bad|good)/.test(name))
      ? names.filter((name) => !name.endsWith(".txt")).map((name) => ({ [name]: files[name]! }))
      : [files];
  });
  const whole = allFilesIn(path.join(root, "fuzz/workspace"));
  const workspaces = [...fixtures, ...policies, whole].filter((files) => Object.keys(files).length > 0);
  const isRules = (text: string) => /^- (?:rule|macro|list): /m.test(text);
  return {
    rules: [
      ...measured.flatMap(({ files = [] }) => files),
      ...workspaces.flatMap((files) => Object.values(files).filter(isRules)),
    ],
    events: ["eval", "eval-generated"]
      .flatMap(conformance)
      .map(({ condition = "", fields = {} }) => ({ condition, fields })),
    workspaces,
    whole,
  };
}

/** The folders that hold files themselves. */
function withoutSubfolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => withoutSubfolders(path.join(folder, name)));
  return [...(entries.some((entry) => entry.isFile()) ? [folder] : []), ...below].sort();
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder).filter((name) => {
    const status = statSync(path.join(folder, name));
    return status.isFile() && status.size <= largest;
  });
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

function allFilesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}
