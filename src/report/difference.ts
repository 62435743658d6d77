import type picocolors from "picocolors";
import type {
  ControlChange,
  ControlReference,
  DeploymentChange,
  Difference,
  RuleChange,
  RuleDifference,
  RuleMove,
  TotalChange,
} from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { wrap } from "./columns.ts";
import { count, percentText } from "./controls.ts";
import { markdownCode, markdownLink, markdownText, visible } from "./escape.ts";
import type { RenderContext, Report, SettingsChange } from "./report.ts";

/** One thing that a change does, in words that each format escapes its own way. `bad` weakens the detection, `good` strengthens it. */
export interface Statement {
  readonly tone: "bad" | "good" | "plain";
  readonly parts: readonly Part[];
}

export type Part =
  | string
  | { readonly code: string }
  | { readonly file: string; readonly line: number | null | undefined };

/** More statements than this are counted, not shown. */
const maxStatements = 60;
/** More names in one statement are counted. */
const maxNames = 20;

/** One part of what a change does: the sum in a line, and its parts with the worst first. */
export interface DescribedChange {
  readonly id: string;
  readonly title: string;
  readonly headline: string;
  readonly statements: readonly Statement[];
}

/** What a change does, its settings first, as they would change what counts. Empty without a difference. */
export function describeChanges({ difference, settingsChange }: Report): DescribedChange[] {
  return [
    ...(settingsChange === undefined ? [] : [describeSettings(settingsChange)]),
    ...(difference === undefined
      ? []
      : [
          {
            id: "change",
            title: "What this change does",
            headline: headline(difference),
            statements: statements(difference),
          },
        ]),
  ];
}

/** Files of which more are counted. */
const maxFiles = 10;

function describeSettings({ lines, difference, files }: SettingsChange): DescribedChange {
  const where = lines.map(
    ({ file, line, text }): Statement => ({ tone: "plain", parts: [`${text}`, { file, line }] }),
  );
  const more = where.length - maxStatements;
  const looks = (names: readonly string[], words: string, tone: Statement["tone"]): Statement[] => {
    if (names.length === 0) return [];
    const shown = names.slice(0, maxFiles).map((code): Part => ({ code }));
    const rest = names.length - shown.length;
    const parts = [
      `${count(names.length, "file")} ${words}:`,
      ...shown,
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ];
    return [{ tone, parts }];
  };
  return {
    id: "settings",
    title: "What its change of settings would do",
    headline:
      difference === null
        ? "comments hide findings of this change"
        : `the settings of the base decide about this change; by its own: ${headline(difference)}`,
    statements: [
      ...where.slice(0, maxStatements),
      ...(more > 0 ? [{ tone: "plain" as const, parts: [`${more} more lines, in the JSON report.`] }] : []),
      ...looks(files.left, "no longer looked at", "bad"),
      ...looks(files.joined, "newly looked at", "good"),
      ...(difference === null ? [] : statements(difference)),
    ],
  };
}

/** How many more or fewer controls are covered than before, such as "+2"; null when that is not known or none. */
export function coveredChange({ difference }: Report, framework?: string): string | null {
  const change = difference?.totals.find((total) => total.framework === framework);
  if (change === undefined || change.from === null || change.to === null) return null;
  const more = change.to.covered - change.from.covered;
  return more === 0 ? null : more > 0 ? `+${more}` : `−${-more}`;
}

/** Whether a finding is one that the older revision did not have; false when there is no older one. */
export function isNew({ difference }: Report): (finding: Finding) => boolean {
  const added = new Set(difference?.findings.added);
  return (finding) => added.has(finding.fingerprint);
}

/** What a change does, for GitHub Markdown: one line each, the heading first. Empty without a difference. */
export function differenceMarkdown(report: Report, context: RenderContext): string[] {
  const icons = { bad: "🔻", good: "🔺", plain: "▫️" };
  const part = (part: Part): string => {
    if (typeof part === "string") return markdownText(part);
    if ("code" in part) return markdownCode(clip(part.code));
    const location = markdownCode(clip(locationText(part)));
    return `(${markdownLink(location, context.link?.(part.file, part.line ?? undefined))})`;
  };
  return describeChanges(report).flatMap(({ title, headline, statements }) => [
    `### ${title}\n\n${markdownText(headline)}\n\n`,
    ...statements.map(({ tone, parts }) => `- ${icons[tone]} ${parts.map(part).join(" ")}\n`),
    "\n",
  ]);
}

