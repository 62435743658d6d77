import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import type { Condition } from "../src/falco/language/ast.ts";
import { parse } from "../src/falco/language/parse.ts";

/*
 * Makes src/stack/upstream/data/upstream-rules.json: what the rules files of the Falco project define, as facts (names,
 * priorities, tags, sources, event types), for the versions that Falco 0.37 and newer bring.
 *
 *   npx tsx scripts/upstream-rules.ts CHECKOUT_OF_FALCOSECURITY_RULES CHECKOUT_OF_FALCOSECURITY_PLUGINS
 */

const [rulesCheckout, pluginsCheckout] = process.argv.slice(2);
if (rulesCheckout === undefined || pluginsCheckout === undefined) {
  process.stderr.write("usage: upstream-rules.ts CHECKOUT_OF_RULES CHECKOUT_OF_PLUGINS\n");
  process.exit(2);
}

interface Artifact {
  /** Name under which falcoctl installs it. */
  readonly name: string;
  /** File name in /etc/falco where it is installed. */
  readonly file: string;
  readonly checkout: string;
  readonly path: string;
  readonly tagPrefix: string;
  readonly oldest: string;
}

const maturities = ["falco", "falco-incubating", "falco-sandbox"];
const plugins: readonly (readonly [plugin: string, file: string, oldest: string])[] = [
  ["k8saudit", "k8s_audit_rules.yaml", "0.7.0"],
  ["cloudtrail", "aws_cloudtrail_rules.yaml", "0.9.0"],
  ["github", "github.yaml", "0.7.0"],
  ["okta", "okta_rules.yaml", "0.7.0"],
  ["gcpaudit", "gcp_auditlog_rules.yaml", "0.1.0"],
];

const artifacts: readonly Artifact[] = [
  ...maturities.map((name) => ({
    name: `${name}-rules`,
    file: `${name}_rules.yaml`,
    checkout: rulesCheckout,
    path: `rules/${name}_rules.yaml`,
    tagPrefix: `${name}-rules-`,
    oldest: "3.0.0",
  })),
  ...plugins.map(([name, file, oldest]) => ({
    name: `${name}-rules`,
    file,
    checkout: pluginsCheckout,
    path: `plugins/${name}/rules/${file}`,
    tagPrefix: `plugins/${name}/v`,
    oldest,
  })),
];

/** Event types that a condition can be true for: those named, or all but those named. */
interface Events {
  readonly names: ReadonlySet<string>;
  readonly allBut: boolean;
}

const every: Events = { names: new Set(), allBut: true };
const not = ({ names, allBut }: Events): Events => ({ names, allBut: !allBut });

function and(a: Events, b: Events): Events {
  if (a.allBut && b.allBut) return { names: new Set([...a.names, ...b.names]), allBut: true };
  const [bounded, other] = a.allBut ? [b, a] : [a, b];
  return {
    names: new Set([...bounded.names].filter((name) => other.names.has(name) !== other.allBut)),
    allBut: false,
  };
}

const or = (a: Events, b: Events): Events => not(and(not(a), not(b)));

class Reader {
  readonly rules: Record<string, unknown>[] = [];
  readonly macros = new Map<string, Events>();
  readonly lists = new Map<string, readonly string[]>();

  read(content: string): void {
    for (const document of parseAllDocuments(content)) {
      for (const item of (document.toJS() ?? []) as Record<string, unknown>[]) this.#item(item);
    }
  }

  #item(item: Record<string, unknown>): void {
    if (typeof item.list === "string") this.lists.set(item.list, (item.items as unknown[]).map(String));
    else if (typeof item.macro === "string") this.macros.set(item.macro, this.#eventsOf(item.condition));
    else if (typeof item.rule === "string" && item.condition !== undefined) this.#rule(item);
  }

