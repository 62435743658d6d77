import type { FoundProblem, LintRule, Problem } from "../lint/index.ts";
import { containerSubjects, controlSubjects, deploymentSubjects } from "./deployment-subjects.ts";
import { StepBudget } from "./expression.ts";
import type { SubjectKind } from "./fields.ts";
import type { Exception, Policy } from "./policy.ts";
import { type RuleFacts, ruleSubjects } from "./rule-subjects.ts";
import { celValue, findingSubjects, longestList, type Subject } from "./subjects.ts";

/** Steps that a policy may take over all that it judges: a second of work or two. */
const maxSteps = 20_000_000;

/** What an organisation asks for. */
export class Policies {
  readonly all: readonly Policy[];

  constructor(all: readonly Policy[]) {
    this.all = all;
  }

  /** The policies as lint rules: what does not follow one is a finding of `policy/<id>`. */
  rules(options: JudgeOptions): LintRule[] {
    return policyRules(this.all, options);
  }

  /** Markdown that explains the policy behind an id of findings; undefined for no policy's id. */
  pageOf(id: string): string | undefined {
    const policy = this.all.find((candidate) => `policy/${candidate.id}` === id);
    return policy && pageOf(policy);
  }
}

interface JudgeOptions {
  /** What is known beside the model; asked for once, and only where there is a policy. */
  readonly facts: () => RuleFacts;
  /** Called between steps; may throw to end the work. */
  readonly pause?: (() => void) | undefined;
}

function policyRules(policies: readonly Policy[], { facts, pause }: JudgeOptions): LintRule[] {
  const known = new Map<SubjectKind, readonly JudgedSubject[]>();
  const subjectsOf = (kind: Exclude<SubjectKind, "finding">): readonly JudgedSubject[] => {
    const subjects = known.get(kind) ?? readSubjects[kind](facts()).map(judged);
    known.set(kind, subjects);
    return subjects;
  };
  return policies.map((policy): LintRule => {
    const { id, severity, message, each } = policy;
    const head = {
      id: `policy/${id}`,
      severity,
      confidence: "high" as const,
      summary: message,
      page: pageOf(policy),
      fixable: false,
    };
    return each === "finding"
      ? {
          ...head,
          checkFindings: (findings: readonly FoundProblem[]) =>
            problemsOf(policy, findingSubjects(findings).map(judged), pause),
        }
      : { ...head, check: () => problemsOf(policy, subjectsOf(each), pause) };
  });
}

function pageOf({ id, message, help, each, written, text, span }: Policy): string {
  const { file, start } = text.locate(span);
  const code = written.trim().split("\n").join("\n    ");
  const why = help === undefined ? "" : `${help}\n\n`;
  return `# policy/${id}\n\n${message}\n\n${why}For each ${each} this has to hold (${file}:${start.line}):\n\n    ${code}\n`;
}

const readSubjects: Readonly<
  Record<Exclude<SubjectKind, "finding">, (facts: RuleFacts) => readonly Subject[]>
> = {
  rule: ruleSubjects,
  control: ({ model, coverage }) => controlSubjects(model, coverage),
  deployment: ({ model }) => deploymentSubjects(model),
  container: ({ model }) => containerSubjects(model),
};

/** A subject as expressions read it. */
interface JudgedSubject extends Subject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly weight: number;
}

function judged(subject: Subject): JudgedSubject {
  return { ...subject, value: celValue(subject.view), weight: longestList(subject.view) };
}

function* problemsOf(
  policy: Policy,
  subjects: readonly JudgedSubject[],
  pause: (() => void) | undefined,
): Iterable<Problem> {
  const budget = new StepBudget(maxSteps, pause);
  const exceptions = policy.except.map((exception) => ({ exception, matches: matcherOf(exception.name) }));
  const used = new Set<Exception>();
  for (const [index, subject] of subjects.entries()) {
    if (subject.at === undefined) continue;
    budget.weight = subject.weight;
    const verdict = policy.assertion.holds(subject.value, budget);
    if (verdict === true) continue;
    const excepted = exceptions.filter(({ matches }) => matches(subject.name));
    for (const { exception } of excepted) used.add(exception);
    if (excepted.length > 0) continue;
    yield problemOf(policy, subject, verdict);
    if (budget.spent) {
      const left = subjects.length - index - 1;
      if (left > 0) yield unjudged(policy, `${left} more of them are not judged, as the steps are used up.`);
      return;
    }
  }
  // Others may need an exception of policies that are shared.
  if (policy.text.file.includes(":")) return;
  for (const exception of policy.except) {
    if (!used.has(exception))
      yield {
        at: exception,
        severity: "notice",
        message: `The exception for "${exception.name}" changes nothing: nothing of that name breaks the policy.`,
        help: "Take it out, so that it hides nothing later.",
      };
  }
}

function problemOf(policy: Policy, { title, at }: Subject, verdict: false | string): Problem {
  const head = { at: at!, ...(policy.help === undefined ? {} : { help: policy.help }) };
  if (verdict === false) return { ...head, message: `${title}: ${policy.message}` };
  return {
    at: at!,
    severity: "error",
    message: `${title}: the policy ${policy.id} cannot be judged: ${verdict}.`,
    help: "What cannot be judged does not pass. Ask in `assert` whether the list or the text has what it takes first.",
  };
}

function unjudged(policy: Policy, message: string): Problem {
  return {
    at: policy,
    severity: "error",
    message,
    help: "Make the expression simpler: ask for less of each list.",
  };
}

/** Whether a name is the one written, in which `*` stands for any text. */
function matcherOf(written: string): (name: string) => boolean {
  const [first = "", ...others] = written.split("*");
  if (others.length === 0) return (name) => name === written;
  const last = others.pop()!;
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
      return false;
    let from = first.length;
    const end = name.length - last.length;
    for (const part of others) {
      const found = name.indexOf(part, from);
      if (found === -1 || found + part.length > end) return false;
      from = found + part.length;
    }
    return true;
  };
}
