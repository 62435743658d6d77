import picocolors from "picocolors";
import type { Coverage, ReferenceCounts, ReferenceEveryday, SignalCoverage } from "../compliance/index.ts";
import { hang, padEnd, padStart, wrap } from "./columns.ts";
import { count, percentText } from "./controls.ts";
import { visible } from "./escape.ts";

/** What a report of any format does not show. */
export const limitation =
  "This says which controls have a detector that is deployed, and tested on reference events. It does not say that the controls were met over a period, that people act on alerts, or that the catalogs are an auditor's: none has reviewed them.";

/** Priorities whose alerts are taken to call people where a report does not say. */
const urgent: ReadonlySet<string> = new Set(["EMERGENCY", "ALERT", "CRITICAL", "ERROR"]);

/** Whether alerts of a rule call people. */
function isPage({ pages, priority }: ReferenceEveryday["rules"][number]): boolean {
  return pages ?? urgent.has(priority.toUpperCase());
}

/** The everyday acts of a signal on which a rule fires whose alerts call people. */
export function pagesOf({ everyday }: SignalCoverage): readonly ReferenceEveryday[] {
  return everyday.flatMap((act) => {
    const rules = act.rules.filter(isPage);
    return rules.length === 0 ? [] : [{ ...act, rules }];
  });
}

/** The attacks of a signal that no routed rule detects, by name. */
export function missedOf({ attacks }: SignalCoverage): readonly string[] {
  return attacks.filter(({ rules }) => rules.length === 0).map(({ name }) => name);
}

/** Whole percent, rounded down. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}

export function breadthText(signal: SignalCoverage): string {
  const detected = signal.attacks.length - missedOf(signal).length;
  return `${detected} of ${signal.attacks.length}`;
}

/** What the rules detect of all reference events, in one sentence; null where none are asked for. */
export function signalSentence({ signals = [], pagingAssumed }: Coverage): string | null {
  if (signals.length === 0) return null;
  const attacks = signals.reduce((sum, signal) => sum + signal.attacks.length, 0);
  const missed = signals.reduce((sum, signal) => sum + missedOf(signal).length, 0);
  const everyday = signals.flatMap((signal) => signal.everyday);
  const noisy = everyday.filter(({ rules }) => rules.length > 0).length;
  const pages = signals.reduce((sum, signal) => sum + pagesOf(signal).length, 0);
  return `The routed rules detect ${attacks - missed} of ${count(attacks, "reference attack")} (${percentText(shareOf(attacks - missed, attacks))}) of ${count(signals.length, "signal")}; ${noisy} of ${everyday.length} everyday events raise an alert, ${pages} of them a page.${pagingAssumed === true ? " No output among the files calls people, so ERROR and above is taken for a page." : ""}`;
}

/** What a deployment detects by itself. */
function referenceText({ attacks, detected, everyday, alerting, paging }: ReferenceCounts): string {
  return `${detected} of ${count(attacks, "attack")}, ${alerting} of ${count(everyday, "everyday event")}, ${count(paging, "page")}`;
}

interface TextOptions {
  readonly color: boolean;
  readonly width: number;
  /** Counts alone, where what is behind them would take many screens. */
  readonly firstScreen?: boolean;
}

/** Every signal with its breadth, the attacks that are missed and the everyday events that page. */
export function signalsText(coverage: Coverage, { color, width, firstScreen = false }: TextOptions): string {
  const { signals = [] } = coverage;
  const colors = picocolors.createColors(color);
  const longest = Math.max(0, ...signals.map(({ id }) => id.length));
  const lines = [
    `${padEnd("", longest)}  ${padStart("detected", 9)}  ${padStart("noise", 8)}  ${padStart("pages", 5)}`,
  ];
  for (const signal of signals) {
    const missed = missedOf(signal);
    const noisy = signal.everyday.filter(({ rules }) => rules.length > 0).length;
    const pages = pagesOf(signal);
    const share = shareOf(signal.attacks.length - missed.length, signal.attacks.length) ?? 0;
    const paint = share >= 80 ? colors.green : share >= 50 ? colors.yellow : colors.red;
    lines.push(
      `${colors.cyan(padEnd(visible(signal.id), longest))}  ${paint(padStart(breadthText(signal), 9))}  ${padStart(`${noisy} of ${signal.everyday.length}`, 8)}  ${padStart(String(pages.length), 5)}`,
    );
    if (firstScreen) continue;
    for (const name of missed)
      lines.push(...wrap(`missed: ${visible(name)}`, width - 4).map((line) => `    ${colors.dim(line)}`));
    for (const { name, rules } of pages) {
      const names = rules.map((rule) => `"${rule.name}"`).join(", ");
      lines.push(
        ...wrap(`pages: ${visible(name)} (${visible(names)})`, width - 4).map(
          (line) => `    ${colors.yellow(line)}`,
        ),
      );
    }
  }
  const sentence = signalSentence(coverage);
  if (sentence !== null) lines.push("", ...wrap(sentence, width));
  const alone = (coverage.deployments ?? []).flatMap(({ name, reference }) =>
    reference === undefined
      ? []
      : wrap(`${visible(name)}: ${referenceText(reference)}`, width - 4).map((line, i) =>
          i === 0 ? `  ${line}` : `    ${line}`,
        ),
  );
  if (alone.length > 0) lines.push("", colors.bold("Each deployment alone"), ...alone);
  if (firstScreen && signals.length > 0)
    lines.push(...wrap("falcoverage explain SIGNAL lists the events of one.", width).map(colors.dim));
  return `${lines.join("\n")}\n`;
}

