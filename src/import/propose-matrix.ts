import { Document } from "yaml";
import { type Framework, lookUp } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import {
  type ColumnNames,
  type Columns,
  controlsIn,
  findColumns,
  frameworkOf,
  rulesIn,
  withoutName,
} from "./columns.ts";
import type { Table } from "./table.ts";

export type { ColumnNames } from "./columns.ts";

interface Options {
  readonly frameworks: readonly Framework[];
  /** Names of the Falco rules that the repository has. */
  readonly rules: ReadonlySet<string>;
  /** Id of the framework that all controls are of. */
  readonly framework?: string | undefined;
  readonly columns: ColumnNames;
  /** Where the schema of a matrix is, for editors. */
  readonly schema: string;
}

/** A matrix made of a table, and what people have to know of how it was made. */
interface Proposal {
  readonly text: string;
  readonly controls: number;
  readonly rules: number;
  /** Names of frameworks. */
  readonly frameworks: readonly string[];
  readonly columns: string;
  /** What was left out or written otherwise, one line each. */
  readonly notes: readonly string[];
}

/**
 * Makes a matrix of a table of controls and rules. A rule of another spelling is taken for that of the repository; one
 * that is merely similar keeps its name, with a comment, as a guess could cover a control that nothing covers.
 *
 * @throws UsageError where the columns cannot be told, and where no row names a control and a rule
 */
export function proposeMatrix(table: Table, options: Options): Proposal {
  const { frameworks, rules: known } = options;
  const only = options.framework === undefined ? undefined : frameworkNamed(options.framework, frameworks);
  const columns = findColumns(table.rows, options.columns, { frameworks, rules: known, only });
  const collected = new Collector(known);
  for (const cells of filled(table, columns, only, frameworks)) collected.add(cells);
  if (collected.size === 0)
    throw new UsageError(`No row names a control and a rule. The columns are ${columnsText(columns)}.`);
  return {
    text: matrixOf(collected.controls, options),
    controls: collected.size,
    rules: collected.ruleCount,
    frameworks: [...collected.controls.keys()].map(({ name }) => name),
    columns: columnsText(columns),
    notes: [...collected.notes],
  };
}

interface Cells {
  readonly framework: Framework | undefined;
  /** What the row says of its framework, for a note. */
  readonly named: string;
  readonly control: string;
  readonly rules: string;
  /** In the file, from 1. */
  readonly line: number;
}

/** The rows, one for each column of controls; a cell of a merged block that only its first row has counts for all. */
function filled(
  { rows }: Table,
  { header, rules, controls, framework }: Columns,
  only: Framework | undefined,
  frameworks: readonly Framework[],
): Cells[] {
  const last = new Map<number, string>();
  const cellOf = (row: readonly string[], column: number): string => {
    const own = row[column] ?? "";
    if (own !== "") last.set(column, own);
    return own === "" ? (last.get(column) ?? "") : own;
  };
  const isWide = controls.length > 1;
  return rows.slice(header === undefined ? 0 : 1).flatMap((row, i) => {
    const named = framework === undefined ? "" : cellOf(row, framework);
    return controls.map(({ column, framework: ofColumn }) => ({
      framework: only ?? ofColumn ?? frameworkOf(named, frameworks),
      named,
      control: isWide ? (row[column] ?? "") : cellOf(row, column),
      rules: row[rules] ?? "",
      line: i + (header === undefined ? 1 : 2),
    }));
  });
}

/** Controls with their rules, and what could not be taken as it is. */
class Collector {
  readonly controls = new Map<Framework, Map<string, Map<string, string | undefined>>>();
  readonly notes = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #rules = new Set<string>();

  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  get size(): number {
    return [...this.controls.values()].reduce((sum, controls) => sum + controls.size, 0);
  }

  get ruleCount(): number {
    return this.#rules.size;
  }

