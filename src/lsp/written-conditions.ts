import { type ConditionToken, conditionTokens } from "../falco/index.ts";
import { entry, type Source, type Text } from "../project/index.ts";
import { inwards } from "./ranges.ts";
import { itemsOf, type WrittenItem } from "./rules-file.ts";

/** A place in a condition. */
export interface InCondition {
  readonly source: Source;
  readonly item: WrittenItem;
  readonly text: Text;
  /** In the condition. */
  readonly offset: number;
}

/** The condition that holds an offset of a file. */
export function conditionAt(sources: readonly Source[], offset: number): InCondition | undefined {
  for (const source of sources) {
    for (const item of itemsOf(source)) {
      const text = item.condition;
      const inner = text && holds(text, offset) ? inwards(text, offset) : undefined;
      if (text !== undefined && inner !== undefined) return { source, item, text, offset: inner };
    }
  }
  return undefined;
}

function holds(text: Text, offset: number): boolean {
  const { span } = text.toFile({ start: 0, end: text.content.length });
  return span.start <= offset && offset <= span.end;
}

/** The token of a condition at an offset of it. */
export function tokenAt({ text, offset }: InCondition): ConditionToken | undefined {
  return conditionTokens(text.content).find(({ span }) => span.start <= offset && offset <= span.end);
}

/**
 * The condition as far as it is written in front of an offset of its file: also behind its last word, where YAML does
 * not count blanks to it. Undefined where no condition is being written.
 */
export function conditionBefore(
  source: Source,
  offset: number,
): { readonly item: WrittenItem; readonly before: string } | undefined {
  for (const item of itemsOf(source)) {
    const key = entry(item.node, "condition");
    if (key === undefined) continue;
    const { text: file, span } = key.keyLocation.text.toFile(key.keyLocation.span);
    if (offset <= span.end) continue;
    const before = item.condition
      ? beforeIn(item.condition, file, offset, columnOf(file, span.start))
      : /^:[ \t]+$/.test(file.content.slice(span.end, offset)) && "";
    if (typeof before === "string") return { item, before };
  }
  return undefined;
}

function beforeIn(condition: Text, file: Text, offset: number, keyColumn: number): string | undefined {
  if (holds(condition, offset)) {
    const inner = inwards(condition, offset);
    return inner === undefined ? undefined : condition.content.slice(0, inner);
  }
  const written = condition.content.trimEnd();
  const { span } = condition.toFile({ start: 0, end: written.length });
  const between = file.content.slice(span.end, offset);
  const isBlock = condition.style === "literal" || condition.style === "folded";
  const isBehind = isBlock
    ? /^\s*$/.test(between) && columnOf(file, offset) > keyColumn
    : /^[ \t]+$/.test(between);
  return offset >= span.end && isBehind ? `${written} ` : undefined;
}

function columnOf({ content }: Text, offset: number): number {
  return offset - content.lastIndexOf("\n", offset - 1) - 1;
}
