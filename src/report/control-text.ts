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
  options: { readonly color: boolean; readonly width: number },
): string {
  const page = new Page(options);
  const isHeading = explanation.below.length > 0;
  addHead(page, explanation);
  if (isHeading) addBelow(page, explanation);
  addEvidence(page, explanation);
  if (explanation.runtime !== "none" && !isHeading) addStanding(page, explanation);
  addReferences(page, explanation);
  return page.text;
}

/** Lines of a terminal, wrapped to its width. */
class Page {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly #width: number;
  readonly #lines: string[] = [];

  constructor({ color, width }: { readonly color: boolean; readonly width: number }) {
    this.colors = picocolors.createColors(color);
    this.#width = width;
  }

  get text(): string {
    return this.#lines.join("\n");
  }

  line(line: string): void {
    this.#lines.push(line);
  }

  /** Text of the repository or of a catalog, wrapped. */
  say(text: string, indent = "  ", style = (line: string) => line): void {
    const lines = wrap(visible(text), this.#width - indent.length);
    this.#lines.push(...lines.map((line) => indent + style(line)));
  }

  section(title: string): void {
    this.#lines.push("", this.colors.bold(title));
  }
}

function addHead(page: Page, explanation: ControlExplanation): void {
  const { framework, above, before, id } = explanation;
  const { bold, cyan, dim } = page.colors;
  const title = explanation.title === "" ? "" : `  ${visible(explanation.title)}`;
  page.line(`${bold(cyan(`${framework.id}:${visible(id)}`))}${bold(title)}`);
  page.say([`${framework.name}, ${framework.version}`, ...above.map(titled)].join(" > "), "", dim);

  page.line("");
  if (explanation.below.length > 0)
    page.say("A heading: it is not counted, and nothing is mapped to it.", "");
  else page.say(`${runtimes[explanation.runtime]} ${explanation.why}`, "");
  if (explanation.part !== undefined) page.say(`The part: ${explanation.part}.`, "");
  if (before.was !== undefined) page.say(`In ${before.version} the id ${id} was: ${before.was}.`, "");
  if (before.ids.length > 0) page.say(`Ids in ${before.version}: ${before.ids.join(", ")}.`, "");
}

function addBelow(page: Page, { below }: ControlExplanation): void {
  page.section("Controls below it");
  for (const { id, title, runtime } of below) page.say(`${padEnd(runtime, 7)}  ${id} ${title}`);
}

function addEvidence(page: Page, { signals, properties }: ControlExplanation): void {
  const { cyan, dim } = page.colors;
  if (signals.length > 0) page.section("Events that show it; any one is evidence");
  for (const { id, definition, sources, rules } of signals) {
    page.line(`  ${cyan(visible(id))} ${dim(`(${visible(sources.join(", "))})`)}`);
    page.say(definition, "    ");
    if (rules.length > 0) page.say(`Upstream: ${rules.join(", ")}`, "    ");
  }
  if (properties.length > 0) page.section("What the monitoring must have; all of it is needed");
  for (const { id, definition } of properties) {
    page.line(`  ${cyan(visible(id))}`);
    page.say(definition, "    ");
  }
}

/** How far the control gets in this repository. */
function addStanding(page: Page, { coverage, suggestions }: ControlExplanation): void {
  page.section("Here");
  if (coverage === undefined) page.say("The matrix does not ask for it.");
  else addCoverage(page, coverage);
  for (const { rule, because } of suggestions) page.say(`Would cover it: "${rule}" ${because}.`);
}

function addCoverage(page: Page, coverage: NonNullable<ControlExplanation["coverage"]>): void {
  const { dim, green, yellow } = page.colors;
  const { rung, covered, outOfScope, blockedBy, rules } = coverage;
  if (outOfScope !== null) page.say(`Out of scope: ${outOfScope}`);
  page.line(`  ${covered ? green(`covered, at ${rung}`) : yellow(`not covered, at ${rung ?? "nothing"}`)}`);
  for (const rule of rules) {
    page.line(`  ${visible(rule.name)} ${dim(`(${rule.rung ?? "missing"})`)}`);
    const shown = rule.blockedBy ?? rule.evidence;
    if (shown !== undefined)
      page.say("reason" in shown ? at(shown.reason, shown) : at(shown.sentence, shown), "    ");
  }
  if (rules.length === 0 && blockedBy !== null) page.say(blockedBy.reason);
}

function addReferences(page: Page, { id, crosswalk, also, framework }: ControlExplanation): void {
  if (crosswalk.length > 0) page.section("Controls of other frameworks that the same shows");
  for (const { framework, controls } of crosswalk)
    page.say(`${framework}: ${controls.map((control) => control.id).join(", ")}`);
  if (also.length > 0) {
    page.line("");
    page.say(`The id is one of ${also.join(", ")} too: write ${also[0]}:${id}.`, "");
  }
  if (framework.url !== undefined) {
    page.line("");
    page.line(page.colors.dim(visible(framework.url)));
  }
}

function titled({ id, title }: { readonly id: string; readonly title: string }): string {
  return title === "" ? id : `${id} ${title}`;
}

function at(text: string, { file, line }: { readonly file?: string; readonly line?: number }): string {
  return file === undefined ? text : `${text} (${file}${line === undefined ? "" : `:${line}`})`;
}
