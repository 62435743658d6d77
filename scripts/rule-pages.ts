import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type LintRule, lintRules } from "../src/lint/index.ts";
import { excerpt } from "./excerpt.ts";
import { ruleFiles } from "./generate-registry.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const fixtures = path.join(root, "test/lint/rules");

/** The pages of all lint rules, by path from the root. */
export function rulePages(): Map<string, string> {
  return new Map(lintRules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]));
}

const files = new Map(ruleFiles().map(({ id, file }) => [id, file]));

/** The page of a lint rule, made from the comment at the head of its file and from its fixtures. */
export function rulePage({ id, severity, confidence, fixable }: LintRule): string {
  const { summary, why, instead, notes } = readHead(files.get(id)!);
  const { bad, found, good } = readFixtures(id);
  const sections = [
    `# ${id}`,
    summary,
    `Severity: ${severity}. Confidence: ${confidence}.${fixable ? " Some findings come with a fix." : ""}`,
    "## Why",
    why,
    "## Example",
    ...bad.map(codeBlock),
    "falcoverage reports:",
    codeBlock({ name: ".text", text: found }),
    "## Instead",
    instead,
    ...good.map(codeBlock),
    ...(notes === undefined ? [] : ["## Notes", notes]),
  ];
  return `${sections.join("\n\n")}\n`;
}

interface Head {
  readonly summary: string;
  readonly why: string;
  readonly instead: string;
  readonly notes: string | undefined;
}

/** The comment at the head of a rule's file: Markdown with the sections Why, Instead and, where there are any, Notes. */
function readHead(file: string): Head {
  const source = readFileSync(path.join(root, "src/lint/rules", file), "utf8");
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(source)?.[1];
  if (comment === undefined)
    throw new Error(`${file} does not begin with a comment that says why it exists.`);
  const markdown = comment.replace(/^ \* ?/gm, "");
  const [summary = "", ...sections] = markdown.split(/^## (.*)\n/m).map((part) => part.trim());
  const titles = sections.filter((_, i) => i % 2 === 0);
  if (!/^Why,Instead(,Notes)?$/.test(titles.join()) || [summary, ...sections].includes(""))
    throw new Error(
      `The comment at the head of ${file} needs a summary, "## Why", "## Instead" and maybe "## Notes".`,
    );
  const [why, instead, notes] = sections.filter((_, i) => i % 2 === 1);
  return { summary, why: why!, instead: instead!, notes };
}

interface Snippet {
  /** Path in the fixture; its extension says how it is colored. */
  readonly name: string;
  readonly text: string;
}

interface Example {
  readonly bad: readonly Snippet[];
  /** The findings in it, as the terminal shows them. */
  readonly found: string;
  readonly good: readonly Snippet[];
}

const longestFindings = 24;

/** The first bad fixture with its findings, and the first good one; of long files the parts that matter. */
function readFixtures(id: string): Example {
  const folder = path.join(fixtures, id);
  const names = readdirSync(folder).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const first = (prefix: string) => names.find((name) => name.startsWith(prefix) && !name.endsWith(".txt"))!;
  const bad = readFiles(path.join(folder, first("bad")));
  const good = readFiles(path.join(folder, first("good")));
  const text = readFileSync(path.join(folder, `${path.parse(first("bad")).name}.txt`), "utf8");
  const { shown, lines } = shorten(text);
  return {
    bad: snippets(bad, good, (file) => lines.get(file) ?? lines.get(first("bad")) ?? []),
    found: shown,
    good: snippets(good, bad, () => []),
  };
}

/** The files of a fixture by their path in it; a fixture that is one file has only its extension. */
function readFiles(fixture: string): Map<string, string> {
  if (!statSync(fixture).isDirectory())
    return new Map([[path.extname(fixture), readFileSync(fixture, "utf8")]]);
  const paths = readdirSync(fixture, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    paths
      .filter((file) => statSync(path.join(fixture, file)).isFile())
      .map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(fixture, file), "utf8")]),
  );
}

/** The findings that a page shows, and the lines that they are at, by file. */
function shorten(found: string): {
  readonly shown: string;
  readonly lines: ReadonlyMap<string, readonly number[]>;
} {
  const findings = found.trimEnd().split("\n\n");
  const shown: string[] = [];
  const lines = new Map<string, number[]>();
  let file = "";
  let length = 0;
  for (const finding of findings) {
    length += finding.split("\n").length + 1;
    if (shown.length > 0 && length > longestFindings) break;
    shown.push(finding);
    // A file's name stands above its first finding.
    file = /^\S.*/.exec(finding)?.[0] ?? file;
    const line = Number(/^ +(\d+):\d+ /m.exec(finding)?.[1]);
    lines.set(file, [...(lines.get(file) ?? []), line]);
  }
  const more = findings.length - shown.length;
  if (more > 0) shown.push(`... and ${more} more`);
  return { shown: shown.join("\n\n"), lines };
}

/** What of a fixture's files is shown: all of a short file, else the given lines and what the other fixture has not. */
function snippets(
  files: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
  lines: (file: string) => readonly number[],
): Snippet[] {
  return [...files]
    .filter(([file, text]) => others.get(file) !== text || lines(file).length > 0)
    .map(([name, text]) => ({ name, text: excerpt(text, others.get(name) ?? "", lines(name)) }));
}

const languages: ReadonlyMap<string, string> = new Map([
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".json", "json"],
  [".md", "markdown"],
  [".text", "text"],
]);

/** A fenced block, with the name of the file above it where there is one. */
function codeBlock({ name, text }: Snippet): string {
  const language = languages.get(path.extname(`file${name}`)) ?? "text";
  // A page of Markdown has fences of its own.
  const fence = text.includes("```") ? "````" : "```";
  const title = name.startsWith(".") ? "" : `\`${name}\`:\n\n`;
  return `${title}${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
