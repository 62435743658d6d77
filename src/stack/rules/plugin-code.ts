import type { LoadOptions } from "../../falco/index.ts";
import type { Text } from "../../project/index.ts";

export type LoadedField = NonNullable<LoadOptions["fields"]>[number];

export const fieldTypes = ["string", "uint64", "bool", "reltime", "abstime", "ipaddr", "ipnet"] as const;

/** The plugin interfaces in which fields are listed: of the SDKs for Go, C++ and Rust, and of the C interface. */
const listsFields = /FieldEntry|FTYPE_|ExtractFieldInfo|get_fields/;
const name = String.raw`([a-z]\w*(?:\.[\w-]+)+)`;
const goField = new RegExp(String.raw`\bName:\s*"${name}"`, "g");
const jsonField = new RegExp(String.raw`\\?"name\\?"\s*:\s*\\?"${name}\\?"`, "g");
const cppField = new RegExp(String.raw`\bFTYPE_(\w+)\s*,\s*"${name}"`, "g");
const rustField = new RegExp(String.raw`\bfield\(\s*"${name}"\s*,\s*&?(?:\w+::)*(\w+)`, "g");

/** The fields that the program code of plugins lists, as far as their types stand there too. */
export function fieldsInCode(texts: readonly Text[]): LoadedField[] {
  return texts.flatMap(({ file, content }) => {
    if (!listsFields.test(content)) return [];
    const code = content.replaceAll(/^[ \t]*\/\/.*$/gm, "");
    if (/\.go$/.test(file)) return inItems(code, goField, goItem);
    if (/\.rs$/.test(file)) return inRust(code);
    return [...inItems(code, jsonField, jsonItem), ...inCpp(code)];
  });
}

/** One field from the text between the braces around its name. */
type ReadItem = (name: string, item: string) => LoadedField | undefined;

function inItems(code: string, pattern: RegExp, read: ReadItem): LoadedField[] {
  return [...code.matchAll(pattern)].flatMap((match) => read(match[1]!, around(code, match.index)) ?? []);
}

/** How far from the name of a field its item may begin or end; more is no such item. */
const reach = 3000;

/** What stands between the braces around an offset. */
function around(code: string, offset: number): string {
  let depth = 0;
  let start = offset;
  while (start > 0 && offset - start < reach && depth <= 0) {
    start--;
    if (code[start] === "{") depth++;
    else if (code[start] === "}") depth--;
  }
  let end = start + 1;
  for (depth = 1; end < code.length && end - offset < reach && depth > 0; end++) {
    if (code[end] === "{") depth++;
    else if (code[end] === "}") depth--;
  }
  return code.slice(start, end);
}

function goItem(name: string, item: string): LoadedField | undefined {
  const argument = /\bArg:\s*\w*\.?\w*\{([^}]*)\}/.exec(item)?.[1] ?? "";
  // The first version of the SDK told no more than whether there has to be one.
  const isOld = /\bArgRequired:/.test(item) || item.includes(`${name}[`);
  return fieldOf(name, /\bType:\s*"(\w+)"/.exec(item)?.[1], {
    isList: /\bIsList:\s*true/.test(item),
    isRequired: /\bIsRequired:\s*true/.test(argument),
    isKey: /\bIsKey:\s*true/.test(argument) || (isOld && argument === ""),
    isIndex: /\bIsIndex:\s*true/.test(argument) || (isOld && argument === ""),
  });
}

function jsonItem(name: string, item: string): LoadedField | undefined {
  const says = (key: string) => new RegExp(String.raw`${key}\\?"\s*:\s*true`).test(item);
  return fieldOf(name, /type\\?"\s*:\s*\\?"(\w+)/.exec(item)?.[1], {
    isList: says("isList"),
    isRequired: says("isRequired"),
    isKey: says("isKey"),
    isIndex: says("isIndex"),
  });
}

function inCpp(code: string): LoadedField[] {
  return [...code.matchAll(cppField)].flatMap((match) => {
    const item = around(code, match.index);
    return (
      fieldOf(match[2]!, match[1]!.toLowerCase(), {
        isList: /\}\s*,\s*true|\)\s*,\s*true/.test(item),
        isRequired: /\.required\s*=\s*true/.test(item),
        isKey: /\.key\s*=\s*true/.test(item),
        isIndex: /\.index\s*=\s*true/.test(item),
      }) ?? []
    );
  });
}

/** The types of the SDK for Rust, by that which the function returns that extracts the field. */
const rustTypes: Readonly<Record<string, (typeof fieldTypes)[number]>> = {
  u64: "uint64",
  bool: "bool",
  String: "string",
  CString: "string",
  CStr: "string",
  Duration: "reltime",
  SystemTime: "abstime",
  IpAddr: "ipaddr",
  IpNet: "ipnet",
};

function inRust(code: string): LoadedField[] {
  return [...code.matchAll(rustField)].flatMap(([, field = "", extract = ""]) => {
    const signature = new RegExp(String.raw`\bfn\s+${extract}\b([^{;]{0,500})`).exec(code)?.[1] ?? "";
    const [, list, type = ""] =
      /->\s*(?:\w+::)*Result<\s*(?:Option<\s*)?(Vec<\s*)?(?:&(?:'\w+\s+)?)?(?:\w+::)*(\w+)/.exec(signature) ??
      [];
    const [, optional, argument] =
      /\barg\w*\s*:\s*(?:\w+::)*(Option<\s*)?&?(?:'\w+\s+)?(?:\w+::)*(u64|CStr)\b/.exec(signature) ?? [];
    return (
      fieldOf(field, rustTypes[type], {
        isList: list !== undefined,
        isRequired: argument !== undefined && optional === undefined,
        isKey: argument === "CStr",
        isIndex: argument === "u64",
      }) ?? []
    );
  });
}

interface Properties {
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly isKey: boolean;
  readonly isIndex: boolean;
}

function fieldOf(
  name: string,
  type: string | undefined,
  { isList, isRequired, isKey, isIndex }: Properties,
): LoadedField | undefined {
  const known = fieldTypes.find((candidate) => candidate === type);
  if (known === undefined) return undefined;
  const argument = { required: isRequired && (isKey || isIndex), key: isKey, index: isIndex };
  return { name, type: known, ...(isList && { list: true }), ...((isKey || isIndex) && { argument }) };
}
