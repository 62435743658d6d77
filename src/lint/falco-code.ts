import type { Diagnostic, FalcoCode } from "../falco/index.ts";
import type { Location } from "../project/index.ts";
import { isUnchanged, type Ruleset } from "../stack/index.ts";
import type { Severity } from "./finding.ts";
import type { LintRule, Problem } from "./rule.ts";

interface FalcoCodeRule {
  readonly id: string;
  readonly code: FalcoCode;
  readonly severity: Severity;
  readonly summary: string;
  /** For a ruleset, what fixes a problem at a location. */
  readonly fixesOf?: (ruleset: Ruleset) => (at: Location) => Problem["fix"];
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
    *check({ rulesets, copies }) {
      const isPublished = isUnchanged(copies);
      for (const ruleset of rulesets) {
        const fixOf = fixesOf?.(ruleset);
        for (const diagnostic of diagnosticsOf(ruleset, code)) {
          const source = ruleset.sources[diagnostic.fileIndex];
          if (source === undefined || isUnsure?.(ruleset, diagnostic)) continue;
          const at = { text: source.text, span: diagnostic.span };
          // For which Falco a copy is meant, nothing tells where no deployment loads it.
          if (ruleset.stack === undefined && isPublished(at)) continue;
          yield problemOf(diagnostic, at, fixOf);
        }
      }
    },
  };
}

function diagnosticsOf({ result }: Ruleset, code: FalcoCode): Diagnostic[] {
  const all = result.files.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  return all.filter((diagnostic) => diagnostic.code === code);
}

function problemOf(
  { code, message, ours }: Diagnostic,
  at: Location,
  fixOf: ((at: Location) => Problem["fix"]) | undefined,
): Problem {
  const fix = fixOf?.(at);
  return {
    at,
    message: sentence(message),
    falcoCode: code,
    ...(ours ? { help: "Falco stops at an earlier error and would report this one next." } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The loader's messages stand behind a location, as Falco's do; a finding speaks in sentences. */
function sentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?)]$/.test(capital) ? capital : `${capital}.`;
}