/** What a change does, for a terminal: a block for each part. Empty without a difference. */
export function differenceText(
  report: Report,
  columns: number,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  const signs = { bad: colors.red("-"), good: colors.green("+"), plain: colors.dim("~") };
  const part = (part: Part): string =>
    visible(typeof part === "string" ? part : "code" in part ? clip(part.code) : `(${locationText(part)})`);
  const hanging = (first: string, rest: string, text: string) =>
    wrap(text, columns - 4).map((line, i) => (i === 0 ? first : rest) + line);
  return describeChanges(report).map(({ title, headline, statements }) =>
    [
      colors.bold(title),
      ...hanging("  ", "  ", visible(headline)),
      ...statements.flatMap(({ tone, parts }) =>
        hanging(`  ${signs[tone]} `, "    ", parts.map(part).join(" ")),
      ),
    ].join("\n"),
  );
}

function headline({ controls, totals, findings }: Difference): string {
  const number = (kind: ControlChange["kind"]) => controls.filter((change) => change.kind === kind).length;
  const parts = (["lost", "gained", "lowered", "raised", "left"] as const).flatMap((kind) => {
    const changed = number(kind);
    return changed === 0 ? [] : [`${count(changed, "control")} ${kinds[kind][1]}`];
  });
  const share = totals.find(({ framework }) => framework === undefined);
  const isFirst = share?.from?.total === 0 && share.to !== null && share.to.total > 0;
  if (isFirst) parts.unshift(`Falco added: ${count(share.to.covered, "control")} covered`);
  return [
    parts.length === 0 ? "no control is lost or gained" : parts.join(", "),
    ...(share === undefined ? [] : [`coverage ${shareText(share)}`]),
    `${count(findings.added.length, "new finding")}, ${findings.fixed} fixed`,
  ].join("; ");
}

function shareText({ from, to }: TotalChange): string {
  if (from === null || to === null) return percentText((to ?? from)?.percent ?? null);
  const numbers = (share: typeof from) => `${share.covered} of ${share.total}`;
  if (numbers(from) === numbers(to)) return `stays ${percentText(to.percent)} (${numbers(to)})`;
  return `${percentText(from.percent)} (${numbers(from)}) to ${percentText(to.percent)} (${numbers(to)})`;
}

function statements(difference: Difference): Statement[] {
  const all = [
    ...controlStatements(difference.controls),
    ...difference.deployments.map(deploymentStatement),
    ...difference.rules.map(ruleStatement),
  ];
  const order = { bad: 0, good: 1, plain: 2 };
  const sorted = all.toSorted((a, b) => order[a.tone] - order[b.tone]);
  if (sorted.length <= maxStatements) return sorted;
  const more = `${sorted.length - maxStatements} more, in the JSON report.`;
  return [...sorted.slice(0, maxStatements), { tone: "plain", parts: [more] }];
}

const kinds: Readonly<Record<ControlChange["kind"], readonly [Statement["tone"], string]>> = {
  lost: ["bad", "lost"],
  lowered: ["bad", "lowered"],
  gained: ["good", "gained"],
  raised: ["good", "raised"],
  left: ["bad", "no longer asked for"],
  joined: ["plain", "newly asked for"],
};

