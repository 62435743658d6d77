import type { CompletionItem } from "vscode-languageserver";
import { at, type Source } from "../project/index.ts";
import {
  type ConditionCompletion,
  completeCondition,
  describeItem,
  fieldItems,
} from "./condition-completion.ts";
import type { Feature } from "./feature.ts";
import { inwards, rangeFrom } from "./ranges.ts";
import { contextAtPosition, type PositionContext } from "./requests.ts";
import { itemsOf } from "./rules-file.ts";
import { conditionBefore } from "./written-conditions.ts";
import { completeYaml } from "./yaml-completion.ts";
import { yamlPlaceAt } from "./yaml-place.ts";

/** Completes what is being written by its context. */
export const completion: Feature = (connection, workspaces) => {
  connection.onCompletion(async (params) => {
    const context = await contextAtPosition(workspaces, params);
    if (context === undefined) return [];
    const { prefix, items: found } = (await completionsAt(context)) ?? { prefix: "", items: [] };
    const { text, offset } = context;
    const range = rangeFrom(text.position(offset - prefix.length), text.position(offset));
    return found.map((item): CompletionItem => {
      const { insertText = item.label, ...rest } = item;
      return { ...rest, textEdit: { range, newText: insertText } };
    });
  });
  connection.onCompletionResolve(describeItem);
};

async function completionsAt(context: PositionContext): Promise<ConditionCompletion | undefined> {
  const { analysis, sources, offset, text } = context;
  for (const source of sources.toReversed()) {
    const condition = conditionBefore(source, offset);
    if (condition !== undefined) return completeCondition(condition.before, condition.item, source, analysis);
    const output = completeOutput(source, context);
    if (output !== undefined) return output;
  }
  // An embedded text does not reach as far as the line that is being begun.
  const line = text.content.slice(text.content.lastIndexOf("\n", offset - 1) + 1, offset);
  for (const source of sources.toReversed()) {
    const inner = inwards(source.text, offset);
    if (inner === undefined) continue;
    const place = yamlPlaceAt(source.text.content, inner);
    if (line.endsWith(place.prefix))
      return { prefix: place.prefix, items: await completeYaml(place, source, analysis, inner) };
  }
  return undefined;
}

/** A field behind a percent sign of an output. */
function completeOutput(
  source: Source,
  { analysis, text, offset }: PositionContext,
): ConditionCompletion | undefined {
  const written = /%([\w.]*)$/.exec(text.content.slice(Math.max(0, offset - 100), offset))?.[1];
  if (written === undefined) return undefined;
  const ruleset = analysis.rulesetOf(source);
  for (const item of itemsOf(source)) {
    const node = at(item.node, "output");
    if (node?.kind !== "scalar" || item.output === undefined || ruleset === undefined) continue;
    const { span } = node.text.toFile(node.span);
    if (span.start <= offset && offset <= span.end)
      return { prefix: written, items: fieldItems({ ruleset, item, before: item.condition?.content ?? "" }) };
  }
  return undefined;
}
