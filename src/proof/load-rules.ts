import {
  type Condition,
  ConditionChecker,
  type LoaderEngine,
  type LoadOptions,
  loadCompiled,
  type OutputNames,
  plugins,
  type RuleDefinition,
} from "../falco/index.ts";
import type { Project, Source } from "../project/index.ts";
import type { LoadedRule, LoadedRules } from "./compiled-rules.ts";
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
  const location = (fileIndex: number, span: { start: number; end: number }) => {
    const source = sources[fileIndex];
    return source === undefined ? undefined : { text: source.text, span };
  };
  const problems = new Map<string, SuiteProblem>();
  for (const { message, fileIndex, span } of result.files.flatMap(({ errors }) => errors)) {
    const at = location(fileIndex, span);
    if (at === undefined) continue;
    // What is wrong in a list is found again in each rule that uses it.
    problems.set(`${fileIndex} ${span.start} ${message}`, {
      ...at,
      message: `Falco does not load this: ${message}${message.endsWith("?") ? "" : "."}`,
    });
  }
  const names = new Map<string, OutputNames>();
  return {
    problems: [...problems.values()],
    loaded: {
      leftOut: new Set(result.rules.filter((rule) => !isTestable(rule)).map(({ name }) => name)),
      rules: result.rules
        .filter(isTestable)
        .map((rule) => loadedRule(rule, location(rule.fileIndex, rule.span))),
      names: (source) => {
        const known = names.get(source) ?? namesOf(engine, source);
        names.set(source, known);
        return known;
      },
    },
  };
}

function namesOf({ fields, events, features }: LoaderEngine, source: string): OutputNames {
  const checker = new ConditionChecker(fields, events, source, new Set(), () => undefined, features);
  const problemOf = (name: string, argument?: string) => checker.problemOf(name, argument);
  return { grammar: features.grammar, vocabulary: checker.vocabulary, problemOf };
}

/** Rules that Falco leaves out, or that build on files which are not available, cannot be tested. */
function isTestable(rule: RuleDefinition): rule is RuleDefinition & { readonly resolved: Condition } {
  return rule.resolved !== undefined && rule.loaded;
}

function loadedRule(
  rule: RuleDefinition & { readonly resolved: Condition },
  location: LoadedRule["location"],
): LoadedRule {
  return {
    name: rule.name,
    source: rule.source,
    condition: rule.resolved,
    output: rule.output.text,
    enabled: rule.enabled,
    exceptions: rule.exceptions.filter(({ info }) => info.values.length > 0).map(({ name }) => name),
    location,
  };
}

/** The files with the rules of a test file, and the paths that lead to none. */
export function rulesSources(
  suite: TestSuite,
  project: Project,
): { readonly sources: readonly Source[]; readonly problems: readonly SuiteProblem[] } {
  const problems: SuiteProblem[] = [];
  const sources = suite.rulesFiles.flatMap(({ file, ...location }) => {
    const found = project.sources.filter((source) => source.file === file && source.kind === "falco-rules");
    if (found.length === 0) {
      const known = project.sources.some((source) => source.file === file);
      const why = known ? "holds no Falco rules" : "is not among the files";
      problems.push({ ...location, message: `\`${file}\` ${why}.` });
    }
    return found;
  });
  return { sources, problems };
}
