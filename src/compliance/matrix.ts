import validateMatrix from "../../schemas/matrix.schema.json?validator=all";
import {
  at,
  entries,
  items,
  type Location,
  type Node,
  type SchemaError,
  type SeqNode,
  type Source,
  text,
  validateNode,
} from "../project/index.ts";
import { type Runtime, runtimes } from "./coverage.ts";

/** A framework that the matrix says is in use. */
export interface FrameworkUse extends Location {
  readonly id: string;
  /** The edition that the control ids are of, where the matrix states it. */
  readonly version: string | undefined;
  readonly baseline: (Location & { readonly id: string }) | undefined;
  /** Ids as written; undefined means all of the framework. */
  readonly selection: readonly (Location & { readonly id: string })[] | undefined;
}

/** The statement that a control does not apply. */
export interface OutOfScope extends Location {
  readonly reason: string;
  readonly owner: string;
  /** Last day, `YYYY-MM-DD`; undefined for good. */
  readonly until: string | undefined;
}

/** What the matrix says of one control. The location is that of the control's id. */
export interface MatrixEntry extends Location {
  readonly framework: Location & { readonly id: string };
  /** The control's id as written. */
  readonly controlId: string;
  readonly rules: readonly (Location & { readonly name: string })[];
  /** The list of rules, to add to. */
  readonly rulesNode: SeqNode | undefined;
  readonly scope: OutOfScope | undefined;
  readonly runtime: (Location & { readonly class: Runtime; readonly reason: string }) | undefined;
}

/** A matrix file, as written. What it names may not exist. */
export interface Matrix {
  readonly source: Source;
  readonly errors: readonly SchemaError[];
  readonly frameworks: readonly FrameworkUse[];
  readonly entries: readonly MatrixEntry[];
  /** The `controls` map, to add to. */
  readonly controls: Node | undefined;
}

/** Reads what can be read of a matrix file; what does not follow the schema is in `errors`. */
export function readMatrix(source: Source): Matrix {
  const root = source.documents[0]?.root;
  return {
    source,
    errors: root === undefined ? [] : validateNode(root, validateMatrix),
    frameworks: items(at(root, "frameworks")).flatMap(readUse),
    entries: entries(at(root, "controls")).flatMap((framework) =>
      entries(framework.value).map(({ key, keyLocation, value }) => ({
        ...keyLocation,
        framework: { ...framework.keyLocation, id: framework.key },
        controlId: key,
        ...readEntry(value),
      })),
    ),
    controls: at(root, "controls"),
  };
}

function readUse(node: Node): FrameworkUse[] {
  const idNode = at(node, "id");
  const id = text(idNode);
  if (id === undefined || idNode === undefined) return [];
  const baseline = at(node, "baseline");
  const selection = at(node, "selection");
  return [
    {
      ...location(idNode),
      id,
      version: text(at(node, "version")),
      baseline: baseline === undefined ? undefined : { ...location(baseline), id: text(baseline) ?? "" },
      selection:
        selection === undefined
          ? undefined
          : named(selection).map(({ name, ...at }) => ({ ...at, id: name })),
    },
  ];
}

function readEntry(value: Node): Pick<MatrixEntry, "rules" | "rulesNode" | "scope" | "runtime"> {
  // A control may be given its rules at once, without the key for them.
  const rules = value.kind === "seq" ? value : at(value, "rules");
  const scope = at(value, "scope");
  const runtime = at(value, "runtime");
  return {
    rules: named(rules),
    rulesNode: rules?.kind === "seq" ? rules : undefined,
    scope:
      scope === undefined
        ? undefined
        : {
            ...location(scope),
            reason: text(at(scope, "reason")) ?? "",
            owner: text(at(scope, "owner")) ?? "",
            until: text(at(scope, "until")),
          },
    runtime: readOverride(runtime),
  };
}

function readOverride(node: Node | undefined): MatrixEntry["runtime"] {
  const written = text(at(node, "class"));
  const runtime = runtimes.find((one) => one === written);
  if (node === undefined || runtime === undefined) return undefined;
  return { ...location(node), class: runtime, reason: text(at(node, "reason")) ?? "" };
}

function named(node: Node | undefined): (Location & { name: string })[] {
  return items(node).flatMap((item) => {
    const name = text(item);
    return name === undefined ? [] : [{ ...location(item), name }];
  });
}

function location({ text, span }: Location): Location {
  return { text, span };
}
