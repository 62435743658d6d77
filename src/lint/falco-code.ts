import type { Diagnostic, FalcoCode } from "../falco/index.ts";
import { isOnlyNear, type Location, nearest } from "../project/index.ts";
import { isUnchanged, type Ruleset } from "../stack/index.ts";
import { containerPluginErrors } from "./container-plugin.ts";
import type { Severity } from "./finding.ts";
import type { Model } from "./model.ts";
import type { LintRule, Problem } from "./rule.ts";

interface FalcoCodeRule {
  readonly id: string;
  readonly code: FalcoCode;
  readonly severity: Severity;
  readonly summary: string;
  /** For a ruleset, what fixes a problem at a location. */
  readonly fixesOf?: (ruleset: Ruleset, model: Model) => (at: Location) => Problem["fix"];
  /** Whether a fix writes the existing name that was likely meant. */
  readonly fixesNames?: true;
  /** Whether Falco might not report it, as it has files that are not available here. */
  readonly isUnsure?: (ruleset: Ruleset, diagnostic: Diagnostic, model: Model) => boolean;
}

/** A lint rule that reports what Falco itself reports under one of its codes. */
export function falcoCodeRule({
  id,
  code,
  severity,
  summary,
  fixesOf,
  fixesNames,
  isUnsure,
}: FalcoCodeRule): LintRule & { readonly falcoCode: FalcoCode } {
  return {
    id,
    severity,
    confidence: "high",
    summary,
    fixable: fixesOf !== undefined || fixesNames === true,
    falcoCode: code,
    *check(model) {
      const { rulesets, copies } = model;
      const isPublished = isUnchanged(copies);
      for (const ruleset of rulesets) {
        const fixOf = fixesOf?.(ruleset, model);
        const nameFix = fixesNames === true ? nameFixes(ruleset) : undefined;
        const elsewhere = containerPluginErrors(ruleset);
        for (const diagnostic of diagnosticsOf(ruleset, code)) {
          const source = ruleset.sources[diagnostic.fileIndex];
          if (source === undefined || elsewhere.has(diagnostic) || isUnsure?.(ruleset, diagnostic, model))
            continue;
          const at = { text: source.text, span: diagnostic.span };
          // For which Falco a copy is meant, nothing tells where no deployment loads it.
          if (ruleset.stack === undefined && isPublished(at)) continue;
          yield problemOf(diagnostic, at, fixOf?.(at) ?? nameFix?.(diagnostic, at));
        }
      }
    },
  };
}

function diagnosticsOf({ result }: Ruleset, code: FalcoCode): Diagnostic[] {
  const all = result.files.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  return all.filter((diagnostic) => diagnostic.code === code);
}

function problemOf({ code, message, ours }: Diagnostic, at: Location, fix: Problem["fix"]): Problem {
  return {
    at,
    message: sentence(message),
    falcoCode: code,
    ...(ours ? { help: "Falco stops at an earlier error and would report this one next." } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}

/**
 * The fix that writes the name that was likely meant. Safe where Falco loads nothing without it, and no other name of
 * any kind is as near.
 */
function nameFixes(ruleset: Ruleset): (diagnostic: Diagnostic, at: Location) => Problem["fix"] {
  let names: readonly string[] | undefined;
  return ({ code, suggestion }, { text, span }) => {
    const written = text.content.slice(span.start, span.end);
    const [, quote = "", word] = /^(["'%]?)([A-Za-z_][\w.-]*)/.exec(written) ?? [];
    if (suggestion === undefined || word === undefined) return undefined;
    names ??= namesOf(ruleset);
    const isPrefix = suggestion.toLowerCase().startsWith(word.toLowerCase());
    if (!isPrefix && nearest(word, [suggestion]) === undefined) return undefined;
    const start = span.start + quote.length;
    return {
      description: `Write \`${suggestion}\``,
      safe: code.startsWith("LOAD_ERR") && isOnlyNear(word, suggestion, names),
      edits: [{ at: { text, span: { start, end: start + word.length } }, text: suggestion }],
    };
  };
}

/** All that a word in a rules file may name. */
function namesOf({ result }: Ruleset): readonly string[] {
  const { fields, events, sources } = result.engine;
  return [
    ...[...sources].flatMap((source) => fields.forSource(source).map(({ name }) => name)),
    ...events.names,
    ...[...result.rules, ...result.macros, ...result.lists].map(({ name }) => name),
    ...sources,
  ];
}

/** The loader's messages follow a location, as Falco's do; a finding's are sentences. */
function sentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?)]$/.test(capital) ? capital : `${capital}.`;
}
