import { parseAllDocuments } from "yaml";
import { type Condition, parse } from "../../src/falco/language/index.ts";
import { SourceError } from "./checkout.ts";

interface RuleFacts {
  readonly name: string;
  /** In lower case. */
  readonly priority: string;
  /** Absent for system calls. */
  readonly source?: string;
  readonly enabled?: false;
  readonly tags: readonly string[];
  /** Event types that it listens to; absent where its condition does not bound them. */
  readonly events?: readonly string[];
}

/** What a rules file defines, as facts: its text is not ours to copy. */
export interface Definitions {
  readonly rules: readonly RuleFacts[];
  readonly macros: readonly { readonly name: string; readonly events?: readonly string[] }[];
  readonly lists: readonly string[];
}

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

/** What rules files define, read in the order in which they load. */
export class RulesReader {
  readonly #rules: RuleFacts[] = [];
  readonly #macros = new Map<string, Events>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #where: string;

  constructor(where: string) {
    this.#where = where;
  }

  /** @throws SourceError at YAML or a condition that is not understood. */
  read(content: string): Definitions {
    for (const document of parseAllDocuments(content)) {
      const items: unknown = document.errors.length === 0 ? document.toJS() : undefined;
      if (!Array.isArray(items))
        throw new SourceError(`${this.#where}: it is not a list of rules in valid YAML`);
      for (const item of items as Record<string, unknown>[]) this.#item(item);
    }
    return {
      rules: this.#rules,
      macros: [...this.#macros].map(([name, events]) => ({ name, ...facts(events) })),
      lists: [...this.#lists.keys()],
    };
  }

  #item(item: Record<string, unknown>): void {
    if (typeof item.list === "string") this.#lists.set(item.list, (item.items as unknown[]).map(String));
    else if (typeof item.macro === "string") this.#macros.set(item.macro, this.#eventsOf(item.condition));
    else if (typeof item.rule === "string" && item.condition !== undefined) this.#rule(item);
  }

  #rule(item: Record<string, unknown>): void {
    const tags = ((item.tags ?? []) as unknown[]).map(String);
    const events =
      item.source === undefined || item.source === "syscall" ? this.#eventsOf(item.condition) : every;
    this.#rules.push({
      name: String(item.rule),
      priority: String(item.priority).toLowerCase(),
      ...(item.source === undefined ? {} : { source: String(item.source) }),
      ...(item.enabled === false ? { enabled: false as const } : {}),
      tags,
      ...facts(events),
    });
  }

  #eventsOf(condition: unknown): Events {
    const result = parse(String(condition));
    if (result.condition === undefined)
      throw new SourceError(`${this.#where}: this condition cannot be read: ${condition}`);
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
        return this.#macros.get(condition.name) ?? every;
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
      const names = right.values.flatMap(({ text }) => this.#lists.get(text) ?? [text]);
      return { names: new Set(names), allBut: false };
    }
    if (right.kind !== "value") return;
    if (operator === "=" || operator === "==") return { names: new Set([right.text]), allBut: false };
    return operator === "!=" ? { names: new Set([right.text]), allBut: true } : undefined;
  }
}

function facts({ names, allBut }: Events): { events?: readonly string[] } {
  return allBut ? {} : { events: [...names].sort() };
}
