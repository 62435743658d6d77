import { parse } from "../falco/index.ts";
import type { Span } from "../project/index.ts";
import type { WrittenCheck } from "./conditions.ts";
import type { Confidence, Severity } from "./finding.ts";
import type { LintRule, Problem } from "./rule.ts";

/** What is wrong with a check. */
export interface CheckProblem {
  /** The part of the condition at fault; by default the whole check. */
  readonly span?: Span;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly fix?: NonNullable<Problem["fix"]>;
}

/** A lint rule that looks at the checks of conditions, one at a time. */
export function checkRule(
  head: Omit<LintRule, "check" | "checkFindings" | "checkIgnores">,
  find: (written: WrittenCheck) => CheckProblem | readonly CheckProblem[] | undefined,
): LintRule {
  return {
    ...head,
    *check(model) {
      for (const condition of model.conditions) {
        for (const written of condition.checks) {
          for (const { span = written.check.span, ...rest } of [find(written) ?? []].flat()) {
            const at = condition.location(span);
            if (at !== undefined) yield { at, ...rest };
          }
        }
      }
    },
  };
}

/**
 * A fix that writes a check in another way, where it stands in its file as a whole.
 *
 * @param safe whether the new check is proven to hold for the same events: see `src/fix/meaning.ts`
 */
export function rewrite(
  written: WrittenCheck,
  text: (parts: { readonly left: string; readonly right: string }) => string | undefined,
  safe = false,
): Pick<CheckProblem, "fix"> {
  const parts = written.written;
  const replacement = parts && text(parts);
  if (parts === undefined || replacement === undefined) return {};
  const shown = replacement.length > 80 ? `${replacement.slice(0, 77)}...` : replacement;
  return {
    fix: {
      description: `Write \`${shown.replace(/\s+/g, " ")}\``,
      safe,
      edits: [{ at: parts.at, text: replacement }],
    },
  };
}

/** A check for each value of a list as it is written: `(left = a or left = b)`. Undefined where names of lists are among them. */
export function alternatives(
  left: string,
  operator: string,
  right: string,
  junction: "and" | "or",
): string | undefined {
  const { condition } = parse(`a.b in ${right}`);
  if (condition?.kind !== "comparison" || condition.right.kind !== "list") return undefined;
  const { values } = condition.right;
  const shift = "a.b in ".length;
  const checks = values.map(
    ({ span }) => `${left} ${operator} ${right.slice(span.start - shift, span.end - shift)}`,
  );
  if (checks.length < 2) return checks[0];
  return `(${checks.join(` ${junction} `)})`;
}
