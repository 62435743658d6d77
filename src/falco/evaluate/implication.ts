import { coreFields, plugins } from "../catalog/index.ts";
import {
  type Check,
  type Comparison,
  type ComparisonOperator,
  type Condition,
  type Operand,
  print,
  printOperand,
} from "../language/index.ts";

/**
 * How the second of two conditions relates to the first: `less`, it holds only for events for which the first holds,
 * most likely for fewer; `more`, the other way round; `same`; or `undecided`.
 */
export type Effect = "less" | "more" | "same" | "undecided";

/**
 * Compares two resolved conditions as formulas over their checks, in bounded time. `less`, `more` and `same` are
 * proven.
 */
export function compareConditions(before: Condition, after: Condition): Effect {
  const forms = new Forms();
  const first = forms.of(before);
  const second = forms.of(after);
  const steps = { left: maxSteps };
  const less = implies(second, first, new Map(), steps);
  const more = implies(first, second, new Map(), steps);
  if (less && more) return "same";
  return less ? "less" : more ? "more" : "undecided";
}

/** Limit of comparisons of two parts; above it the result is `undecided`. */
const maxSteps = 2_000_000;

/** A formula in negation normal form. Equal formulas are one object. */
type Form = Literal | Junction;

interface Literal {
  readonly kind: "literal";
  readonly id: number;
  readonly negated: boolean;
  readonly bound: Bound | undefined;
}

interface Junction {
  readonly kind: "and" | "or";
  readonly id: number;
  /** Two or more, each once. */
  readonly children: ReadonlySet<Form>;
  /** Children that a literal can imply, or be implied by, without being equal. */
  readonly others: readonly Form[];
}

/** A check that can imply others of its scale, as `fd.name startswith /etc` implies `fd.name startswith /e`. */
interface Bound {
  readonly scale: string;
  readonly text: string;
  /** Set for `<` and `>`, which exclude the number itself. */
  readonly strict: boolean;
  readonly order: Order;
}

/** Whether a bound implies a wider one. */
type Order = (narrow: Bound, wide: Bound) => boolean;

class Forms {
  readonly #interned = new Map<string, Form>();

  of(condition: Condition, negated = false): Form {
    switch (condition.kind) {
      case "not":
        return this.of(condition.child, !negated);
      case "and":
      case "or":
        return this.#junction(
          (condition.kind === "and") === negated ? "or" : "and",
          condition.children.map((child) => this.of(child, negated)),
        );
      case "macro":
        if (condition.condition !== undefined) return this.of(condition.condition, negated);
        return this.#literal(condition.name, negated, undefined);
      default:
        return this.#check(condition, negated);
    }
  }

  /** `in (a, b)` of a field with one value becomes `= a or = b`, so that conditions that differ by a value compare. */
  #check(check: Check, negated: boolean): Form {
    const alternatives = check.kind === "comparison" ? alternativesOf(check) : undefined;
    if (alternatives === undefined) {
      return this.#literal(print(check), negated, check.kind === "comparison" ? boundOf(check) : undefined);
    }
    return this.#junction(
      negated ? "and" : "or",
      alternatives.map((alternative) => this.#literal(print(alternative), negated, undefined)),
    );
  }

  #literal(text: string, negated: boolean, bound: Bound | undefined): Form {
    return this.#intern(`${negated ? "-" : "+"}${text}`, (id) => ({ kind: "literal", id, negated, bound }));
  }

  #junction(kind: "and" | "or", parts: readonly Form[]): Form {
    const children = new Set<Form>();
    for (const part of parts) {
      if (part.kind === kind) for (const child of part.children) children.add(child);
      else children.add(part);
    }
    const [only] = children;
    if (children.size === 1) return only!;
    const ids = [...children].map(({ id }) => id).sort((a, b) => a - b);
    return this.#intern(`${kind}:${ids.join(",")}`, (id) => ({
      kind,
      id,
      children,
      others: [...children].filter((child) => child.kind !== "literal" || child.bound !== undefined),
    }));
  }

  #intern(key: string, make: (id: number) => Form): Form {
    let form = this.#interned.get(key);
    if (form === undefined) {
      form = make(this.#interned.size);
      this.#interned.set(key, form);
    }
    return form;
  }
}