  #rule(item: Record<string, unknown>): void {
    const tags = ((item.tags ?? []) as unknown[]).map(String);
    const events =
      item.source === undefined || item.source === "syscall" ? this.#eventsOf(item.condition) : every;
    this.rules.push({
      name: item.rule,
      priority: String(item.priority).toLowerCase(),
      ...(item.source === undefined ? {} : { source: item.source }),
      ...(item.enabled === false ? { enabled: false } : {}),
      tags,
      ...facts(events),
    });
  }

  #eventsOf(condition: unknown): Events {
    const result = parse(String(condition));
    if (result.condition === undefined) throw new Error(`unreadable condition: ${String(condition)}`);
    return this.#events(result.condition);
  }

  #events(condition: Condition): Events {
    switch (condition.kind) {
      case "and":
        return condition.children.map((child) => this.#events(child)).reduce(and);
      case "or":
        return condition.children.map((child) => this.#events(child)).reduce(or);
      case "not":
        return this.#negated(condition.child);
      case "macro":
        return this.macros.get(condition.name) ?? every;
      default:
        return this.#check(condition) ?? every;
    }
  }

  /** What other checks restrict is no longer restricted once they are negated. */
  #negated(condition: Condition): Events {
    switch (condition.kind) {
      case "and":
        return condition.children.map((child) => this.#negated(child)).reduce(or);
      case "or":
        return condition.children.map((child) => this.#negated(child)).reduce(and);
      case "not":
        return this.#events(condition.child);
      case "macro":
        return every;
      default: {
        const events = this.#check(condition);
        return events === undefined ? every : not(events);
      }
    }
  }

  #check(check: Condition): Events | undefined {
    if (check.kind !== "comparison" || check.left.kind !== "field" || check.left.name !== "evt.type") return;
    const { right, operator } = check;
    if (right.kind === "list" && operator === "in") {
      const names = right.values.flatMap(({ text }) => this.lists.get(text) ?? [text]);
      return { names: new Set(names), allBut: false };
    }
    if (right.kind !== "value") return;
    if (operator === "=" || operator === "==") return { names: new Set([right.text]), allBut: false };
    return operator === "!=" ? { names: new Set([right.text]), allBut: true } : undefined;
  }
}

function facts({ names, allBut }: Events): Record<string, unknown> {
  return allBut ? {} : { events: [...names].sort() };
}

function git(checkout: string, ...args: string[]): string {
  return execFileSync("git", ["-C", checkout, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

const numbers = (version: string): number[] => version.split(".").map(Number);
const compare = (a: string, b: string): number => {
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((part, i) => part - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

function read(artifact: Artifact): Record<string, unknown> | undefined {
  const versions = git(artifact.checkout, "tag", "--list", `${artifact.tagPrefix}*`)
    .split("\n")
    .map((tag) => tag.slice(artifact.tagPrefix.length))
    .filter((version) => /^\d+\.\d+\.\d+$/.test(version) && compare(version, artifact.oldest) >= 0)
    .sort(compare);
  const entries: Record<string, unknown>[] = [];
  for (const version of versions) {
    let content: string;
    try {
      content = git(artifact.checkout, "show", `${artifact.tagPrefix}${version}:${artifact.path}`);
    } catch {
      continue;
    }
    const reader = new Reader();
    reader.read(content);
    const entry = {
      rules: reader.rules,
      macros: [...reader.macros].map(([name, events]) => ({ name, ...facts(events) })),
      lists: [...reader.lists.keys()],
    };
    const last = entries.at(-1);
    if (last !== undefined && JSON.stringify({ ...last, since: undefined }) === JSON.stringify(entry))
      continue;
    entries.push({ since: version, ...entry });
  }
  if (entries.length === 0) throw new Error(`no versions of ${artifact.name}`);
  return { name: artifact.name, file: artifact.file, newest: versions.at(-1), versions: entries };
}

// One definition a line, so that a difference between two versions stays readable.
const depthOfDefinitions = 4;
function lines(value: unknown, depth: number): string {
  if (depth === depthOfDefinitions || typeof value !== "object" || value === null)
    return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const members = Array.isArray(value)
    ? value.map((item) => lines(item, depth + 1))
    : Object.entries(value).map(
        ([key, item]) =>
          `${JSON.stringify(key)}: ${lines(item, key === "lists" ? depthOfDefinitions : depth + 1)}`,
      );
  return `${open}\n${members.join(",\n")}\n${close}`;
}
writeFileSync("src/stack/upstream/data/upstream-rules.json", `${lines(artifacts.map(read), -1)}\n`);
