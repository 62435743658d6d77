import {
  falcoVersions,
  type MacroDefinition,
  print,
  type RuleDefinition,
  seenBy,
} from "../../src/falco/index.ts";
import { type Finding, lint, lintRules } from "../../src/lint/index.ts";
import { type Project, readProject, Text } from "../../src/project/index.ts";
import { runTests } from "../../src/proof/index.ts";
import { modelOfRules } from "../../src/rules-model.ts";
import { type Ruleset, rulesetInOrder } from "../../src/stack/index.ts";
import type { Answer, CompiledItem, Input, TestedFile, Verdict } from "./protocol.ts";

/** The files as they were read and loaded, for what is asked of them afterwards. */
export interface Checked {
  readonly project: Project;
  readonly ruleset: Ruleset;
  readonly findings: readonly Finding[];
}

/** Reads, loads and lints the files as a check does. */
export async function read({ files, falcoVersion, afterPublished }: Input): Promise<Checked> {
  const project = readProject({ texts: files.map(({ name, text }) => new Text(name, text)), skipped: [] });
  // A file that is nothing else is a rules file, however broken.
  const sources = project.sources.filter(({ kind }) => kind === "falco-rules" || kind === "other");
  const ruleset = rulesetInOrder("these files", sources, { falcoVersion, afterPublished });
  const { findings } = lint(await modelOfRules(project, ruleset), lintRules);
  return { project, ruleset, findings };
}

/** What the page shows of the files. */
export function answer({ project, ruleset, findings }: Checked, start: number): Answer {
  const { result } = ruleset;
  return {
    verdict: verdictOf(ruleset),
    findings,
    items: [...result.rules, ...result.macros]
      .filter(({ external }) => !external)
      .sort((a, b) => a.fileIndex - b.fileIndex || a.span.start - b.span.start)
      .map((item) => compiledItem(item, ruleset)),
    suites: testedFiles(project, result.version.falco),
    versions: falcoVersions.map(({ falco }) => falco).toReversed(),
    took: performance.now() - start,
  };
}

function verdictOf({ result, sources }: Ruleset): Verdict {
  const count = (of: "errors" | "warnings") => result.files.reduce((sum, file) => sum + file[of].length, 0);
  return {
    loads: result.loads,
    rules: result.rules.filter(({ external, loaded }) => !external && loaded).length,
    errors: count("errors"),
    warnings: count("warnings"),
    files: sources.map(({ name }) => name),
  };
}

function compiledItem(item: RuleDefinition | MacroDefinition, { result, sources }: Ruleset): CompiledItem {
  const { printStyle } = result.engine.features;
  const { kind, name, fileIndex, resolved } = item;
  const head = {
    kind,
    name,
    file: sources[fileIndex]!.name,
    compiled: resolved === undefined ? undefined : print(resolved, printStyle),
  };
  if (item.kind === "macro") return head;
  const events = item.eventTypes === undefined ? undefined : [...item.eventTypes].sort();
  return { ...head, source: item.source, enabled: item.enabled, events };
}

function testedFiles(project: Project, falcoVersion: string): TestedFile[] {
  return runTests(project, { load: { falcoVersion } }).map(({ file, problems, rules, untested }) => ({
    file,
    problems: problems.map(({ message }) => message),
    untested,
    rules: rules.map(({ rule, error, coverage, cases }) => ({
      rule,
      error,
      coverage: coverage?.percent,
      cases: cases.map(({ name, fires, status, message, text, span, deciding }) => ({
        name,
        fires,
        status,
        message,
        line: text.locate(span).start.line,
        deciding: deciding.map((check) => ({
          text: check.text,
          result: String(check.result),
          value: seenBy(check),
        })),
      })),
    })),
  }));
}
