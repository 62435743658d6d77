import { conditionTokens } from "../falco/index.ts";
import { at, entries, items, type Location, type Node, ofKind, type Source, text } from "../project/index.ts";
import { readRunbooks } from "../runbook/index.ts";
import type { Analysis } from "./analysis.ts";
import { type ItemKind, itemsOf, type WrittenItem } from "./rules-file.ts";

/** A place in a file where a rule, a macro or a list is named. */
export interface Name {
  readonly kind: ItemKind;
  readonly name: string;
  readonly at: Location;
  readonly source: Source;
  /** A `value` is the name of a list only where there is one of that name. */
  readonly role: "definition" | "change" | "reference" | "value";
  /** The item that it names or that contains it; undefined outside of rules files. */
  readonly item: WrittenItem | undefined;
}

const read = new WeakMap<Source, readonly Name[]>();

/** All names in a source. */
export function namesIn(source: Source): readonly Name[] {
  const known = read.get(source) ?? [...findNames(source)];
  read.set(source, known);
  return known;
}

function* findNames(source: Source): Iterable<Name> {
  for (const item of itemsOf(source)) yield* namesOfItem(item, source);
  for (const node of ruleNodes(source)) {
    const name = text(node);
    if (name !== undefined)
      yield { kind: "rule", name, at: node, source, role: "reference", item: undefined };
  }
}

function* namesOfItem(item: WrittenItem, source: Source): Iterable<Name> {
  const { kind, name, nameNode, changes, node, condition } = item;
  yield { kind, name, at: nameNode, source, role: changes ? "change" : "definition", item };
  for (const token of condition === undefined ? [] : conditionTokens(condition.content)) {
    const place = { name: token.text, at: { text: condition!, span: token.span }, source, item };
    if (token.kind === "macro") yield { ...place, kind: "macro", role: "reference" };
    else if (token.kind === "list") yield { ...place, kind: "list", role: "reference" };
    else if (token.kind === "value") yield { ...place, kind: "list", role: "value" };
  }
  const values = [
    ...(kind === "list" ? items(at(node, "items")) : []),
    ...items(at(node, "exceptions")).flatMap((exception) => scalarsIn(at(exception, "values"))),
  ];
  for (const value of values) {
    const list = text(value);
    if (list !== undefined) yield { kind: "list", name: list, at: value, source, role: "value", item };
  }
}

function scalarsIn(node: Node | undefined): Node[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node];
  return node.kind === "seq" ? node.items.flatMap(scalarsIn) : [];
}

/** The names of rules in a matrix, a test file or the front matter of a runbook. */
function ruleNodes(source: Source): readonly Node[] {
  const root = source.documents[0]?.root;
  if (source.kind === "matrix")
    return entries(at(root, "controls")).flatMap(({ value }) =>
      entries(value).flatMap((control) =>
        items(control.value.kind === "seq" ? control.value : at(control.value, "rules")),
      ),
    );
  if (source.kind === "rule-tests") return items(at(root, "tests")).flatMap((test) => at(test, "rule") ?? []);
  if (source.kind !== "markdown") return [];
  return readRunbooks({ sources: [source], skipped: [] }).flatMap(({ front }) =>
    (front?.rules ?? []).map(({ name, text: page, span }) => ({
      kind: "scalar",
      value: name,
      style: "plain",
      text: page,
      span,
    })),
  );
}

/** The name at an offset of a file: a list only where there is one. */
export function nameAt(analysis: Analysis, file: string, offset: number): Name | undefined {
  for (const source of analysis.sourcesOf(file)) {
    for (const name of namesIn(source)) {
      const { span } = name.at.text.toFile(name.at.span);
      if (span.start > offset || offset > span.end) continue;
      if (name.role !== "value" || definitionsOf(analysis, name).length > 0) return name;
    }
  }
  return undefined;
}

/** The items that define what a name stands for, in load order. */
export function definitionsOf(analysis: Analysis, { kind, name, source }: Name): readonly Name[] {
  return rulesFilesFor(analysis, source)
    .flatMap(namesIn)
    .filter((other) => other.kind === kind && other.name === name && other.role === "definition");
}

/** All places that name the same thing. */
export function occurrencesOf(analysis: Analysis, { kind, name, source }: Name): readonly Name[] {
  const around =
    kind === "rule"
      ? (["matrix", "rule-tests", "markdown"] as const).flatMap((each) => ofKind(analysis.project, each))
      : [];
  return [...rulesFilesFor(analysis, source), ...around]
    .flatMap(namesIn)
    .filter((other) => other.kind === kind && other.name === name);
}

/** The rules files in which a name of a file means the same. */
export function rulesFilesFor(analysis: Analysis, source: Source): readonly Source[] {
  return source.kind === "falco-rules"
    ? analysis.loadedWith(source)
    : ofKind(analysis.project, "falco-rules");
}