/** How often a rule fires on everyday events, and how many attacks it detects. */
interface NoisyRule {
  readonly name: string;
  readonly priority: string;
  /** Whether its alerts call people. */
  readonly pages: boolean;
  readonly acts: readonly { readonly signal: string; readonly name: string; readonly who: string }[];
  readonly attacks: number;
}

/** The rules that fire on everyday events: those that call people first, then by how many. */
export function noisyRules({ signals = [] }: Coverage): readonly NoisyRule[] {
  const rules = new Map<string, { priority: string; pages: boolean; acts: NoisyRule["acts"][number][] }>();
  for (const { id, everyday } of signals) {
    for (const { name, who, rules: firing } of everyday) {
      for (const rule of firing) {
        const entry = rules.get(rule.name) ?? { priority: rule.priority, pages: isPage(rule), acts: [] };
        rules.set(rule.name, entry);
        entry.acts.push({ signal: id, name, who });
      }
    }
  }
  const detected = (rule: string): number =>
    signals.reduce((sum, { attacks }) => sum + attacks.filter((one) => one.rules.includes(rule)).length, 0);
  return [...rules]
    .map(([name, { priority, pages, acts }]) => ({ name, priority, pages, acts, attacks: detected(name) }))
    .toSorted((a, b) => Number(b.pages) - Number(a.pages) || b.acts.length - a.acts.length);
}

export function noiseText(coverage: Coverage, { color, width, firstScreen = false }: TextOptions): string {
  const colors = picocolors.createColors(color);
  const rules = noisyRules(coverage);
  if (rules.length === 0) return "No routed rule fires on an everyday event.\n";
  const lines = rules.flatMap(({ name, priority, pages, acts, attacks }) => {
    const paint = pages ? colors.red : colors.yellow;
    return [
      ...hang(
        `${colors.bold(visible(name))}  ${paint(priority.toLowerCase())}  ${count(acts.length, "everyday event")}, ${count(attacks, "attack")}`,
        width,
      ),
      ...(firstScreen ? [] : acts).flatMap((act) =>
        wrap(`${act.name} (${act.who}), of ${act.signal}`, width - 4).map((line) => `    ${visible(line)}`),
      ),
    ];
  });
  return `${lines.join("\n")}\n`;
}

/** One signal: what it is, its events, and the rules that fire on each. */
export function signalText(signal: SignalCoverage, { color, width }: TextOptions): string {
  const colors = picocolors.createColors(color);
  const lines = [colors.bold(colors.cyan(visible(signal.id))), ...wrap(visible(signal.definition), width)];
  const act = (name: string, note: string, rules: readonly string[], good: boolean): void => {
    const mark = rules.length > 0 === good ? colors.green(good ? "✓" : "–") : colors.red(good ? "✗" : "!");
    lines.push(...hang(`  ${mark} ${visible(name)} ${colors.dim(`(${visible(note)})`)}`, width));
    if (rules.length > 0)
      lines.push(...wrap(visible(rules.join(", ")), width - 6).map((line) => `      ${line}`));
  };
  lines.push("", colors.bold(`Reference attacks: ${breadthText(signal)} detected by a routed rule`));
  for (const { name, technique, rules } of signal.attacks) act(name, technique, rules, true);
  const noisy = signal.everyday.filter(({ rules }) => rules.length > 0).length;
  lines.push("", colors.bold(`Everyday events: ${noisy} of ${signal.everyday.length} raise an alert`));
  for (const { name, who, rules } of signal.everyday) {
    act(
      name,
      who,
      rules.map((rule) => `${rule.name} (${rule.priority.toLowerCase()})`),
      false,
    );
  }
  return `${lines.join("\n")}\n`;
}
