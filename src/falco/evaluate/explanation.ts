import { type Check, print } from "../language/index.ts";
import { EvaluationError, type Event } from "./event.ts";
import { type Compiled, type CompiledCheck, run } from "./program.ts";
import { bothEnds } from "./special.ts";
import type { EngineValue } from "./value.ts";

/** A condition, or a part of it, with its result. */
export type Explanation = ExplainedGroup | ExplainedNot | ExplainedCheck;

interface Explained {
  /** `error` where the engine would throw. */
  readonly result: boolean | "error";
  /** Whether the engine evaluates it; an earlier part can decide the result. */
  readonly reached: boolean;
}

interface ExplainedGroup extends Explained {
  readonly kind: "and" | "or";
  readonly children: readonly Explanation[];
}

interface ExplainedNot extends Explained {
  readonly kind: "not";
  readonly child: Explanation;
}

export interface ExplainedCheck extends Explained {
  readonly kind: "check";
  readonly check: Check;
  /** The check as the engine prints it. */
  readonly text: string;
  /** The values on the left as text; undefined if there are none. */
  readonly value: readonly string[] | undefined;
  /** Why the engine would throw. */
  readonly error?: string;
}

/** Evaluates every check of a condition, including those that the engine would skip. */
export function explain(compiled: Compiled, event: Event, reached = true): Explanation {
  switch (compiled.kind) {
    case "not": {
      const child = explain(compiled.child, event, reached);
      return { kind: "not", child, reached, result: child.result === "error" ? "error" : !child.result };
    }
    case "and":
    case "or": {
      const deciding = compiled.kind === "or";
      const children: Explanation[] = [];
      let result: boolean | "error" = !deciding;
      for (const child of compiled.children) {
        const explained = explain(child, event, reached && result === !deciding);
        children.push(explained);
        if (result === !deciding) result = explained.result;
      }
      return { kind: compiled.kind, children, reached, result };
    }
    case "check":
      return explainCheck(compiled, event, reached);
  }
}

function explainCheck(compiled: CompiledCheck, event: Event, reached: boolean): ExplainedCheck {
  const { check } = compiled;
  const base = { kind: "check" as const, check, text: print(check), reached };
  const aside = event.afresh();
  try {
    // The engine caches nothing that it skips.
    return { ...base, value: valuesOf(compiled, aside), result: run(compiled, reached ? event : aside) };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { ...base, value: undefined, result: "error", error: error.message };
  }
}

function valuesOf({ left }: CompiledCheck, event: Event): readonly string[] | undefined {
  const { field } = left;
  const ends = field && bothEnds.get(field.name);
  if (ends !== undefined) {
    const values = ends.flatMap((name) => event.values(name, left.type) ?? []);
    return values.length === 0 ? undefined : values.map(printValue);
  }
  const values = field === undefined ? left.extract(event) : event.values(field.key, left.type);
  return values?.map(printValue);
}

/** A value for people to read; bytes that are not text become U+FFFD, and NULs at the end are dropped. */
export function printValue(value: EngineValue): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value).replace(/(?<!\0)\0+$/, "");
  if (typeof value !== "object") return String(value);
  return "address" in value ? printAddress(value.address) : `${printAddress(value.network)}/${value.length}`;
}

function printAddress(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  const zeros = [...groups.join(":").matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = zeros.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(":");
  return groups.join(":").replace(longest, "::").replace(/:{3,}/, "::");
}

/**
 * The checks that decided the result: the false parts of a false `and`, all parts of a true one, and so on. Includes
 * checks that the engine skips only with `all`.
 */
export function deciding(explanation: Explanation, all = false): readonly ExplainedCheck[] {
  if (!explanation.reached && !all) return [];
  switch (explanation.kind) {
    case "check":
      return [explanation];
    case "not":
      return deciding(explanation.child, all);
    default:
      return explanation.children
        .filter((child) => child.result === explanation.result)
        .flatMap((child) => deciding(child, all));
  }
}
