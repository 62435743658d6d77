import { transformers } from "../language/index.ts";

/** What an operator or a transformer of conditions does. Source: the engine's own comparison code, run on given values. */
const meanings: Readonly<Record<string, string>> = {
  "=": "Equal. A field without a value is equal to nothing.",
  "!=": "Not equal. False for a field without a value, other than `not FIELD = x`.",
  "<": "Less, of numbers and times. The right side is a number or a transformer.",
  "<=": "Less or equal, of numbers and times.",
  ">": "Greater, of numbers and times.",
  ">=": "Greater or equal, of numbers and times.",
  in: "One of the values in parentheses: `proc.name in (sh, bash)`. Of a list field, every element has to be one of them; intersects asks for some.",
  intersects: "Of a list field, some element is one of the values. Of any other field it is the same as in.",
  contains: "The value has the text in it.",
  icontains:
    "The value has the text in it, whether in capitals or not; only letters from A to Z are taken alike.",
  startswith: "The value begins with the text. For paths pmatch is safer, as /etc also begins /etcetera.",
  endswith: "The value ends with the text.",
  bcontains:
    "A buffer has the bytes in it, which are written in hexadecimal: `evt.buffer bcontains 7f454c46`.",
  bstartswith: "A buffer begins with the bytes, which are written in hexadecimal.",
  glob: "The whole value matches a pattern with * and ?, which also match a slash.",
  iglob: "The same as glob, whether in capitals or not.",
  regex: "The whole value matches the regular expression, in RE2's POSIX syntax: no \\d, no (?i).",
  pmatch:
    "A path is one of the paths in parentheses or below one: `fd.name pmatch (/etc, /usr/bin)`. It compares whole names, so /etc does not match /etcetera.",
  exists: "The field has a value. An empty text is one.",
  oneof: "After an operator: it holds for exactly one of the values.",
  anyof:
    "After an operator: it holds for at least one of the values, as in `proc.args contains anyof (-e, -c)`.",
  allof: "After an operator: it holds for all of the values.",
  tolower: "The text in small letters; only letters from A to Z change.",
  toupper: "The text in capitals; only letters from a to z change.",
  basename: "The part of a path after its last slash.",
  b64: "The text or buffer decoded from Base64; without value where it is none.",
  len: "The number of bytes of a text or buffer, or of elements of a list.",
  concat:
    'Texts put together: `concat(proc.pname, "/", proc.name)`. Without value where one of them has none.',
  join: 'A list put together with a separator: `join(",", FIELD)`.',
  getopt: 'Options read from a list of arguments: `getopt(proc.args, "ab:")`.',
  val: "On the right side, the value of another field: `proc.name = val(proc.pname)`.",
};

/** An operator, a modifier or a transformer with what it does; undefined for a word that is none. */
export function explainOperator(
  word: string,
):
  | { readonly name: string; readonly kind: "operator" | "transformer"; readonly meaning: string }
  | undefined {
  const name = word === "==" ? "=" : word;
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (meaning === undefined) return undefined;
  const isTransformer = name === "val" || (transformers as readonly string[]).includes(name);
  return { name, kind: isTransformer ? "transformer" : "operator", meaning };
}