  add({ framework, named, control, rules, line }: Cells): void {
    const names = rulesIn(rules, this.#known);
    if (control === "" || names.length === 0) return;
    if (framework === undefined) {
      this.notes.add(`Row ${line}: there is no framework "${named.slice(0, 60)}".`);
      return;
    }
    const ids = controlsIn(framework, control);
    if (ids.length === 0) this.#noteUnknown(framework, control, line);
    for (const id of ids) {
      const found = this.#idOf(framework, id, line);
      if (found !== undefined) this.#addRules(framework, found, names);
    }
  }

  #noteUnknown(framework: Framework, written: string, line: number): void {
    const lookup = lookUp(framework, withoutName(written, framework));
    const near = lookup.kind === "unknown" ? lookup.suggestion : undefined;
    const meant = near === undefined ? "" : ` Did you mean ${near}?`;
    this.notes.add(`Row ${line}: ${framework.name} has no control "${written.slice(0, 60)}".${meant}`);
  }

  /** The id to write; undefined for a heading, to which nothing is mapped. */
  #idOf(framework: Framework, written: string, line: number): string | undefined {
    const lookup = lookUp(framework, written);
    switch (lookup.kind) {
      case "group":
        this.notes.add(
          `Row ${line}: ${framework.name} ${lookup.control.id} is a heading: name the controls below it.`,
        );
        return undefined;
      case "retired":
        this.notes.add(
          `Row ${line}: ${framework.name} ${written} is of an older edition; a check names its successors.`,
        );
        return lookup.previous.id;
      case "unknown":
        return undefined;
      default:
        return lookup.control.id;
    }
  }

  #addRules(framework: Framework, id: string, names: readonly string[]): void {
    const controls = this.controls.get(framework) ?? new Map<string, Map<string, string | undefined>>();
    this.controls.set(framework, controls);
    const rules = controls.get(id) ?? new Map<string, string | undefined>();
    controls.set(id, rules);
    for (const written of names) {
      const { name, comment } = this.#ruleOf(written);
      rules.set(name, comment);
      this.#rules.add(name);
    }
  }

  #ruleOf(written: string): { name: string; comment: string | undefined } {
    if (this.#known.has(written)) return { name: written, comment: undefined };
    const near = nearest(written, this.#known);
    if (near !== undefined && bare(near) === bare(written)) {
      this.notes.add(`Rule "${written}" is "${near}" here.`);
      return { name: near, comment: undefined };
    }
    const meant = near === undefined ? "" : `; did you mean "${near}"?`;
    this.notes.add(`There is no rule "${written.slice(0, 80)}" here${meant === "" ? "." : meant}`);
    return { name: written, comment: ` no such rule here${meant}` };
  }
}

/** A name without what people write in different ways: case, blanks, punctuation. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function frameworkNamed(written: string, frameworks: readonly Framework[]): Framework {
  const found = frameworks.find(({ id }) => id === written) ?? frameworkOf(written, frameworks);
  if (found !== undefined) return found;
  const ids = frameworks.map(({ id }) => id);
  const near = nearest(written, ids);
  throw new UsageError(
    `There is no framework "${written}": ${near === undefined ? `there are ${ids.join(", ")}.` : `did you mean "${near}"?`}`,
  );
}

function columnsText({ header, rules, controls, framework }: Columns): string {
  const name = (column: number) => `${column + 1}${header?.[column] ? ` "${header[column]}"` : ""}`;
  const parts = [
    ...(framework === undefined ? [] : [`frameworks in ${name(framework)}`]),
    ...controls.map(
      ({ column, framework: of }) => `controls${of === undefined ? "" : ` of ${of.name}`} in ${name(column)}`,
    ),
    `rules in ${name(rules)}`,
  ];
  return parts.join(", ");
}

function matrixOf(collected: Collector["controls"], { schema }: Options): string {
  const document = new Document({});
  const frameworks = [...collected.keys()].map(({ id, version, defaultBaseline }) => ({
    id,
    version,
    ...(defaultBaseline !== undefined && { baseline: defaultBaseline }),
  }));
  const controls = Object.fromEntries(
    [...collected].map(([{ id }, rulesOf]) => [
      id,
      Object.fromEntries(
        [...rulesOf].map(([control, rules]) => [
          control,
          {
            rules: [...rules].map(([name, comment]) => {
              const node = document.createNode(name);
              if (comment !== undefined) node.comment = comment;
              return node;
            }),
          },
        ]),
      ),
    ]),
  );
  document.contents = document.createNode({ version: 1, frameworks, controls });
  document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  return document.toString({ lineWidth: 0 });
}
