import type { Diagnostic, FalcoCode } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";
import type { Severity } from "./finding.ts";
import type { LintRule, Problem } from "./rule.ts";

interface FalcoCodeRule {
  readonly id: string;
  readonly code: FalcoCode;
  readonly severity: Severity;
  readonly summary: string;
  /** For a ruleset, what fixes a problem at a location. */
  readonly fixesOf?: (ruleset: Ruleset) => (at: Problem["at"]) => Problem["fix"];
  /** Whether Falco might not report it, as it has files that are not available here. */
  readonly isUnsure?: (ruleset: Ruleset, diagnostic: Diagnostic) => boolean;
}

/** A lint rule that reports what Falco itself reports under one of its codes. */
export function falcoCodeRule({
  id,
  code,
  severity,
  summary,
  fixesOf,
  isUnsure,
}: FalcoCodeRule): LintRule & { readonly falcoCode: FalcoCode } {
  return {
    id,
    severity,
    confidence: "high",
    summary,
    fixable: fixesOf !== undefined,
    falcoCode: code,
    *check({ rulesets }) {
      for (const ruleset of rulesets) {
        const { sources, result } = ruleset;
        const fixOf = fixesOf?.(ruleset);
        for (const { errors, warnings } of result.files) {
          for (const diagnostic of [...errors, ...warnings]) {
            const source = sources[diagnostic.fileIndex];
            if (diagnostic.code !== code || source === undefined) continue;
            if (isUnsure?.(ruleset, diagnostic)) continue;
            const at = { text: source.text, span: diagnostic.span };
            const fix = fixOf?.(at);
            yield {
              at,
              message: sentence(diagnostic.message),
              falcoCode: code,
              ...(diagnostic.ours
                ? { help: "Falco stops at an earlier error and would report this one next." }
                : {}),
              ...(fix === undefined ? {} : { fix }),
            };
          }
        }
      }
    },
  };
}

/** The loader's messages stand behind a location, as Falco's do; a finding speaks in sentences. */
function sentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?)]$/.test(capital) ? capital : `${capital}.`;
}
