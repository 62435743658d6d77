import type { Check, Condition, Field, Operand, Value } from "../language/index.ts";
import type { MacroState } from "./macros.ts";
import type { TracedText } from "./traced-text.ts";

/** Fields of a condition that get a warning for their name. */
export interface FieldFindings {
  /** A comparison with `<NA>`. */
  unsafe: ReturnType<TracedText["locate"]>;
  /** The first location of each deprecated field. */
  readonly deprecated: Map<string, NonNullable<ReturnType<TracedText["locate"]>>>;
}

/** Finds fields that get a warning for their name. */
export class FieldWarnings {
  readonly #macros: ReadonlyMap<string, MacroState & { readonly text: TracedText }>;
  readonly #deprecated: readonly string[];
  /** Conditions of macros without such a field. */
  readonly #plain = new WeakSet<Condition>();

  constructor(
    macros: ReadonlyMap<string, MacroState & { readonly text: TracedText }>,
    deprecatedFields: readonly string[],
  ) {
    this.#macros = macros;
    this.#deprecated = deprecatedFields;
  }

  /** @param text what `condition` was parsed from */
  find(condition: Condition, text: TracedText): FieldFindings {
    const found: FieldFindings = { unsafe: undefined, deprecated: new Map() };
    const visit = (node: Condition, from: TracedText): void => {
      switch (node.kind) {
        case "and":
        case "or":
          for (const child of node.children) visit(child, from);
          return;
        case "not":
          visit(node.child, from);
          return;
        case "macro": {
          const macro = this.#macros.get(node.name);
          const { condition: body } = node;
          if (body === undefined || macro === undefined || this.#plain.has(body)) return;
          const before = found.deprecated.size + (found.unsafe === undefined ? 0 : 1);
          visit(body, macro.text);
          if (before === 0 && found.deprecated.size === 0 && found.unsafe === undefined)
            this.#plain.add(body);
          return;
        }
        default:
          this.#check(node, from, found);
      }
    };
    visit(condition, text);
    return found;
  }

  #check(node: Check, text: TracedText, found: FieldFindings): void {
    const fields = [...leavesOf(node.left)].filter((leaf) => leaf.kind === "field");
    for (const field of fields) this.#note(field, text, found);
    if (node.kind === "exists" || !/^(?:ka|jevt)\./.test(fields.at(-1)?.name ?? "")) return;
    if (!equality.has(node.operator) || node.modifier !== undefined) return;
    // The engine only checks the right side of these.
    const { right } = node;
    for (const leaf of right.kind === "list" ? right.values : leavesOf(right)) {
      if (leaf.kind === "field") this.#note(leaf, text, found);
      else if (leaf.text === "<NA>") found.unsafe ??= text.locate(leaf.span);
    }
  }

  #note({ name, span }: Field, text: TracedText, { deprecated }: FieldFindings): void {
    if (!this.#deprecated.includes(name) || deprecated.has(name)) return;
    deprecated.set(name, text.locate(span) ?? { fileIndex: 0, span: { start: 0, end: 0 } });
  }
}

const equality: ReadonlySet<string> = new Set(["==", "=", "!=", "in", "intersects", "pmatch"]);

/** The fields and values in an operand, except those in lists, which the engine's warnings skip. */
function* leavesOf(operand: Operand | Value): Iterable<Field | Value> {
  if (operand.kind !== "transformation") yield operand;
  else for (const input of operand.inputs) if (input.kind !== "operands") yield* leavesOf(input);
}
