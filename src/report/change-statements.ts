import type {
  ControlChange,
  ControlReference,
  DeploymentChange,
  Difference,
  RuleChange,
  RuleDifference,
  Rung,
} from "../compliance/index.ts";
import { type ChangeCause, causesOfChanges } from "./change-causes.ts";
import { changeSentence, isFirstAdoption, shareText } from "./change-sentence.ts";
import { count } from "./controls.ts";
import { frameworkNames } from "./framework-names.ts";
import type { Report, SettingsChange } from "./report.ts";

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
/** More files are counted. */
const maxFiles = 10;

/** One part of what a change does: a sentence, the sums, and the parts with the worst first. */
export interface DescribedChange {
  readonly id: "settings" | "change";
  readonly title: string;
  readonly sentence: string;
  readonly sums: string;
  readonly statements: readonly Statement[];
}

type Names = (framework: string) => string;

/** What a change does, its settings first, as they would change what counts. Empty without a difference. */
export function describeChanges(report: Report): DescribedChange[] {
  const { coverage, difference, settingsChange } = report;
  const { level } = coverage;
  const names = frameworkNames(report);
  return [
    ...(settingsChange === undefined ? [] : [describeSettings(settingsChange, level, names)]),
    ...(difference === undefined
      ? []
      : [
          {
            id: "change" as const,
            title: "What this change does",
            sentence: changeSentence(difference, level),
            sums: sumsText(difference),
            statements: statements(difference, names),
          },
        ]),
  ];
}

function describeSettings(
  { lines, difference, files }: SettingsChange,
  level: Rung,
  names: Names,
): DescribedChange {
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
    sentence:
      difference === null
        ? "Comments hide findings of this change"
        : `The settings of the base decide about this change; by its own: ${changeSentence(difference, level)}`,
    sums: difference === null ? "" : sumsText(difference),
    statements: [
      ...where.slice(0, maxStatements),
      ...(more > 0 ? [{ tone: "plain" as const, parts: [`${more} more lines, in the JSON report.`] }] : []),
      ...looks(files.left, "no longer looked at", "bad"),
      ...looks(files.joined, "newly looked at", "good"),
      ...(difference === null ? [] : statements(difference, names)),
    ],
  };
}

function sumsText({ totals, findings }: Difference): string {
  const share = totals.find(({ framework }) => framework === undefined);
  const news = `${count(findings.added.length, "new finding")}, ${findings.fixed} fixed`;
  return share === undefined ? news : `Coverage ${shareText(share)}; ${news}`;
}

/** What happened to controls, each told once and under one cause, then what else is different. */
function statements(difference: Difference, names: Names): Statement[] {
  const { controls, deployments, rules } = difference;
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const moved = controls.filter(({ kind }) => kind !== "left" && kind !== "joined");
  const isDown = ({ kind }: ControlChange) => kind === "lost" || kind === "lowered";
  const causes = [
    ...causesOfChanges(moved.filter(isDown)),
    ...causesOfChanges(moved.filter((change) => !isDown(change))),
  ];
  const explained = new Set(causes.flatMap(({ rule, others }) => [...(rule ? [rule.name] : []), ...others]));
  const listed = new Set(controls.map(keyOf));
  const rest = rules.filter(({ name }) => !explained.has(name));
  const all = [
    ...causes.map((cause) => causeStatement(cause, byName, names)),
    ...(isFirstAdoption(difference) ? [] : askedStatements(controls, names)),
    ...deploymentStatements(deployments),
    ...ruleLists(rest),
    ...rest
      .filter(({ kind }) => kind === "renamed" || kind === "changed")
      .map((rule) => ruleStatement(rule, listed, names)),
  ];
  const order = { bad: 0, good: 1, plain: 2 };
  const sorted = all.toSorted((a, b) => order[a.tone] - order[b.tone]);
  if (sorted.length <= maxStatements) return sorted;
  const more = `${sorted.length - maxStatements} more, in the JSON report.`;
  return [...sorted.slice(0, maxStatements), { tone: "plain", parts: [more] }];
}

function keyOf({ framework, id }: ControlReference): string {
  return JSON.stringify([framework, id]);
}

/** What moved controls, then the controls: by what became of them. */
function causeStatement(
  { rule, blocker, controls, others }: ChangeCause,
  rules: ReadonlyMap<string, RuleDifference>,
  names: Names,
): Statement {
  const [{ kind: first }] = controls as [ControlChange];
  const isDown = first === "lost" || first === "lowered";
  const change = rule && rules.get(rule.name);
  const located: Part[] =
    blocker?.file === undefined ? [] : [{ file: blocker.file, line: blocker.line ?? undefined }];
  const isSaid = change !== undefined && change.file === blocker?.file && change.line === blocker?.line;
  const held: Part[] =
    blocker === null || isSaid || change?.kind === "removed" ? [] : [blocker.reason, ...located];
  const also =
    others.length === 0 ? [] : [rule === undefined ? "(rules" : "(with", ...listOf(others, 3), ")"];
  const subject: Part[] =
    rule === undefined
      ? []
      : ["Rule", { code: rule.name }, ...(change === undefined ? [] : changeOf(change)), ...also];
  const groups = groupsOf(controls, ({ kind, from, to }) => JSON.stringify([kind, from, to]));
  return {
    tone: isDown ? "bad" : "good",
    parts: [
      ...groups.flatMap((group) => {
        const [{ kind, from, to }] = group as [ControlChange];
        const way = `(${from ?? "nothing"} to ${to ?? "nothing"}):`;
        return [`${count(group.length, "control")} ${kind}`, way, ...references(group, names), "."];
      }),
      ...subject,
      ...(subject.length === 0 ? [] : [isDown && held.length > 0 ? ":" : "."]),
      ...(isDown ? held : []),
      ...(rule === undefined ? also : []),
    ],
  };
}

