import { type Framework, lookUp } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";

/** Columns that a person names, by their heading or their number from 1. */
export interface ColumnNames {
  readonly framework?: string | undefined;
  readonly control?: string | undefined;
  readonly rules?: string | undefined;
}

/** Where a table says what; numbers from 0. */
export interface Columns {
  readonly header: readonly string[] | undefined;
  readonly rules: number;
  /** A column for each framework, or one of controls of the framework that the row or the caller names. */
  readonly controls: readonly { readonly column: number; readonly framework: Framework | undefined }[];
  /** The column that names the framework of a row. */
  readonly framework: number | undefined;
}

interface Known {
  readonly frameworks: readonly Framework[];
  /** Names of Falco rules. */
  readonly rules: ReadonlySet<string>;
  /** The framework that all controls are of. */
  readonly only: Framework | undefined;
}

type Rows = readonly (readonly string[])[];

/** Rows that decide what a column holds. */
const sample = 500;

/**
 * Finds the columns by what is in them, and by their headings where that leaves a choice.
 *
 * @throws UsageError that lists the columns, where one cannot be told
 */
export function findColumns(rows: Rows, named: ColumnNames, known: Known): Columns {
  const [first = []] = rows;
  // A heading may be the name of a group of controls, such as "Id".
  const names = (one: Framework, cell: string) =>
    controlsIn(one, cell).some((id) => lookUp(one, id).kind === "control");
  const isHeader = !first.some((cell) => known.frameworks.some((one) => names(one, cell)));
  const header = isHeader ? first : undefined;
  const body = (isHeader ? rows.slice(1) : rows).slice(0, sample);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: header?.[column] ?? "",
    cells: body.map((row) => row[column] ?? "").filter((cell) => cell !== ""),
  }));
  const byName = (name: string | undefined) =>
    name === undefined
      ? undefined
      : columnNamed(
          name,
          columns.map(({ heading }) => heading),
        );
  const share = (cells: readonly string[], holds: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;

  const rulesShare = ({ heading, cells }: (typeof columns)[number]) =>
    share(cells, (cell) => rulesIn(cell, known.rules).some((name) => known.rules.has(name))) +
    (/\b(?:rules?|detections?|detectors?|falco)\b/i.test(heading) ? 0.5 : 0);
  const rules = byName(named.rules) ?? best(columns, rulesShare, 0.4);
  if (rules === undefined) throw cannotTell("rules", "--rules-column", columns);
  const others = columns.filter(({ column }) => column !== rules);

  const wide = others.flatMap(({ column, heading, cells }) => {
    const framework = frameworkOf(heading, known.frameworks);
    const isThere =
      framework !== undefined && share(cells, (cell) => controlsIn(framework, cell).length > 0) >= 0.5;
    return isThere ? [{ column, framework }] : [];
  });
  if (wide.length > 0 && named.control === undefined)
    return { header, rules, controls: wide, framework: undefined };

  const framework =
    byName(named.framework) ??
    best(
      others,
      ({ cells }) => share(cells, (cell) => frameworkOf(cell, known.frameworks) !== undefined),
      0.6,
    );
  const left = others.filter(({ column }) => column !== framework);
  const candidates = known.only === undefined ? known.frameworks : [known.only];
  const isControl = (one: Framework) => (cell: string) => controlsIn(one, cell).length > 0;
  const controlShare = ({ cells }: (typeof columns)[number]) =>
    framework === undefined
      ? Math.max(0, ...candidates.map((one) => share(cells, isControl(one))))
      : share(cells, (cell) => candidates.some((one) => isControl(one)(cell)));
  const control = byName(named.control) ?? best(left, controlShare, 0.5);
  if (control === undefined) throw cannotTell("controls", "--control-column", columns);
  return {
    header,
    rules,
    controls: [
      {
        column: control,
        framework: framework === undefined ? theFramework(columns[control]!.cells, known) : undefined,
      },
    ],
    framework,
  };
}

