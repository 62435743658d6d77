import {
  at,
  entries,
  items,
  type Location,
  type MapNode,
  type Node,
  ofKind,
  type Project,
  parseYaml,
  type Source,
  type Text,
  text,
} from "../project/index.ts";

/** A Markdown page that says what to do when a rule fires. Its front matter names the rules. */
export interface Runbook {
  readonly source: Source;
  /** Undefined for a page next to the runbooks that names no rule, such as their README. */
  readonly front: FrontMatter | undefined;
  readonly fences: readonly Fence[];
}

export interface FrontMatter extends Location {
  readonly rules: readonly (Location & { readonly name: string })[];
  readonly priority: (Location & { readonly word: string }) | undefined;
  readonly controls: readonly (Location & { readonly framework: string; readonly id: string })[];
  /** Of the frameworks that `controls` names, the lists. */
  readonly frameworks: ReadonlyMap<string, Location>;
}

/** A fenced code block. */
export interface Fence {
  /** First word behind the opening fence, in lower case; empty where there is none. */
  readonly language: string;
  readonly text: Text;
  /** The opening fence. */
  readonly at: Location;
  /** Whether a closing fence is missing. */
  readonly open: boolean;
}

/** Pages with a front matter that names rules, and the other pages in their folders. */
export function readRunbooks(project: Project): Runbook[] {
  const pages = ofKind(project, "markdown").map((source) => ({ source, ...frontMatterOf(source.text) }));
  const folderOf = ({ file }: Source) => file.slice(0, file.lastIndexOf("/") + 1);
  const folders = new Set(
    pages.flatMap(({ source, front }) => (front === undefined ? [] : folderOf(source))),
  );
  return pages
    .filter(({ source }) => folders.has(folderOf(source)))
    .map(({ source, front, end }) => ({ source, front, fences: fencesIn(source.text, end) }));
}

const dashes = /^---[ \t]*$/;

/** The front matter, and where it ends. */
function frontMatterOf(page: Text): { front: FrontMatter | undefined; end: number } {
  if (!dashes.test(page.line(1))) return { front: undefined, end: 0 };
  const starts = page.lineStarts;
  const start = starts[1];
  // Front matter is at the top, and no page of its own.
  for (let line = 2; start !== undefined && line <= Math.min(starts.length, 500); line++) {
    if (!dashes.test(page.line(line))) continue;
    const content = page.content.slice(start, starts[line - 1]);
    const inner = page.embed(content, [{ inner: 0, outer: start, length: content.length }]);
    return { front: readFront(parseYaml(inner)[0]?.root), end: starts[line] ?? page.content.length };
  }
  return { front: undefined, end: 0 };
}

function readFront(root: Node | undefined): FrontMatter | undefined {
  const rules = at(root, "rules");
  if (root?.kind !== "map" || rules?.kind !== "seq") return undefined;
  const priority = at(root, "priority");
  const word = text(priority);
  const controls = at(root, "controls");
  return {
    text: root.text,
    span: root.span,
    rules: items(rules).flatMap((node) => {
      const name = text(node);
      return name === undefined ? [] : [{ name, text: node.text, span: node.span }];
    }),
    priority:
      priority === undefined || word === undefined
        ? undefined
        : { word, text: priority.text, span: priority.span },
    controls: controlsIn(controls),
    frameworks: new Map(entries(controls).map(({ key, keyLocation }) => [key, keyLocation])),
  };
}

function controlsIn(controls: MapNode | Node | undefined): FrontMatter["controls"] {
  return entries(controls).flatMap(({ key, value }) =>
    items(value).flatMap((node) => {
      const id = text(node);
      return id === undefined ? [] : [{ framework: key, id, text: node.text, span: node.span }];
    }),
  );
}

/** Fenced code blocks behind an offset, also those inside of lists. */
function fencesIn(page: Text, from: number): Fence[] {
  const fences: Fence[] = [];
  const { content, lineStarts: starts } = page;
  const endOf = (line: number) => starts[line + 1] ?? content.length;
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line]!;
    if (start < from) continue;
    const opening = openingIn(content.slice(start, Math.min(endOf(line), start + 1000)));
    if (opening === undefined) continue;
    const { indent, mark, info } = opening;
    let inner = "";
    const segments: { inner: number; outer: number; length: number }[] = [];
    let open = true;
    for (line++; line < starts.length; line++) {
      const lineStart = starts[line]!;
      const whole = content.slice(lineStart, endOf(line));
      if (closes(whole, mark)) {
        open = false;
        break;
      }
      const blanks = /^[ \t]*/.exec(whole.slice(0, indent))![0].length;
      segments.push({ inner: inner.length, outer: lineStart + blanks, length: whole.length - blanks });
      inner += whole.slice(blanks);
    }
    const markStart = start + indent;
    fences.push({
      language: /^[\w+#-]*/.exec(info)![0].toLowerCase(),
      text: page.embed(inner, segments),
      at: { text: page, span: { start: markStart, end: markStart + mark.length } },
      open,
    });
  }
  return fences;
}

function openingIn(line: string): { indent: number; mark: string; info: string } | undefined {
  const match = /^([ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?)(`{3,}|~{3,})([^\r\n]*)/.exec(line);
  if (match === null) return undefined;
  const [, before = "", mark = "", info = ""] = match;
  // Backticks behind backticks are code within a line.
  if (mark.startsWith("`") && info.includes("`")) return undefined;
  return { indent: before.length, mark, info: info.trim() };
}

function closes(line: string, mark: string): boolean {
  const bare = line.trim();
  return bare.length >= mark.length && [...bare].every((character) => character === mark[0]);
}
