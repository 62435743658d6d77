import type { EventTable } from "../catalog/index.ts";
import type { Comparison, Condition, Operand, TransformerInput } from "../language/index.ts";

/** The events for which a condition can be true. */
export interface EventTypes {
  /** Number of the engine's event codes; one name can have many. Falco warns above 100. */
  readonly codes: number;
  /** Names of the events and of the system calls that raise them. */
  readonly names: ReadonlySet<string>;
}

/** Why the engine cannot derive the events of a condition and stops loading. */
export interface EventTypeProblem {
  readonly problem: string;
  readonly node: Comparison | Condition;
}

/** A set of numbers below a fixed size. */
type Bits = Uint32Array;

/** The events that a check allows. */
interface EventSelection {
  readonly events: Bits;
  readonly syscalls: Bits;
  /** Whether the check is about event types at all; otherwise its negation allows all of them too. */
  readonly constrains: boolean;
}

class Problem extends Error {
  readonly node: Condition;
  constructor(message: string, node: Condition) {
    super(message);
    this.node = node;
  }
}

/** Derives the events of conditions as the engine does: with sets, and with negation moved to the checks. */
export class EventTypeAnalysis {
  readonly #table: EventTable;
  /** Whether the engine knows that the number of an event, `evt.num`, is 1 or more. */
  readonly #knowsEventNumbers: boolean;
  /** Fields whose checks restrict the event types. */
  readonly #typeFields: ReadonlySet<string>;
  readonly #eventIndex: ReadonlyMap<string, number>;
  readonly #syscallIndex: ReadonlyMap<string, number>;
  readonly #generic: number;
  readonly #asynchronous: number;
  readonly #all: EventSelection;
  readonly #none: EventSelection;
  readonly #memo = [
    new WeakMap<Condition, EventSelection>(),
    new WeakMap<Condition, EventSelection>(),
  ] as const;

  constructor(table: EventTable, options: { knowsEventNumbers: boolean; knowsSyscallType: boolean }) {
    this.#table = table;
    this.#knowsEventNumbers = options.knowsEventNumbers;
    this.#typeFields = new Set(options.knowsSyscallType ? ["evt.type", "syscall.type"] : ["evt.type"]);
    this.#eventIndex = new Map(table.events.map(({ name }, index) => [name, index]));
    this.#syscallIndex = new Map(table.syscalls.map((name, index) => [name, index]));
    this.#generic = table.events.findIndex(({ generic }) => generic);
    this.#asynchronous = this.#eventIndex.get("asyncevent") ?? -1;
    const [events, syscalls] = [table.events.length, table.syscalls.length];
    this.#all = { events: full(events), syscalls: full(syscalls), constrains: false };
    this.#none = { events: empty(events), syscalls: empty(syscalls), constrains: true };
  }

  /** Of a resolved condition. */
  of(condition: Condition): EventTypes | EventTypeProblem {
    try {
      return this.#describe(this.#visit(condition, false));
    } catch (error) {
      if (error instanceof Problem) return { problem: error.message, node: error.node };
      throw error;
    }
  }

  #visit(condition: Condition, negated: boolean): EventSelection {
    switch (condition.kind) {
      case "and":
      case "or": {
        // By De Morgan's laws a negated `and` is an `or`.
        const union = (condition.kind === "or") !== negated;
        let selection: EventSelection | undefined;
        for (const child of condition.children) {
          const next = this.#visit(child, negated);
          // A shortcut, as most checks allow all events.
          if (selection === undefined) selection = next;
          else if (next.events === this.#all.events && next.syscalls === this.#all.syscalls)
            selection = union ? this.#all : selection;
          else selection = union ? unite(selection, next) : intersect(selection, next);
        }
        return selection ?? this.#all;
      }
      case "not":
        return this.#visit(condition.child, !negated);
      case "macro":
        return this.#macro(condition.condition, negated);
      case "exists": {
        const { isType } = this.#look(condition.left, condition);
        return this.#negate({ ...this.#all, constrains: isType }, negated);
      }
      default:
        return this.#comparison(condition, negated);
    }
  }

  #macro(condition: Condition | undefined, negated: boolean): EventSelection {
    if (condition === undefined) return this.#all;
    const memo = this.#memo[negated ? 1 : 0];
    let selection = memo.get(condition);
    if (selection === undefined) {
      selection = this.#visit(condition, negated);
      memo.set(condition, selection);
    }
    return selection;
  }

  #comparison(check: Comparison, negated: boolean): EventSelection {
    const certain = this.#knowsEventNumbers ? certainty(check) : undefined;
    if (certain === false) return this.#negate(this.#none, negated);
    if (certain === true) return this.#negate({ ...this.#all, constrains: true }, negated);
    let constrains = false;
    if (equality.has(check.operator) && check.modifier === undefined) {
      const left = this.#look(check.left, check);
      if (left.isType) return this.#named(check, negated);
      constrains = left.constrains;
    }
    return this.#negate({ ...this.#all, constrains }, negated);
  }

  #named(check: Comparison, negated: boolean): EventSelection {
    const { right } = check;
    if (right.kind === "transformation")
      throw new Problem("the engine cannot compare event types with another field", check);
    const names = right.kind === "list" ? right.values.map(({ text }) => text) : [right.text];
    return this.#negate(this.#withNames(new Set(names)), negated !== (check.operator === "!="));
  }

  /** The events with these names, and the system calls behind them. */
  #withNames(names: ReadonlySet<string>): EventSelection {
    const selection = {
      events: this.#none.events.slice(),
      syscalls: this.#none.syscalls.slice(),
      constrains: true,
    };
    for (const name of names) {
      const index = this.#eventIndex.get(name);
      const isEvent = index !== undefined && index !== this.#generic;
      if (isEvent) {
        add(selection.events, index);
        for (const syscall of this.#table.events[index]!.syscalls)
          add(selection.syscalls, this.#syscallIndex.get(syscall)!);
      }
      if (this.#table.pluginEvents.has(name)) add(selection.events, this.#asynchronous);
      if (isEvent || index === this.#generic || this.#table.pluginEvents.has(name) || !this.#table.has(name))
        continue;
      add(selection.events, this.#generic);
      const syscall = this.#syscallIndex.get(name);
      if (syscall !== undefined && this.#table.events[this.#generic]!.syscalls.includes(name))
        add(selection.syscalls, syscall);
    }
    return selection;
  }

  #negate(selection: EventSelection, negated: boolean): EventSelection {
    if (!negated || !selection.constrains) return selection;
    return {
      events: without(this.#all.events, selection.events),
      syscalls: without(this.#all.syscalls, selection.syscalls),
      constrains: true,
    };
  }

  /**
   * Whether an operand is the event type. For the engine, a check also restricts events if the last operand of a
   * transformer is a literal.
   */
  #look(operand: Operand, node: Condition): { isType: boolean; constrains: boolean } {
    if (operand.kind === "field") return { isType: this.#isEventType(operand), constrains: false };
    return { isType: false, constrains: this.#lookInto(operand.inputs, node) };
  }

  #lookInto(inputs: readonly TransformerInput[], node: Condition): boolean {
    let constrains = false;
    for (const input of inputs) {
      if (input.kind === "value") constrains = true;
      else if (input.kind === "operands") constrains = this.#lookInto(input.items, node);
      else if (input.kind === "transformation") constrains = this.#lookInto(input.inputs, node);
      else {
        constrains = false;
        if (this.#isEventType(input))
          throw new Problem("the engine cannot follow event types through transformers", node);
      }
    }
    return constrains;
  }

  #isEventType(operand: Operand): boolean {
    return operand.kind === "field" && this.#typeFields.has(operand.name) && operand.argument === undefined;
  }

  #describe(selection: EventSelection): EventTypes {
    let codes = 0;
    this.#table.events.forEach((event, index) => {
      if (has(selection.events, index)) codes += event.codes;
    });
    // Most callers only need the number.
    let names: ReadonlySet<string> | undefined;
    const namesOf = () => this.#namesOf(selection);
    return {
      codes,
      get names() {
        names ??= namesOf();
        return names;
      },
    };
  }

  #namesOf({ events, syscalls }: EventSelection): Set<string> {
    const names = new Set<string>();
    const covered = this.#none.syscalls.slice();
    this.#table.events.forEach((event, index) => {
      const calls = event.syscalls.map((name) => this.#syscallIndex.get(name)!);
      const raised = !event.generic && calls.some((call) => has(syscalls, call));
      if (raised) for (const call of calls) add(covered, call);
      if (raised || (has(events, index) && !event.generic)) names.add(event.name);
    });
    this.#table.syscalls.forEach((name, index) => {
      if (has(syscalls, index) && !has(covered, index)) names.add(name);
    });
    return names;
  }
}