/** The framework of a column of controls where nothing names it: the one that knows most of its ids. */
function theFramework(cells: readonly string[], { only, frameworks }: Known): Framework {
  if (only !== undefined) return only;
  // An id as the catalog writes it tells more than one in another form.
  const knows = (one: Framework) =>
    cells.reduce((sum, cell) => {
      const ids = controlsIn(one, cell);
      return sum + (ids.length === 0 ? 0 : ids.some((id) => one.controls.has(id)) ? 2 : 1);
    }, 0);
  const ranked = frameworks.map((one) => ({ one, hits: knows(one) })).sort((a, b) => b.hits - a.hits);
  const [top, second] = ranked;
  if (top === undefined || top.hits === 0 || top.hits === second?.hits)
    throw new UsageError(
      `The ids of controls are of ${ranked
        .filter(({ hits }) => hits === top?.hits && hits > 0)
        .map(({ one }) => one.id)
        .join(" or ")}: name the framework with --framework.`,
    );
  return top.one;
}

function cannotTell(
  what: string,
  option: string,
  columns: readonly { readonly heading: string }[],
): UsageError {
  const list = columns.map(({ heading }, i) => `${i + 1} "${heading.slice(0, 40)}"`).join(", ");
  return new UsageError(
    `It is not clear which column has the ${what}: name it with ${option}. There are ${list}.`,
  );
}

function columnNamed(name: string, headings: readonly string[]): number {
  const number = Number(name);
  if (Number.isInteger(number) && number >= 1 && number <= headings.length) return number - 1;
  const found = headings.findIndex((heading) => heading.toLowerCase() === name.toLowerCase());
  if (found !== -1) return found;
  const near = nearest(name, headings);
  throw new UsageError(
    `There is no column "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
  );
}

/** The column of the highest share, undefined where none reaches the least. */
function best<T extends { readonly column: number }>(
  columns: readonly T[],
  share: (column: T) => number,
  least: number,
): number | undefined {
  let found: number | undefined;
  let most = least;
  for (const one of columns) {
    const value = share(one);
    if (value > most || (value === most && found === undefined)) [found, most] = [one.column, value];
  }
  return found;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/iso\/iec/g, "iso")
    .replace(/[^a-z0-9]/g, "");
}

/** The framework that a cell names, such as "PCI-DSS v4.0", "ISO/IEC 27001:2022" or "SOC2". */
export function frameworkOf(cell: string, frameworks: readonly Framework[]): Framework | undefined {
  const text = folded(cell);
  if (text === "" || text.length > 60) return undefined;
  return frameworks.find(({ id, name }) => [id, name].some((form) => text.startsWith(folded(form))));
}

/** The controls that a cell names, as a person wrote them, with the framework's name in front or not. */
export function controlsIn(framework: Framework, cell: string): string[] {
  return cell
    .split(/[\n;,|]|\s+(?:and|&)\s+/)
    .map((part) => withoutName(part.trim(), framework))
    .filter((part) => part !== "" && part.length <= 40 && lookUp(framework, part).kind !== "unknown");
}

/** The text behind the framework's name. */
export function withoutName(text: string, { id, name }: Framework): string {
  for (const form of [name, id]) {
    const words = form.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
    const start = text.toLowerCase();
    let at = 0;
    const holds = words.every((word) => {
      while (at < start.length && /[^a-z0-9]/.test(start[at]!)) at++;
      const isNext = start.startsWith(word.toLowerCase(), at);
      if (isNext) at += word.length;
      return isNext;
    });
    if (holds && at < text.length) return text.slice(at).replace(/^[^A-Za-z0-9]+/, "");
  }
  return text;
}

/** The rules that a cell names: one, or several with line breaks, semicolons, bars, or commas between them. */
export function rulesIn(cell: string, known: ReadonlySet<string>): string[] {
  return cell
    .split(/[\n;|]/)
    .flatMap((part) => (known.has(part.trim()) ? [part] : part.split(",")))
    .map((name) => name.trim().replace(/^["'`]|["'`]$/g, ""))
    .filter((name) => name !== "" && !/^(?:n\/?a|none|-|–|tbd)$/i.test(name));
}