/** Controls that went the same way for the same reason are one statement: one line can cost many. */
function controlStatements(changes: readonly ControlChange[]): Statement[] {
  const groups = new Map<string, ControlChange[]>();
  for (const change of changes) {
    const isLevel = change.kind === "left" || change.kind === "joined";
    const way = isLevel ? [change.framework] : [change.from, change.to, change.cause, change.rules];
    const key = JSON.stringify([change.kind, way]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  const order = Object.keys(kinds);
  return [...groups.values()]
    .sort(([a], [b]) => order.indexOf(a!.kind) - order.indexOf(b!.kind))
    .map((group) => {
      const [{ kind, from, to, rules, cause }] = group as [ControlChange];
      const [tone, word] = kinds[kind];
      const parts: Part[] = [`${count(group.length, "control")} ${word}:`, ...references(group)];
      if (kind !== "left" && kind !== "joined") {
        parts.push(`(${from ?? "nothing"} to ${to ?? "nothing"}).`);
        parts.push(...moves(rules, tone));
        const [move] = rules;
        if (cause !== null && (rules.length !== 1 || move?.blockedBy?.reason !== cause.reason)) {
          parts.push(cause.reason);
          if (cause.file !== undefined) parts.push({ file: cause.file, line: cause.line });
        }
      }
      return { tone, parts };
    });
}

/** The rules that took a control down, with what holds them; or those that took it up. */
function moves(rules: readonly RuleMove[], tone: Statement["tone"]): Part[] {
  const shown = rules.slice(0, 3);
  const parts = shown.flatMap(({ name, to, blockedBy }): Part[] => {
    if (tone === "good") return ["By rule", { code: name }];
    if (blockedBy === null)
      return ["Rule", { code: name }, to === null ? "is no longer named for it." : `is ${to}.`];
    const location: Part[] =
      blockedBy.file === undefined ? [] : [{ file: blockedBy.file, line: blockedBy.line }];
    return ["Rule", { code: name }, "is held back:", blockedBy.reason, ...location];
  });
  return rules.length > shown.length ? [...parts, `and ${rules.length - shown.length} more rules`] : parts;
}

function deploymentStatement({ name, from, to }: DeploymentChange): Statement {
  return {
    tone: to.covered < from.covered ? "bad" : "good",
    parts: [
      "Deployment",
      { code: name },
      `covers ${to.covered} of ${to.total} controls by itself, and covered ${from.covered} of ${from.total}.`,
    ],
  };
}

function references(controls: readonly ControlReference[]): Part[] {
  const byFramework = new Map<string, ControlReference[]>();
  for (const control of controls) {
    const group = byFramework.get(control.framework);
    if (group === undefined) byFramework.set(control.framework, [control]);
    else group.push(control);
  }
  let room = maxNames;
  const parts: Part[] = [];
  for (const [framework, group] of byFramework) {
    const shown = group.slice(0, room);
    room -= shown.length;
    if (shown.length > 0) parts.push(framework, { code: shown.map(({ id }) => id).join(", ") });
  }
  return controls.length > maxNames ? [...parts, `and ${controls.length - maxNames} more`] : parts;
}

function ruleStatement(rule: RuleDifference): Statement {
  const location: Part[] = rule.file === null ? [] : [{ file: rule.file, line: rule.line }];
  const covered: Part[] =
    rule.controls.length === 0
      ? []
      : [rule.kind === "removed" ? "It covered" : "It covers", ...references(rule.controls)];
  const name: Part = { code: rule.name };
  switch (rule.kind) {
    case "added":
      return { tone: "good", parts: ["Rule", name, "added.", ...location, ...covered] };
    case "removed":
      // Its location is one of the older revision, to which no link leads.
      return {
        tone: "bad",
        parts: [
          "Rule",
          name,
          "removed.",
          ...(rule.file === null
            ? []
            : ["It was at", { code: locationText({ file: rule.file, line: rule.line }) }]),
          ...covered,
        ],
      };
    default: {
      const renamed: Part[] =
        rule.kind === "renamed" ? ["was called", { code: rule.was ?? "" }, "before."] : [];
      const changes = rule.changes.flatMap(changeParts);
      const tones = rule.changes.map(toneOf);
      const tone = tones.includes("bad") ? "bad" : tones.includes("good") ? "good" : "plain";
      return { tone, parts: ["Rule", name, ...renamed, ...changes, ...location, ...covered] };
    }
  }
}

function toneOf(change: RuleChange): Statement["tone"] {
  if (change.aspect === "enabled") return change.to ? "good" : "bad";
  if (change.aspect !== "condition") return "plain";
  return { less: "bad", more: "good", same: "plain", undecided: "plain" }[change.effect] as Statement["tone"];
}

function changeParts(change: RuleChange): Part[] {
  switch (change.aspect) {
    case "enabled":
      return [change.to ? "enabled." : "disabled."];
    case "priority":
      return [`priority ${change.from} to ${change.to}.`];
    case "source":
      return [`source ${change.from} to ${change.to}.`];
    case "condition": {
      const effect = {
        less: "loosened: it matches less than before.",
        more: "widened: it matches more than before.",
        same: "written differently, it matches the same.",
        undecided: "changed; whether it matches less or more is not known.",
      }[change.effect];
      const details = change.details.map((code): Part => ({ code }));
      return [effect, ...details.flatMap((part, i) => (i === 0 ? [part] : [";", part]))];
    }
  }
}

function locationText({ file, line }: Exclude<Part, string | { code: string }>): string {
  return line === null || line === undefined ? file : `${file}:${line}`;
}

function clip(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}
