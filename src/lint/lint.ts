import { type Limits, type Location, type Text, toFileEdit, type YamlDocument } from "../project/index.ts";
import { isUnchanged, mountedSources, type Ruleset, type Stack, withoutVerdict } from "../stack/index.ts";
import { type Finding, type Fix, lowerConfidence, type Severity } from "./finding.ts";
import { fingerprinter } from "./fingerprint.ts";
import { applyIgnores, readIgnores } from "./ignore.ts";
import { type Model, modelOf } from "./model.ts";
import type { FoundProblem, LintRule, Problem } from "./rule.ts";

/** What the user wants of lint rules. */
export interface RuleSettings {
  /** Of a rule in a file; undefined for what the rule says itself. */
  readonly of: (rule: string, file: string) => Severity | "off" | undefined;
  /** Whether a rule is off in all files, so that it need not look at them. */
  readonly isOff: (rule: string) => boolean;
}

const asTheySay: RuleSettings = { of: () => undefined, isOff: () => false };

/** Sorted by file, line, column and rule, each once. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** What comments in the files hide, with a reason. */
  readonly ignored: readonly Finding[];
}

/** Runs the rules over the model, and takes out what comments in the files ask to ignore. */
export function lint(
  whole: Model,
  rules: readonly LintRule[],
  settings: RuleSettings = asTheySay,
  limits?: Limits,
): LintResult {
  const model = withoutOutdated(whole);
  const found = new Map<string, FoundProblem>();
  const isPublished = isUnchanged(model.copies);
  const outdated = outdatedTexts(whole);
  const sources = new Map(model.project.sources.map((source) => [source.text, source]));
  const documentsOf = (text: Text) => sources.get(text)?.documents ?? [];
  const add = (rule: LintRule, problems: Iterable<Problem>) => {
    for (const problem of problems) {
      if (rule.general && !model.scope.includes(problem.at)) continue;
      // Those who copied unchanged text of the Falco project cannot act on its findings, unless Falco refuses it.
      if (isAboutRules(rule) && !isLoadError(problem) && isPublished(problem.at)) continue;
      const setting = settings.of(rule.id, problem.at.text.file);
      if (setting === "off") continue;
      const finding = toFinding(rule, problem, setting, documentsOf);
      if (outdated.has(problem.at.text) && isAboutContent(finding)) continue;
      // Several stacks may load the same file and so find the same thing.
      const key = JSON.stringify([finding.rule, finding.file, finding.line, finding.column, finding.message]);
      if (!found.has(key)) found.set(key, { finding, at: problem.at });
    }
  };
  const active = rules.filter(({ id }) => !settings.isOff(id));
  for (const rule of active) {
    limits?.check();
    if ("check" in rule) add(rule, rule.check(model));
  }
  for (const rule of active) {
    limits?.check();
    if ("checkFindings" in rule) add(rule, rule.checkFindings([...found.values()]));
  }

  const located = [...found.values()].map(({ finding }) => finding);
  const { kept, ignored, evaluated } = applyIgnores(located, readIgnores(model.project));
  found.clear();
  const ids = new Set(rules.map(({ id }) => id));
  for (const rule of active) if ("checkIgnores" in rule) add(rule, rule.checkIgnores(evaluated, ids));

  const files = model.project.sources.filter(({ embedding }) => embedding === undefined);
  const contents = new Map(files.map(({ file, text }) => [file, text.content]));
  const fingerprint = fingerprinter((file) => contents.get(file));
  const hidden = new Set(ignored);
  const further = [...found.values()].map(({ finding }) => finding);
  const all = [...kept, ...ignored, ...further].sort(byLocation).map((located) => ({
    hidden: hidden.has(located),
    finding: { ...located, fingerprint: fingerprint(located) },
  }));
  return {
    findings: all.filter(({ hidden }) => !hidden).map(({ finding }) => finding),
    ignored: all.filter(({ hidden }) => hidden).map(({ finding }) => finding),
  };
}

/** Findings about an unknown version of Falco would be wrong as often as right. */
function withoutOutdated(model: Model): Model {
  if (model.outdated.length === 0) return model;
  const outdated = outdatedTexts(model);
  const isKnown = (stack: Stack | undefined): boolean =>
    stack === undefined || !model.outdated.includes(stack);
  return modelOf({
    ...model,
    stacks: model.stacks.filter(isKnown),
    rulesets: model.rulesets.map((ruleset) =>
      isKnown(ruleset.stack) && !isOf(outdated, ruleset) ? ruleset : withoutVerdict(ruleset),
    ),
  });
}

/** The rules files of deployments of an unknown version, those too that they have and do not load. */
function outdatedTexts({ outdated, rulesets, project }: Model): ReadonlySet<Text> {
  const loaded = rulesets.filter(({ stack }) => stack !== undefined && outdated.includes(stack));
  const charts = outdated.flatMap(({ location }) => /^(.*\/)templates\//.exec(location.text.file)?.[1] ?? []);
  const sources = [
    ...mountedSources(outdated),
    ...loaded.flatMap((ruleset) => ruleset.sources),
    ...project.sources.filter(({ file }) => charts.some((folder) => file.startsWith(folder))),
  ];
  return new Set(sources.map(({ text }) => text));
}

function isOf(texts: ReadonlySet<Text>, { sources }: Ruleset): boolean {
  return sources.length > 0 && sources.every(({ text }) => texts.has(text));
}

/** What is said of rules waits until their Falco is one that is known, but that they are a copy of old ones. */
function isAboutContent({ rule }: Located): boolean {
  return rule.startsWith("falco/") && rule !== "falco/vendored-copy";
}

function isAboutRules({ id }: LintRule): boolean {
  return id.startsWith("falco/") || id.startsWith("matrix/");
}

function isLoadError({ falcoCode }: Problem): boolean {
  return falcoCode?.startsWith("LOAD_ERR_") ?? false;
}

type Located = Omit<Finding, "fingerprint">;

function toFinding(
  rule: LintRule,
  problem: Problem,
  setting: Severity | undefined,
  documentsOf: (text: Text) => readonly YamlDocument[],
): Located {
  const { file, start, end } = locate(problem.at);
  const fix = problem.fix === undefined ? undefined : toFix(problem.fix, documentsOf);
  return {
    rule: rule.id,
    severity: setting ?? problem.severity ?? rule.severity,
    confidence: lowerConfidence(rule.confidence, problem.confidence ?? rule.confidence),
    message: problem.message,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(problem.falcoCode === undefined ? {} : { falcoCode: problem.falcoCode }),
    ...(problem.help === undefined ? {} : { help: problem.help }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The fix as edits of files; none where the file cannot hold an edit in the form that it has. */
function toFix(
  { description, safe, edits }: NonNullable<Problem["fix"]>,
  documentsOf: (text: Text) => readonly YamlDocument[],
): Fix | undefined {
  const inFiles = edits.map(({ at, text }) =>
    toFileEdit({ text: at.text, span: at.span, replacement: text }, documentsOf(at.text)),
  );
  if (inFiles.length === 0 || !inFiles.every((edit) => edit !== undefined)) return undefined;
  return { description, safe, edits: inFiles.map((edit) => ({ ...locate(edit), text: edit.replacement })) };
}

function locate({ text, span }: Location) {
  return text.locate(span);
}

function byLocation(a: Located, b: Located): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
