import { ConditionChecker } from "../falco/check.ts";
import { plugins } from "../falco/fields.ts";
import { type LoadOptions, loadCompiled, type RuleDefinition } from "../falco/load.ts";
import type { OutputNames } from "../falco/output.ts";
import type { Project, Source } from "../project/project.ts";
import type { LoadedRule, LoadedRules } from "./rules.ts";
import type { SuiteProblem, TestSuite } from "./suite.ts";

/** The rules that a test file names, and what is wrong with them. */
export interface SuiteRules {
  readonly loaded: LoadedRules;
  readonly problems: readonly SuiteProblem[];
}

/**
 * Loads rules files together, as Falco would. All plugins that are known are loaded unless the options say which,
 * as tests are about rules and not about a deployment.
 */
export function loadRules(sources: readonly Source[], options: LoadOptions = {}): SuiteRules {
  const files = sources.map(({ name, text }) => ({ name, text: text.content }));
  const { result, engine } = loadCompiled(files, { plugins: [...plugins.keys()], ...options });
  const place = (fileIndex: number, span: { start: number; end: number }) => {
    const source = sources[fileIndex];
    return source === undefined ? undefined : { text: source.text, span };
  };
  const problems = result.files.flatMap(({ errors }) =>
    errors.flatMap(({ message, fileIndex, span }) => {
      const at = place(fileIndex, span);
      return at === undefined ? [] : [{ ...at, message: `Falco does not load this: ${message}.` }];
    }),
  );
  const names = new Map<string, OutputNames>();
  return {
    problems,
    loaded: {
      rules: result.rules.flatMap((rule) => loadedRule(rule, place(rule.fileIndex, rule.span))),
      names: (source) => {
        const known =
          names.get(source) ??
          new ConditionChecker(engine.fields, engine.events, source, new Set(), () => undefined);
        names.set(source, known);
        return known;
      },
    },
  };
}

/** Rules that Falco leaves out cannot be tested. */
function loadedRule(rule: RuleDefinition, place: LoadedRule["place"]): LoadedRule[] {
  if (rule.resolved === undefined || !rule.loaded) return [];
  return [
    {
      name: rule.name,
      source: rule.source,
      condition: rule.resolved,
      output: rule.output.text,
      enabled: rule.enabled,
      exceptions: rule.exceptions.filter(({ info }) => info.values.length > 0).map(({ name }) => name),
      place,
    },
  ];
}

/** The rules of a test file, from the files of the project that it names. */
export function rulesOfSuite(suite: TestSuite, project: Project, options: LoadOptions = {}): SuiteRules {
  const missing: SuiteProblem[] = [];
  const sources = suite.rulesFiles.flatMap(({ file, ...place }) => {
    const found = project.sources.filter((source) => source.file === file && source.kind === "falco-rules");
    if (found.length === 0) {
      const known = project.sources.some((source) => source.file === file);
      const why = known ? "holds no Falco rules" : "is not among the files";
      missing.push({ ...place, message: `\`${file}\` ${why}.` });
    }
    return found;
  });
  const { loaded, problems } = loadRules(sources, options);
  return { loaded, problems: [...missing, ...problems] };
}
