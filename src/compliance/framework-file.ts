import validateFramework from "../../schemas/framework.schema.json?validator=all";
import {
  at,
  items,
  type Location,
  type Node,
  nearest,
  type Source,
  text,
  toData,
  validateNode,
} from "../project/index.ts";
import type { Catalog, Vocabulary } from "./catalog.ts";

/** A framework of the user's own, as its file has it. */
export interface FrameworkFile {
  readonly source: Source;
  /** Without what does not follow the format; undefined when the file does not even say which framework it is. */
  readonly catalog: Catalog | undefined;
  /** What does not follow the format, or names something that does not exist. */
  readonly errors: readonly FrameworkError[];
}

interface FrameworkError extends Location {
  readonly message: string;
}

/** What controls may name, by the key under which they do. */
export type Words = Readonly<Record<"signals" | "properties", ReadonlySet<string>>>;

export function wordsOf({ signals, properties }: Vocabulary): Words {
  const ids = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id));
  return { signals: ids(signals), properties: ids(properties) };
}

/** Reads a framework file, however wrong it is. */
export function readFrameworkFile(source: Source, words: Words): FrameworkFile {
  const root = source.documents[0]?.root;
  if (root === undefined) return { source, catalog: undefined, errors: [] };
  const violations = validateNode(root, validateFramework);
  const broken = new Set(violations.flatMap(({ path }) => [path[0], `${path[0]}/${path[1]}`]));
  /** The items of a section that follow the format. */
  const valid = (section: string): Node[] =>
    items(at(root, section)).filter((_, index) => !broken.has(`${section}/${index}`));
  const head = at(root, "framework");
  const controls = valid("controls");
  const previous = valid("previous_ids");
  const withdrawn = valid("withdrawn");
  const aliases = valid("aliases");
  const data = (nodes: readonly Node[]): never => nodes.map(toData) as never;
  return {
    source,
    catalog:
      head === undefined || broken.has("framework")
        ? undefined
        : {
            framework: toData(head) as Catalog["framework"],
            controls: data(controls),
            previous_ids: data(previous),
            withdrawn: data(withdrawn),
            aliases: data(aliases),
          },
    errors: [
      ...violations,
      ...controlErrors(controls, words),
      ...successorErrors(controls, [...previous, ...withdrawn, ...aliases]),
    ],
  };
}

function* controlErrors(controls: readonly Node[], words: Words): Iterable<FrameworkError> {
  const parents = new Map<string, string | undefined>();
  for (const control of controls) {
    const id = at(control, "id")!;
    const name = text(id)!;
    if (parents.has(name))
      yield { ...id, message: `There are two controls \`${name}\`; the last one counts.` };
    parents.set(name, text(at(control, "parent")));
  }
  for (const control of controls) {
    const id = text(at(control, "id"))!;
    const parent = at(control, "parent");
    const above = text(parent);
    if (parent !== undefined && above !== undefined) {
      if (!parents.has(above))
        yield { ...parent, message: `There is no control \`${above}\`.${meant(above, parents.keys())}` };
      else if (isInCircle(id, parents))
        yield { ...parent, message: `\`${id}\` is its own parent, by way of \`${above}\`.` };
    }
    yield* wordErrors("signal", items(at(control, "signals")), words.signals);
    yield* wordErrors("property", items(at(control, "properties")), words.properties);
  }
}

function* wordErrors(
  noun: string,
  written: readonly Node[],
  known: ReadonlySet<string>,
): Iterable<FrameworkError> {
  for (const node of written) {
    const name = text(node)!;
    if (!known.has(name)) yield { ...node, message: `There is no ${noun} \`${name}\`.${meant(name, known)}` };
  }
}

/** Whether the way up from a control leads back to it. */
function isInCircle(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let above = parents.get(id); above !== undefined && !seen.has(above); above = parents.get(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}

function* successorErrors(controls: readonly Node[], ids: readonly Node[]): Iterable<FrameworkError> {
  const known = new Set(controls.map((control) => text(at(control, "id"))!));
  for (const item of ids) {
    const to = at(item, "to");
    for (const node of to?.kind === "seq" ? to.items : [to]) {
      const id = text(node);
      if (node !== undefined && id !== undefined && !known.has(id))
        yield { ...node, message: `There is no control \`${id}\`.${meant(id, known)}` };
    }
  }
}

function meant(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : ` Did you mean \`${near}\`?`;
}
