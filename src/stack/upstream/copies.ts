import { items, type Location, type Node, ofKind, type Project, type Source } from "../../project/index.ts";

/** A rules file of the repository whose definitions are, for the most part, those of a published one. */
export interface RulesCopy {
  readonly source: Source;
  /** Name of the published file, such as `falco_rules.yaml`. */
  readonly file: string;
  /** The release that it equals, or comes nearest to: its own version, or `Falco 0.30.0` where it came with Falco. */
  readonly release: string;
  readonly newest: string;
  /** How many releases came after it. */
  readonly newer: number;
  /** Definitions that some release has word by word. */
  readonly unchanged: readonly Node[];
  /** How many definitions differ from every release. */
  readonly changed: number;
}

/** A handful of definitions may be taken over on purpose, and then they are their new owner's. */
const fewest = 10;

/** The copies of published rules files among those of a repository. */
export async function readCopies(project: Project): Promise<RulesCopy[]> {
  const candidates = ofKind(project, "falco-rules").flatMap((source) => {
    const definitions = source.documents.flatMap(({ root }) => items(root)).filter(isDefinition);
    return definitions.length < fewest ? [] : [{ source, definitions }];
  });
  if (candidates.length === 0) return [];
  // The hashes of all that was ever published are not small, and most repositories have no copy.
  const { findCopy } = await import("./find-copy.ts");
  return candidates.flatMap(({ source, definitions }) => findCopy(source, definitions, fewest) ?? []);
}

/** Whether a location stands in a definition that a copy has as it was published. */
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
