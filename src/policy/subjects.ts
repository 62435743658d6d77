import type { FoundProblem } from "../lint/index.ts";
import type { Location } from "../project/index.ts";
import type { SubjectKind, SubjectView } from "./fields.ts";

/** Something that policies judge. */
export interface Subject<K extends SubjectKind = SubjectKind> {
  /** What exceptions name it by. */
  readonly name: string;
  /** For people: `The rule "Reverse shell"`. */
  readonly title: string;
  readonly view: SubjectView<K>;
  /** Where it stands; undefined for what no file holds. */
  readonly at: Location | undefined;
}

export function findingSubjects(findings: readonly FoundProblem[]): Subject<"finding">[] {
  // Policies are not judged by each other.
  const others = findings.filter(({ finding }) => !finding.rule.startsWith("policy/"));
  return others.map(({ finding, at }) => {
    const { rule, severity, confidence, message, file, falcoCode = "" } = finding;
    return {
      name: rule,
      title: `The finding ${rule}`,
      view: { rule, severity, confidence, message, file, falcoCode },
      at,
    };
  });
}

/** A subject as expressions read it: CEL's whole numbers are of their own type. */
export function celValue(view: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(view).map(([key, value]) => [key, typeof value === "number" ? BigInt(value) : value]),
  );
}

/** The longest list of a subject, which an expression may look through at each step. */
export function longestList(view: object): number {
  return Math.max(1, ...Object.values(view).map((value) => (Array.isArray(value) ? value.length : 1)));
}
