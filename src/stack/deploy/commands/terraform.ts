import type { Source, Text } from "../../../project/index.ts";
import type { Described } from "./described.ts";
import type { Word } from "./words.ts";

/** More is no resource that somebody wrote. */
const maxLength = 50_000;
const maxReleases = 50;

/** The `helm_release` resources in a file of Terraform. What it computes in another way is left open. */
export function terraformReleases(script: Source): Described[] {
  const { text: within, file } = script;
  if (!/\.(?:tf|tofu)$/.test(file)) return [];
  return [...within.content.matchAll(/^[ \t]*resource[ \t]+"helm_release"[ \t]+"[^"\n]*"[ \t]*\{/gm)]
    .slice(0, maxReleases)
    .flatMap(({ index, 0: head }) => releaseIn(within, index + head.length, script) ?? []);
}

function releaseIn(within: Text, start: number, script: Source): Described | undefined {
  const end = blockEnd(within.content, start);
  const own = attributes(within, start, end);
  const chart = own("chart")?.value.split("/").at(-1);
  if (chart === undefined || /^\.{0,2}\//.test(own("chart")!.value)) return undefined;
  const { files, open } = valuesIn(within, start, end);
  return {
    chart,
    release: own("name")?.value ?? chart,
    namespace: own("namespace"),
    version: own("version"),
    files,
    set: setsIn(within, start, end),
    open,
    script,
  };
}

/** Where the block ends whose opening brace is before an offset. Braces in texts are balanced nearly always. */
function blockEnd(content: string, start: number): number {
  let depth = 1;
  let at = start;
  for (const limit = Math.min(content.length, start + maxLength); at < limit && depth > 0; at++) {
    if (content[at] === "{") depth++;
    else if (content[at] === "}") depth--;
  }
  return at;
}

/** The attributes of the block itself that are plain texts, or variables with a default in the same file. */
function attributes(within: Text, start: number, end: number): (name: string) => Word | undefined {
  return (name) => {
    const pattern = new RegExp(String.raw`^[ \t]*${name}[ \t]*=[ \t]*(?:"([^"\n$]*)"|var\.(\w+))`, "m");
    const body = within.content.slice(start, end);
    // Those of an inner block come after a brace.
    const match = pattern.exec(
      body.replaceAll(/(?:set(?:_sensitive|_list)?|dynamic)[^\n{]*\{[^{}]*\}/g, blank),
    );
    if (match === null) return undefined;
    const [whole, plain, variable] = match;
    const at = start + match.index;
    const span = { start: at + whole.length - whole.trimStart().length, end: at + whole.length };
    const value = plain ?? defaultOf(within.content, variable!);
    return value === undefined ? undefined : { text: within, span, value };
  };
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

function defaultOf(content: string, variable: string): string | undefined {
  const block = new RegExp(String.raw`^[ \t]*variable[ \t]+"${variable}"[ \t]*\{[^{}]*\}`, "m").exec(
    content,
  )?.[0];
  return /\bdefault[ \t]*=[ \t]*"([^"\n$]*)"/.exec(block ?? "")?.[1];
}

/** The files of `values`, and the first item that is no file. */
function valuesIn(
  within: Text,
  start: number,
  end: number,
): { readonly files: Word[]; readonly open: Word | undefined } {
  const body = within.content.slice(start, end);
  const files: Word[] = [];
  for (const match of body.matchAll(/\b(?:file|templatefile)\(\s*"([^"\n]*)"/g)) {
    const at = start + match.index;
    const value = match[1]!.replace(/^\$\{path\.(?:module|root|cwd)\}\//, "");
    files.push({ text: within, span: { start: at, end: at + match[0].length }, value });
  }
  const made = /\byamlencode\(|<<-?["']?\w+/.exec(body);
  const at = start + (made?.index ?? 0);
  return {
    files,
    open:
      made === null
        ? undefined
        : { text: within, span: { start: at, end: at + made[0].length }, value: made[0] },
  };
}

/** `set { name = … value = … }`, and the items of `set = [{ … }]`. */
function setsIn(within: Text, start: number, end: number): Described["set"] {
  const body = within.content.slice(start, end);
  return [...body.matchAll(/\{([^{}]*)\}/g)].flatMap((match) => {
    const at = start + match.index;
    const [whole, inner = ""] = match;
    const name = /\bname[ \t]*=[ \t]*"([^"\n]*)"/.exec(inner)?.[1];
    const value = /\bvalue[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|([\w.]+))/.exec(inner);
    if (name === undefined || value === null) return [];
    const [, quoted, bare = ""] = value;
    const word = {
      text: within,
      span: { start: at, end: at + whole.length },
      value: `${name}=${quoted ?? (/^(?:true|false|\d+)$/.test(bare) ? bare : `\${${bare}}`)}`,
    };
    return [{ word, as: /\btype[ \t]*=[ \t]*"string"/.test(whole) ? ("text" as const) : ("typed" as const) }];
  });
}