/** Controls that were asked for in one revision only. */
function askedStatements(controls: readonly ControlChange[], names: Names): Statement[] {
  const kinds = [
    ["left", "no longer asked for", "bad"],
    ["joined", "newly asked for", "plain"],
  ] as const;
  return kinds.flatMap(([kind, words, tone]) => {
    const group = controls.filter((change) => change.kind === kind);
    if (group.length === 0) return [];
    return [
      { tone, parts: [`${count(group.length, "control")} ${words}:`, ...references(group, names), "."] },
    ];
  });
}

/** Deployments that went the same way are one statement. */
function deploymentStatements(deployments: readonly DeploymentChange[]): Statement[] {
  const groups = groupsOf(deployments, ({ from, to }) => JSON.stringify([from, to]));
  return groups.map((group): Statement => {
    const [{ from, to }] = group as [DeploymentChange];
    const names = listOf(
      group.map(({ name }) => name),
      maxFiles,
    );
    const verb = group.length === 1 ? "covers" : "cover";
    const own = group.length === 1 ? "itself" : "themselves";
    return {
      tone: to.covered < from.covered ? "bad" : "good",
      parts: [
        group.length === 1 ? "Deployment" : "Deployments",
        ...names,
        `${verb} ${to.covered} of ${to.total} controls by ${own}, and covered ${from.covered} of ${from.total}.`,
      ],
    };
  });
}

/** Rules that came and went without a control that did. */
function ruleLists(rules: readonly RuleDifference[]): Statement[] {
  const kinds = [
    ["removed", "bad"],
    ["added", "good"],
  ] as const;
  return kinds.flatMap(([kind, tone]): Statement[] => {
    const group = rules.filter((rule) => rule.kind === kind);
    const [only] = group;
    if (only === undefined) return [];
    if (group.length === 1) return [{ tone, parts: ["Rule", { code: only.name }, ...changeOf(only), "."] }];
    const shown = listOf(
      group.map(({ name }) => name),
      maxNames,
    );
    return [{ tone, parts: [`${count(group.length, "rule")} ${kind}:`, ...shown, "."] }];
  });
}

/** A rule that is different, with the controls it is named for and that nothing else here tells of. */
function ruleStatement(rule: RuleDifference, listed: ReadonlySet<string>, names: Names): Statement {
  const tones = rule.changes.map(toneOf);
  const tone = tones.includes("bad") ? "bad" : tones.includes("good") ? "good" : "plain";
  const controls = rule.controls.filter((control) => !listed.has(keyOf(control)));
  const covered = controls.length === 0 ? [] : ["It covers", ...references(controls, names), "."];
  return { tone, parts: ["Rule", { code: rule.name }, ...changeOf(rule), ".", ...covered] };
}

/** What is different about a rule, and where. */
function changeOf(rule: RuleDifference): Part[] {
  const location: Part[] = rule.file === null ? [] : [{ file: rule.file, line: rule.line }];
  switch (rule.kind) {
    case "added":
      return ["added", ...location];
    case "removed":
      // Its location is one of the older revision, to which no link leads.
      return rule.file === null
        ? ["removed"]
        : ["removed; it was at", { code: locationText({ file: rule.file, line: rule.line }) }];
    default: {
      const renamed: Part[] =
        rule.kind === "renamed" ? ["was called", { code: rule.was ?? "" }, "before"] : [];
      const changes = rule.changes.flatMap((change, i) => [
        ...(i === 0 ? [] : [";"]),
        ...changeParts(change),
      ]);
      return [...renamed, ...changes, ...location];
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
      return [change.to ? "enabled" : "disabled"];
    case "priority":
      return [`priority ${change.from} to ${change.to}`];
    case "source":
      return [`source ${change.from} to ${change.to}`];
    case "condition": {
      const effect = {
        less: "loosened, so that it matches less than before",
        more: "widened, so that it matches more than before",
        same: "written differently, and matches the same",
        undecided: "changed, and whether it matches less or more is not known",
      }[change.effect];
      const details = change.details.map((code): Part => ({ code }));
      return details.length === 0
        ? [effect]
        : [`${effect}:`, ...details.flatMap((part, i) => (i === 0 ? [part] : [",", part]))];
    }
  }
}

/** Controls by framework, as people write them. */
function references(controls: readonly ControlReference[], names: Names): Part[] {
  let room = maxNames;
  const parts: Part[] = [];
  for (const group of groupsOf(controls, (control) => control.framework)) {
    const [{ framework }] = group as [ControlReference];
    const shown = group.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) continue;
    if (parts.length > 0) parts.push(",");
    parts.push(names(framework), { code: shown.map(({ id }) => id).join(", ") });
  }
  return controls.length > maxNames ? [...parts, `and ${controls.length - maxNames} more`] : parts;
}

/** Items with the same key together, in the order in which the keys first appear. */
function groupsOf<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function listOf(names: readonly string[], most: number): Part[] {
  const shown = names.slice(0, most).flatMap((code, i): Part[] => (i === 0 ? [{ code }] : [",", { code }]));
  return names.length > most ? [...shown, `and ${names.length - most} more`] : shown;
}

/** The parts as one line, each written by `write`, with no space before punctuation. */
export function joinParts(parts: readonly Part[], write: (part: Part) => string): string {
  return parts.reduce<string>((line, part) => {
    const isTight = line === "" || line.endsWith("(") || (typeof part === "string" && /^[.,:;)]/.test(part));
    return `${line}${isTight ? "" : " "}${write(part)}`;
  }, "");
}

export function locationText({ file, line }: Exclude<Part, string | { code: string }>): string {
  return line === null || line === undefined ? file : `${file}:${line}`;
}
