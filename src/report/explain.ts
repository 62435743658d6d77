import picocolors from "picocolors";
import type { ControlExplanation } from "../compliance/index.ts";
import { padEnd, wrap } from "./columns.ts";
import { visible } from "./escape.ts";

const runtimes = {
  detect: "A runtime detector can see it.",
  partial: "A runtime detector can see a part of it.",
  support: "The monitoring itself is the evidence.",
  none: "No runtime detector can see it.",
};

/** A control's explanation for a terminal. */
export function controlText(
  explanation: ControlExplanation,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { bold, cyan, dim, green, yellow } = picocolors.createColors(color);
  const { framework, coverage } = explanation;
  const lines: string[] = [];
  const say = (text: string, indent = "  ") =>
    lines.push(...wrap(visible(text), width - indent.length).map((line) => indent + line));
  const section = (title: string) => lines.push("", bold(title));

  const title = explanation.title === "" ? "" : `  ${visible(explanation.title)}`;
  lines.push(`${bold(cyan(`${framework.id}:${visible(explanation.id)}`))}${bold(title)}`);
  const path = [`${framework.name}, ${framework.version}`, ...explanation.above.map(titled)];
  lines.push(...wrap(visible(path.join(" > ")), width).map(dim));

  lines.push("");
  if (explanation.below.length > 0) say("A heading: it is not counted, and nothing is mapped to it.", "");
  else say(`${runtimes[explanation.runtime]} ${explanation.why}`, "");
  if (explanation.part !== undefined) say(`The part: ${explanation.part}.`, "");
  if (explanation.before.was !== undefined)
    say(`In ${explanation.before.version} the id ${explanation.id} was: ${explanation.before.was}.`, "");
  if (explanation.before.ids.length > 0)
    say(`Ids in ${explanation.before.version}: ${explanation.before.ids.join(", ")}.`, "");

  if (explanation.below.length > 0) {
    section("Controls below it");
    for (const { id, title, runtime } of explanation.below) say(`${padEnd(runtime, 7)}  ${id} ${title}`);
  }
  if (explanation.signals.length > 0) {
    section("Events that show it; any one is evidence");
    for (const { id, definition, sources, rules } of explanation.signals) {
      lines.push(`  ${cyan(visible(id))} ${dim(`(${visible(sources.join(", "))})`)}`);
      say(definition, "    ");
      if (rules.length > 0) say(`Upstream: ${rules.join(", ")}`, "    ");
    }
  }
  if (explanation.properties.length > 0) {
    section("What the monitoring must have; all of it is needed");
    for (const { id, definition } of explanation.properties) {
      lines.push(`  ${cyan(visible(id))}`);
      say(definition, "    ");
    }
  }
  if (explanation.runtime !== "none" && explanation.below.length === 0) {
    section("Here");
    if (coverage === undefined) say("The matrix does not ask for it.");
    else {
      const { rung, covered, outOfScope, blockedBy, rules } = coverage;
      if (outOfScope !== null) say(`Out of scope: ${outOfScope}`);
      lines.push(
        `  ${covered ? green(`covered, at ${rung}`) : yellow(`not covered, at ${rung ?? "nothing"}`)}`,
      );
      for (const rule of rules) {
        lines.push(`  ${visible(rule.name)} ${dim(`(${rule.rung ?? "missing"})`)}`);
        const shown = rule.blockedBy ?? rule.evidence;
        if (shown !== undefined)
          say("reason" in shown ? at(shown.reason, shown) : at(shown.sentence, shown), "    ");
      }
      if (rules.length === 0 && blockedBy !== null) say(blockedBy.reason);
    }
    for (const { rule, because } of explanation.suggestions) say(`Would cover it: "${rule}" ${because}.`);
  }
  if (explanation.crosswalk.length > 0) {
    section("Controls of other frameworks that the same shows");
    for (const { framework, controls } of explanation.crosswalk)
      say(`${framework}: ${controls.map(({ id }) => id).join(", ")}`);
  }
  if (explanation.also.length > 0) {
    lines.push("");
    say(
      `The id is one of ${explanation.also.join(", ")} too: write ${explanation.also[0]}:${explanation.id}.`,
      "",
    );
  }
  if (framework.url !== undefined) lines.push("", dim(visible(framework.url)));
  return lines.join("\n");
}

function titled({ id, title }: { readonly id: string; readonly title: string }): string {
  return title === "" ? id : `${id} ${title}`;
}

function at(text: string, { file, line }: { readonly file?: string; readonly line?: number }): string {
  return file === undefined ? text : `${text} (${file}${line === undefined ? "" : `:${line}`})`;
}
