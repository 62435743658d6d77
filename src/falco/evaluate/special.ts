import type { Check, Comparison } from "../language/index.ts";
import { EvaluationError, type Event } from "./event.ts";
import { compileMatcher, type Matcher } from "./match.ts";
import { ancestorFields, CompileError, type FieldUse } from "./operand.ts";
import { kindOf } from "./types.ts";
import { type EngineValue, upToNul } from "./value.ts";

/** @throws EvaluationError where the engine throws or crashes */
export type Test = (event: Event) => boolean;

/** A check of a field with values, read for the field's type. */
interface Question {
  readonly field: FieldUse;
  readonly check: Check;
  readonly right: readonly EngineValue[];
  /** The test as it would be for any other field. */
  readonly ordinary: Test;
}

/**
 * The test of a field that the engine compares in its own way; the ordinary one for all others. These ways know
 * no modifier: where it takes one value, the first of the list counts.
 */
export function specialTest(question: Question): Test {
  const { field, check, ordinary } = question;
  const own = ownComparison(field);
  if (own === undefined) return ordinary;
  return check.kind === "exists" ? own.exists(question) : own.compare({ ...question, check });
}

interface OwnComparison {
  readonly exists: (question: Question) => Test;
  readonly compare: (question: Question & { readonly check: Comparison }) => Test;
}

function ownComparison(field: FieldUse): OwnComparison | undefined {
  if (isAllAncestors(field)) return anyAncestor;
  return byName.get(field.name);
}

/** True for any file descriptor, also for one of a file. */
const fdExists = (): Test => (event) => event.hasFd;

const eitherAddress: OwnComparison = {
  exists: fdExists,
  compare: ({ field, check, right }) => {
    const matches = firstMatcher(check, field.type, right);
    return (event) => {
      const { addresses } = event.socket;
      if (addresses.length === 0) return false;
      switch (check.operator) {
        case "=":
        case "==":
          return addresses.some(matches);
        case "!=":
          return addresses.every(matches);
        case "in":
          // The engine looks up an address of no bytes.
          return false;
        default:
          throw new EvaluationError(`${field.key} is compared by \`=\` and \`!=\` alone`);
      }
    };
  },
};

const eitherNetwork: OwnComparison = {
  exists: fdExists,
  compare: ({ field, check, right }) => {
    const operator = check.operator === "!=" ? "!=" : "=";
    const matches = firstMatcher({ ...check, operator }, field.type, right);
    return (event) => {
      const { addresses } = event.socket;
      if (addresses.length === 0) return false;
      if (check.operator === "!=") return addresses.every(matches);
      const anyMatches = addresses.some(matches);
      return anyMatches && !(check.operator === "intersects" && addresses.length > 1);
    };
  },
};

const eitherPort: OwnComparison = {
  exists: fdExists,
  compare: ({ field, check, right }) => {
    const matches =
      check.operator === "in"
        ? (compileMatcher("in", undefined, field.type, right) ?? (() => false))
        : firstMatcher(check, field.type, right);
    return (event) => {
      const { ports } = event.socket;
      if (ports.length === 0) return false;
      if (check.operator === "intersects")
        throw new EvaluationError(`\`intersects\` does not work on ${field.key}`);
      return check.operator === "!=" ? ports.every(matches) : ports.some(matches);
    };
  },
};

/** Without a known name the engine asks the name service, which knows none here. */
const domainName: OwnComparison = {
  exists:
    ({ field, ordinary }) =>
    (event) =>
      event.values(field.key, field.type) !== undefined ? ordinary(event) : event.hasFd,
  compare:
    ({ field, check, ordinary }) =>
    (event) => {
      if (event.values(field.key, field.type) !== undefined) return ordinary(event);
      if (event.socket.addresses.length < 2) return false;
      if (check.operator === "!=") return true;
      if (check.operator === "=" || check.operator === "==" || check.operator === "in") return false;
      throw new EvaluationError(`${field.key} is compared by \`=\` and \`!=\` alone`);
    },
};

const rawArgument: OwnComparison = {
  exists:
    ({ field }) =>
    (event) =>
      rawValue(field, event) !== undefined,
  compare: ({ field, check, right }) => {
    const matches = unsizedMatcher(check, field.type, right);
    return (event) => {
      const value = rawValue(field, event);
      return value !== undefined && matches(value);
    };
  },
};

