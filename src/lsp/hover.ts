import type { Hover, MarkupContent } from "vscode-languageserver";
import type { Control, Framework, RuleCoverage } from "../compliance/index.ts";
import { type ConditionToken, describeField, explainEvent, print } from "../falco/index.ts";
import type { Location } from "../project/index.ts";
import { fieldMarkdown } from "../report/index.ts";
import type { Feature } from "./feature.ts";
import { controlAt } from "./named-controls.ts";
import { rangeOf } from "./ranges.ts";
import { contextAtPosition, type PositionContext } from "./requests.ts";
import { itemsOf } from "./rules-file.ts";
import { outputFields } from "./semantic-tokens.ts";
import { conditionAt, tokenAt } from "./written-conditions.ts";
import { definitionsOf, type Name, nameAt } from "./written-names.ts";

/** Says what is at a place: a field, an event type, a macro, a list, a rule, a control. */
export const hover: Feature = (connection, workspaces) => {
  connection.onHover(async (params): Promise<Hover | undefined> => {
    const context = await contextAtPosition(workspaces, params);
    if (context === undefined) return undefined;
    return (
      (await hoverOfCondition(context)) ??
      (await hoverOfOutput(context)) ??
      hoverOfName(context) ??
      (await hoverOfControl(context))
    );
  });
};

async function hoverOfCondition(context: PositionContext): Promise<Hover | undefined> {
  const place = conditionAt(context.sources, context.offset);
  const token = place && tokenAt(place);
  if (place === undefined || token === undefined) return undefined;
  const at = { text: place.text, span: token.span };
  if (token.kind === "field") return shown(await fieldText(token.text), at);
  return token.kind === "value" ? shown(eventText(token), at) : undefined;
}

async function hoverOfOutput({ sources, offset }: PositionContext): Promise<Hover | undefined> {
  for (const { output } of sources.flatMap(itemsOf)) {
    if (output === undefined) continue;
    for (const { name, span } of outputFields(output.content)) {
      const { span: inFile } = output.toFile(span);
      if (inFile.start <= offset && offset <= inFile.end)
        return shown(await fieldText(name), { text: output, span });
    }
  }
  return undefined;
}

function hoverOfName(context: PositionContext): Hover | undefined {
  const name = nameAt(context.analysis, context.file, context.offset);
  if (name === undefined) return undefined;
  return shown(name.kind === "rule" ? ruleText(name, context) : definitionText(name, context), name.at);
}

async function hoverOfControl({ analysis, sources, offset }: PositionContext): Promise<Hover | undefined> {
  const found = await controlAt(analysis, sources, offset);
  return found && shown(controlText(found.framework, found.control), found.at);
}

function shown(value: string | undefined, at: Location): Hover | undefined {
  if (value === undefined) return undefined;
  const contents: MarkupContent = { kind: "markdown", value };
  return { contents, range: rangeOf(at) };
}

/** A field as Markdown; undefined for none that is known. */
export async function fieldText(name: string): Promise<string | undefined> {
  const description = await describeField(name);
  return description && `**${description.name}**\n\n${fieldMarkdown(description)}`;
}

function eventText({ text }: ConditionToken): string | undefined {
  const event = explainEvent(text);
  if (event === undefined) return undefined;
  const known = event.parameters.map((name) => `\`evt.arg.${name}\``).join(", ");
  return `**${event.name}**: an event type\n\nParameters: ${known === "" ? "none known" : known}`;
}

/** Limit of characters of a resolved text. */
const longest = 2000;

/** What Falco puts in the place of a macro or a list. */
function definitionText(name: Name, { analysis }: PositionContext): string | undefined {
  const home = definitionsOf(analysis, name)[0]?.source ?? name.source;
  const result = analysis.rulesetOf(home)?.result;
  const code = (text: string) =>
    `\`\`\`falco\n${text.length > longest ? `${text.slice(0, longest)}…` : text}\n\`\`\``;
  if (name.kind === "list") {
    const list = result?.lists.find((one) => one.name === name.name);
    if (list === undefined) return undefined;
    const values = list.external
      ? "of the rules that the Falco project publishes"
      : `${list.values.length} values`;
    return `**${name.name}**: a list, ${values}${list.external ? "" : `\n\n${code(list.values.map(({ text }) => text).join(", "))}`}`;
  }
  const macro = result?.macros.find((one) => one.name === name.name);
  if (macro === undefined) return undefined;
  if (macro.external) return `**${name.name}**: a macro of the rules that the Falco project publishes`;
  const resolved = macro.resolved === undefined ? macro.expanded.text : print(macro.resolved);
  return `**${name.name}**: a macro, in full\n\n${code(resolved)}`;
}

function ruleText({ name, source }: Name, { analysis, workspace }: PositionContext): string {
  const rule = analysis.rulesets
    .filter(({ sources }) => source.kind !== "falco-rules" || sources.includes(source))
    .flatMap(({ result }) => result.rules)
    .find((one) => one.name === name);
  const coverage = workspace.coverageOf(name);
  const lines = [`**${name}**`];
  if (rule !== undefined)
    lines.push(`${rule.priority}, events of ${rule.source}${rule.enabled ? "" : ", disabled"}`);
  if (coverage !== undefined) lines.push(rungText(coverage));
  if (rule?.resolved !== undefined) {
    const condition = print(rule.resolved);
    lines.push(
      `\`\`\`falco\n${condition.length > longest ? `${condition.slice(0, longest)}…` : condition}\n\`\`\``,
    );
  }
  return lines.join("\n\n");
}

/** How far a rule gets, and what keeps it from the next rung. */
export function rungText({ rung, blockedBy }: RuleCoverage): string {
  const reached = rung === null ? "Not a rule that is loaded" : `Rung: **${rung}**`;
  if (blockedBy === null) return reached;
  const where = blockedBy.file === undefined ? "" : ` (${blockedBy.file}:${blockedBy.line})`;
  return `${reached}. Not ${blockedBy.rung}: ${blockedBy.reason}${where}`;
}

function controlText({ name, version }: Framework, { id, title, runtime, why, part }: Control): string {
  const lines = [`**${name} ${id}**: ${title}`, `${name} ${version}, runtime: ${runtime}`, why];
  if (part !== undefined) lines.push(`A detector shows a part: ${part}`);
  return lines.filter((line) => line !== "").join("\n\n");
}
