/**
 * An output does not tell what a responder asks first.
 *
 * ## Why
 *
 * An alert is the only trace of an event. Without the user and the command line nobody can say who did it
 * and how, and without the container, its image, the pod and the namespace nobody finds where.
 *
 * For system calls the output needs one of `user.*`, and one of `proc.cmdline`, `proc.exeline` and
 * `proc.args`. The fields of the container, its image and the pod are asked for only where nothing adds them:
 * the container plugin suggests them, and the falco.yaml of the image, of the chart and of the operator take
 * them up with `append_output: [{suggested_output: true}]`. A falco.yaml of your own without `append_output`
 * does not.
 *
 * For events of the Kubernetes audit log it needs one of `ka.user.*`, and one of `ka.target.*`, `ka.resp.*`,
 * `ka.req.*` and `ka.uri`.
 *
 * ## Instead
 *
 * Add the fields that are missing: `A shell was started | user=%user.name command=%proc.cmdline`.
 *
 * ## Notes
 *
 * Rules for events without a process, such as `container`, are not reported, and so are those for
 * events of other plugins, each of which has its own fields. What `append_output` adds to all outputs counts
 * for each.
 */

import type { RuleDefinition, TracedText } from "../../../../falco/index.ts";
import { at, items, toData } from "../../../../project/index.ts";
import { type Ruleset, syscallSource } from "../../../../stack/index.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { lastLocation, runs } from "../../../ruleset-locations.ts";

/** What a responder asks first, and the fields of which one answers it. */
interface Question {
  readonly what: string;
  readonly answers: RegExp;
  readonly write: string;
}

const byProcess: readonly Question[] = [
  { what: "who did it", answers: /^(?:user|loginuid|proc\.loginshellid)\b/, write: "user=%user.name" },
  {
    what: "with which command",
    answers: /^proc\.(?:cmdline|exeline|args|cmdnargs|cmdlenargs)\b/,
    write: "command=%proc.cmdline",
  },
];

const byContainer: readonly Question[] = [
  {
    what: "in which container",
    answers: /^container\.(?:id|name|full_id)\b/,
    write: "container_id=%container.id",
  },
  {
    what: "from which image",
    answers: /^container\.image\b/,
    write: "image=%container.image.repository",
  },
  { what: "in which pod", answers: /^k8s\.pod\b/, write: "k8s_pod_name=%k8s.pod.name" },
  { what: "in which namespace", answers: /^k8s\.(?:ns|pod\.full_)/, write: "k8s_ns_name=%k8s.ns.name" },
];

const byRequest: readonly Question[] = [
  { what: "who sent the request", answers: /^(?:ka\.(?:user|impuser)|jevt)\b/, write: "user=%ka.user.name" },
  {
    what: "for what",
    answers: /^(?:ka\.(?:target|resp|req|uri)|jevt)\b/,
    write: "target=%ka.target.resource/%ka.target.name",
  },
];

/** Events without a process. */
const withoutProcess: ReadonlySet<string> = new Set([
  "container",
  "container_removed",
  "drop",
  "pluginevent",
  "asyncevent",
]);

const rule: LintRule = {
  id: "falco/output-fields",
  severity: "notice",
  confidence: "medium",
  summary: "An output lacks what a responder asks first: user, command, container, image, pod, namespace",
  fixable: true,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const onSystemCalls = questionsFor(ruleset);
      for (const definition of ruleset.result.rules) {
        const { name, output } = definition;
        const open = runs(ruleset, definition) ? openQuestions(definition, onSystemCalls) : [];
        const location = open.length === 0 ? undefined : lastLocation(ruleset, definition, "output");
        if (location === undefined) continue;
        const add = open.map(({ write }) => write).join(" ");
        const fix = appending(ruleset, output, add);
        yield {
          at: location,
          message: `The alert of "${name}" does not tell ${listed(open.map(({ what }) => what))}.`,
          help: `Add \`${add}\`: responders look there first, and the event itself is not kept.`,
          ...(fix === undefined ? {} : { fix }),
        };
      }
    }
  },
};

/** The questions that the output of a rule leaves open; none for rules on events of other plugins. */
function openQuestions(definition: RuleDefinition, onSystemCalls: readonly Question[]): Question[] {
  const isAudit = definition.source === "k8s_audit";
  if (!isAudit && !hasProcess(definition)) return [];
  // A transformed field still carries the value.
  const fields = definition.outputFields.flatMap(fieldsIn);
  const questions = isAudit ? byRequest : onSystemCalls;
  return questions.filter(({ answers }) => !fields.some((field) => answers.test(field)));
}

/** The fix that adds fields to an output; undefined where the end of the output is not in a file as it is. */
function appending({ sources }: Ruleset, output: TracedText, add: string): Problem["fix"] {
  const end = output.locate({ start: output.text.length - 1, end: output.text.length });
  const source = end && sources[end.fileIndex];
  if (source === undefined || end === undefined || !endsPlainly(output.text)) return undefined;
  const at = { text: source.text, span: insertion(output.text, end.span) };
  return { description: `Add \`${add}\` to the output`, safe: false, edits: [{ at, text: ` ${add}` }] };
}

/** Whether the last characters are the same in the file as in the text. */
function endsPlainly(text: string): boolean {
  return /[\w)\]]$/.test(text);
}

/** Behind the last character, or before it where it closes a parenthesis around the fields. */
function insertion(text: string, { start, end }: { start: number; end: number }) {
  return text.endsWith(")") ? { start, end: start } : { start: end, end };
}

function hasProcess({ source, eventTypes }: RuleDefinition): boolean {
  if (source !== syscallSource || eventTypes?.size === 0) return false;
  return eventTypes === undefined || [...eventTypes].some((event) => !withoutProcess.has(event));
}

function fieldsIn(text: string): string[] {
  return text.match(/(?<![\w.])[a-z]\w*(?:\.\w+)+/g) ?? [];
}

/** What the outputs of rules on system calls have to answer in a deployment, which may append fields of its own. */
function questionsFor({ stack, result }: Ruleset): readonly Question[] {
  if (stack === undefined || stack.config.state === "unknown") return byProcess;
  const { root, parts } = stack.config.value;
  const appended = at(root, "append_output");
  const fields = fieldsIn(JSON.stringify(toData(appended) ?? null));
  const questions = byProcess.filter(({ answers }) => !fields.some((field) => answers.test(field)));
  // The container plugin suggests its fields, and the image's falco.yaml, the chart and the operator take them up.
  const isOwn =
    ["manifest", "kustomize", "compose"].includes(stack.kind) &&
    parts.some(({ path }) => path.endsWith("/falco.yaml"));
  const { plugins, features } = result.engine;
  const hasContainers = plugins.has("container") || !features.containerFieldsFromPlugin;
  const { flags } = stack.command;
  // Whatever else is appended is somebody's answer to this.
  const isAppended = items(appended).length > 0 || flags.has("p") || flags.has("print");
  return isOwn && hasContainers && !isAppended ? [...questions, ...byContainer] : questions;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export default rule;