/** Whether `a` provably implies `b`. False also when the steps run out. */
function implies(a: Form, b: Form, known: Map<string, boolean>, steps: { left: number }): boolean {
  if (a === b) return true;
  if (steps.left-- <= 0) return false;
  if (a.kind === "literal" && b.kind === "literal") return literalImplies(a, b);
  const key = `${a.id} ${b.id}`;
  let answer = known.get(key);
  if (answer === undefined) {
    answer = junctionImplies(a, b, known, steps);
    known.set(key, answer);
  }
  return answer;
}

function junctionImplies(a: Form, b: Form, known: Map<string, boolean>, steps: { left: number }): boolean {
  const next = (x: Form, y: Form) => implies(x, y, known, steps);
  if (b.kind === "and") return every(b.children, (child) => next(a, child));
  if (a.kind === "or") return every(a.children, (child) => next(child, b));
  if (a.kind === "and" && (a.children.has(b) || candidates(a, b).some((child) => next(child, b))))
    return true;
  return b.kind === "or" && (b.children.has(a) || candidates(b, a).some((child) => next(a, child)));
}

/** The children of a junction that are worth comparing with a form: a literal equals one, or has a bound. */
function candidates({ children, others }: Junction, form: Form): readonly Form[] {
  return form.kind === "literal" ? others : [...children];
}

function every<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (!test(item)) return false;
  return true;
}

function literalImplies(a: Literal, b: Literal): boolean {
  if (a.bound === undefined || b.bound === undefined || a.negated !== b.negated) return false;
  if (a.bound.scale !== b.bound.scale) return false;
  const [narrow, wide] = a.negated ? [b.bound, a.bound] : [a.bound, b.bound];
  return narrow.order(narrow, wide);
}

/** The checks of which one must hold for a check with a list to hold; undefined for other checks. */
function alternativesOf(check: Comparison): Comparison[] | undefined {
  const { left, operator, right } = check;
  if (operator === "==") return [{ ...check, operator: "=" }];
  if (check.modifier !== undefined || right.kind !== "list" || right.values.length === 0) return undefined;
  // A field with many values is in a list when all of them are, but intersects it when any one is.
  if (operator === "in" && hasOneValue(left)) {
    return right.values.map((value) => ({ ...check, operator: "=", right: value }));
  }
  if (operator === "intersects" || (operator === "pmatch" && hasOneValue(left))) {
    return right.values.map((value) => ({ ...check, right: { ...right, values: [value] } }));
  }
  return undefined;
}

const fields = [...coreFields, ...[...plugins.values()].flatMap((plugin) => plugin.fields)];
const lists = new Set(fields.filter(({ list }) => list).map(({ name }) => name));
const singles = new Set(fields.map(({ name }) => name).filter((name) => !lists.has(name)));

/** The engine compares these by code of its own, where `in` is not `=` for each of the values. */
const special: ReadonlySet<string> = new Set(["fd.ip", "fd.net", "fd.port", "fd.proto", "proc.apid"]);

function hasOneValue(operand: Operand): boolean {
  if (operand.kind !== "field" || special.has(operand.name)) return false;
  return singles.has(operand.name) || /^evt\.arg\./.test(operand.name);
}

const above: Order = (narrow, wide) => isPast(numberOf(narrow) - numberOf(wide), narrow, wide);
const below: Order = (narrow, wide) => isPast(numberOf(wide) - numberOf(narrow), narrow, wide);

function isPast(distance: number, narrow: Bound, wide: Bound): boolean {
  return distance > 0 || (distance === 0 && (narrow.strict || !wide.strict));
}

/** NaN for a text that is not a plain number; it compares with nothing. */
function numberOf({ text }: Bound): number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

const orders: Readonly<Partial<Record<ComparisonOperator, readonly [scale: string, Order]>>> = {
  startswith: ["startswith", (narrow, wide) => narrow.text.startsWith(wide.text)],
  endswith: ["endswith", (narrow, wide) => narrow.text.endsWith(wide.text)],
  contains: ["contains", (narrow, wide) => narrow.text.includes(wide.text)],
  ">": ["above", above],
  ">=": ["above", above],
  "<": ["below", below],
  "<=": ["below", below],
};

function boundOf({ left, operator, modifier, right }: Comparison): Bound | undefined {
  const order = orders[operator];
  if (order === undefined || modifier !== undefined || right.kind !== "value") return undefined;
  return {
    scale: `${printOperand(left)} ${order[0]}`,
    text: right.text,
    strict: operator === "<" || operator === ">",
    order: order[1],
  };
}