const equality: ReadonlySet<string> = new Set(["=", "==", "!=", "in"]);

/** Whether a check of `evt.num` is always or never true, as it starts at 1. */
function certainty({ left, operator, modifier, right }: Comparison): boolean | undefined {
  if (left.kind !== "field" || left.name !== "evt.num" || left.argument !== undefined) return undefined;
  if (modifier !== undefined) return undefined;
  if (operator === "in") {
    if (right.kind !== "list") return undefined;
    return right.values.every(({ text }) => readUnsigned(text) === 0n) ? false : undefined;
  }
  const number = right.kind === "value" ? readUnsigned(right.text) : undefined;
  if (number === undefined) return undefined;
  const [none, one] = [number === 0n, number <= 1n];
  switch (operator) {
    case "=":
    case "==":
    case "<=":
      return none ? false : undefined;
    case "<":
      return one ? false : undefined;
    case "!=":
    case ">":
      return none ? true : undefined;
    case ">=":
      return one ? true : undefined;
    default:
      return undefined;
  }
}

function readUnsigned(text: string): bigint | undefined {
  const match = /^[ \t\n\v\f\r]*([+-]?)([0-9]{1,40})$/.exec(text);
  if (match === null) return undefined;
  const magnitude = BigInt(match[2]!);
  return match[1] === "-" ? BigInt.asUintN(64, -magnitude) : magnitude;
}

function empty(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

function full(size: number): Bits {
  const bits = empty(size);
  for (let i = 0; i < size; i++) add(bits, i);
  return bits;
}

function add(bits: Bits, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}

function has(bits: Bits, index: number): boolean {
  return (bits[index >>> 5]! & (1 << (index & 31))) !== 0;
}

function without(bits: Bits, other: Bits): Bits {
  return bits.map((word, index) => word & ~other[index]!);
}

function unite(a: EventSelection, b: EventSelection): EventSelection {
  return combine(a, b, (x, y) => x | y);
}

function intersect(a: EventSelection, b: EventSelection): EventSelection {
  return combine(a, b, (x, y) => x & y);
}

function combine(
  a: EventSelection,
  b: EventSelection,
  operation: (x: number, y: number) => number,
): EventSelection {
  const words = (x: Bits, y: Bits) => x.map((word, index) => operation(word, y[index]!));
  return { events: words(a.events, b.events), syscalls: words(a.syscalls, b.syscalls), constrains: true };
}
