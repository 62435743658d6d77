import { type Control, type Framework, loadFramework, lookUp } from "../compliance/index.ts";
import { at, entries, items, type Location, type Node, type Source, text } from "../project/index.ts";
import { readRunbooks } from "../runbook/index.ts";
import type { Analysis } from "./analysis.ts";
import { itemsOf } from "./rules-file.ts";

/** A control that a file names: in a matrix, in the tags of a rule, in the front matter of a runbook. */
interface NamedControl {
  readonly framework: string;
  readonly id: string;
  readonly at: Location;
}

/** The control named at an offset of a file. */
export async function controlAt(
  analysis: Analysis,
  sources: readonly Source[],
  offset: number,
): Promise<{ readonly framework: Framework; readonly control: Control; readonly at: Location } | undefined> {
  for (const source of sources) {
    for (const named of controlsIn(source, analysis)) {
      const { span } = named.at.text.toFile(named.at.span);
      if (span.start > offset || offset > span.end) continue;
      const framework = await frameworkOf(analysis, named.framework);
      const found = framework && lookUp(framework, named.id);
      if (framework !== undefined && found !== undefined && "control" in found)
        return { framework, control: found.control, at: named.at };
    }
  }
  return undefined;
}

/** A framework that is in use, or that comes with the product. */
export async function frameworkOf({ inspection }: Analysis, id: string): Promise<Framework | undefined> {
  const used = inspection.model.compliance.frameworks.find(({ framework }) => framework.id === id);
  return used?.framework ?? (await loadFramework(id));
}

function controlsIn(source: Source, { inspection }: Analysis): NamedControl[] {
  const root = source.documents[0]?.root;
  if (source.kind === "matrix")
    return entries(at(root, "controls")).flatMap(({ key, value }) =>
      entries(value).map((control) => ({ framework: key, id: control.key, at: control.keyLocation })),
    );
  if (source.kind === "markdown")
    return readRunbooks({ sources: [source], skipped: [] }).flatMap(({ front }) =>
      (front?.controls ?? []).map(({ framework, id, ...location }) => ({ framework, id, at: location })),
    );
  const { tagReader } = inspection.model.compliance;
  const tags = itemsOf(source).flatMap(({ node }): readonly Node[] => items(at(node, "tags")));
  return tags.flatMap((node) => {
    const tag = tagReader.read(text(node) ?? "");
    return tag === undefined ? [] : [{ framework: tag.framework, id: tag.controlId, at: node }];
  });
}