/** A parameter of no bytes is none for the engine; a text has its NUL at least. */
function rawValue({ key, type }: FieldUse, event: Event): EngineValue | undefined {
  const value = event.values(key, type)?.[0];
  const isEmpty = value instanceof Uint8Array && value.length === 0 && kindOf(type).kind !== "text";
  return isEmpty ? undefined : value;
}

/** True if the event is as near to the time in brackets as the milliseconds on the right say. */
const around: OwnComparison = {
  exists: ({ ordinary }) => ordinary,
  compare: ({ field, check, right }) => {
    // The engine looks at the operator for each value, and so never for an empty list.
    if (right.length > 0 && check.operator !== "=" && check.operator !== "==") {
      throw new CompileError(`${field.key} is compared by \`=\` alone`, check);
    }
    const time = BigInt.asUintN(64, BigInt(field.argument ?? 0));
    const distance = BigInt.asUintN(64, ((right[0] as bigint | undefined) ?? 0n) * 1_000_000n);
    return (event) => {
      const now = event.values("evt.rawtime", "ABSTIME")?.[0];
      if (typeof now !== "bigint") return false;
      return time >= BigInt.asUintN(64, now - distance) && time <= BigInt.asUintN(64, now + distance);
    };
  },
};

const byName: ReadonlyMap<string, OwnComparison> = new Map([
  ["fd.ip", eitherAddress],
  ["fd.net", eitherNetwork],
  ["fd.port", eitherPort],
  ["fd.proto", eitherPort],
  ["fd.cip.name", domainName],
  ["fd.sip.name", domainName],
  ["fd.lip.name", domainName],
  ["fd.rip.name", domainName],
  ["evt.rawarg", rawArgument],
  ["evt.around", around],
]);

/** Whether values can be given of several ancestors, of both ends of a connection or as a list. */
export function takesSeveral(field: FieldUse): boolean {
  return field.list || isAllAncestors(field) || bothEnds.has(field.name);
}

/** Fields that stand for both ends of a connection, and those that have the values of the ends. */
export const bothEnds: ReadonlyMap<string, readonly string[]> = new Map([
  ["fd.ip", ["fd.ip", "fd.cip", "fd.sip"]],
  ["fd.net", ["fd.net", "fd.cnet", "fd.snet"]],
  ["fd.port", ["fd.port", "fd.cport", "fd.sport"]],
  ["fd.proto", ["fd.proto", "fd.cport", "fd.sport"]],
]);

/** `proc.aenv[3]` is all ancestors too: a number chooses none there. */
export function isAllAncestors({ key, name, argument }: FieldUse): boolean {
  return (
    ancestorFields.has(key) || (name === "proc.aenv" && argument !== undefined && /^[0-9]+$/.test(argument))
  );
}

/** True if the check holds for some ancestor, also when it is a `!=`. */
const anyAncestor: OwnComparison = {
  exists:
    ({ field }) =>
    (event) =>
      (event.values(field.name, field.type)?.length ?? 0) > 0,
  compare: ({ field, check, right }) => {
    const matches = unsizedMatcher(check, field.type, right);
    return (event) => event.values(field.name, field.type)?.some(matches) ?? false;
  },
};

/**
 * The comparison of a value whose size the engine does not pass on: it takes that of a text from its NUL, and
 * finds any other value in no set.
 */
function unsizedMatcher(check: Comparison, type: string, right: readonly EngineValue[]): Matcher {
  const { operator } = check;
  if (operator === "in" || operator === "intersects" || operator === "pmatch") {
    if (kindOf(type).kind !== "text") return () => false;
    const matches = compileMatcher(operator, undefined, type, right);
    return (value) => matches?.(value instanceof Uint8Array ? upToNul(value) : value) ?? false;
  }
  if (operator === "regex" && right.length === 0) return () => false;
  return firstMatcher(check, type, right);
}

function firstMatcher(check: Comparison, type: string, right: readonly EngineValue[]): Matcher {
  if (right.length === 0) {
    return () => {
      throw new EvaluationError("an empty list ends the engine here");
    };
  }
  return compileMatcher(check.operator, undefined, type, right.slice(0, 1)) ?? (() => false);
}
