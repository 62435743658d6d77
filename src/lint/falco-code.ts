import type { Diagnostic, FalcoCode } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";
import type { Severity } from "./finding.ts";
import type { LintRule, Problem } from "./rule.ts";

/** A lint rule that passes on what Falco itself says under one of its codes. */
export function falcoCodeRule(
  id: string,
  code: FalcoCode,
  severity: Severity,
  summary: string,
  fixOf?: (ruleset: Ruleset, at: Problem["at"]) => Problem["fix"],
  /** Whether Falco would not say it, as it has files that are not at hand. */
  isUnsure?: (ruleset: Ruleset, diagnostic: Diagnostic) => boolean,
): LintRule & { readonly falcoCode: FalcoCode } {
  return {
    id,
    severity,
    summary,
    fixable: fixOf !== undefined,
    falcoCode: code,
    *check({ rulesets }) {
      for (const ruleset of rulesets) {
        const { sources, result } = ruleset;
        for (const { errors, warnings } of result.files) {
          for (const diagnostic of [...errors, ...warnings]) {
            const source = sources[diagnostic.fileIndex];
            if (diagnostic.code !== code || source === undefined) continue;
            if (isUnsure?.(ruleset, diagnostic)) continue;
            const at = { text: source.text, span: diagnostic.span };
            const fix = fixOf?.(ruleset, at);
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
