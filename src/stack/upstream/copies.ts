import { items, type Location, type Node, ofKind, type Project } from "../../project/index.ts";
import type { RulesCopy } from "./rules-copy.ts";

/** A handful of definitions may be taken over on purpose, and then they are their new owner's. */
const fewest = 10;

/** The copies of published rules files among those of a repository. */
export async function readCopies(project: Project): Promise<RulesCopy[]> {
  const candidates = ofKind(project, "falco-rules").flatMap((source) => {
    const definitions = source.documents.flatMap(({ root }) => items(root)).filter(isDefinition);
    return definitions.length < fewest ? [] : [{ source, definitions }];
  });
  if (candidates.length === 0) return [];
  // The hashes of everything that was ever published are not small, and most repositories have no copy.
  const { findCopy } = await import("./find-copy.ts");
  return candidates.flatMap(({ source, definitions }) => findCopy(source, definitions, fewest) ?? []);
}

/** Whether a location is in a definition that a copy has unchanged from the published one. */
export function isUnchanged(copies: readonly RulesCopy[]): (location: Location) => boolean {
  const byText = new Map(copies.map(({ source, unchanged }) => [source.text, unchanged]));
  return ({ text, span }) =>
    byText.get(text)?.some((item) => item.span.start <= span.start && span.start < item.span.end) ?? false;
}

function isDefinition(item: Node): boolean {
  return (
    item.kind === "map" && item.entries.some(({ key }) => key === "rule" || key === "macro" || key === "list")
  );
}
