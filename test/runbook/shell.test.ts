import { expect, test } from "vitest";
import { jsonProblem } from "../../src/runbook/json.ts";
import { shellProblem } from "../../src/runbook/shell.ts";

const fine = [
  "if true; then echo a; elif false; then b; else c; fi",
  'for i in a b; do echo "$i"; done',
  "for ((i=0;i<3;i++)); do echo; done",
  "case $x in a|b) echo 1;; (c) echo 2;; *) echo 3; esac",
  "f() { echo a; }\nfunction g { x; }\nfunction h() ( y )",
  "a=(1 2 'b c')\necho $a $((1+2)) `date`",
  "[[ $a =~ ^(a|b)$ && -f x ]] && echo",
  "cat <<-'EOF' > x\n\tit's\n\tEOF\n",
  "cat <<A <<B\na\nA\nb\nB\n",
  'while read -r l; do echo "$l"; done < <(ls)',
  "echo a | grep b && { c; } || (d)",
  "echo 'it''s' # don't",
  'echo "$(echo "a $(b)")" \\\n  c',
  "kubectl get pods -o jsonpath='{.items[*]}' |\n  sort",
  "echo a >&2 2>&1 &>/dev/null &",
  // Bash warns of a here-document without an end, and runs it.
  "cat <<EOF\nabc\n",
  "trap 'rm -f \"$t\"' EXIT; echo }; echo $'a\\'b'",
];

test.each(fine)("reads %j", (script) => {
  expect(shellProblem(script)).toBeUndefined();
});

test.each([
  ["echo 'a", "Unterminated single quote."],
  ['echo "a $(b "c")', "Unterminated double quote."],
  ["echo $(a", "Unterminated command substitution."],
  ["echo ${a", "Unterminated parameter expansion."],
  ["kubectl get pod <pod>", "Expected redirect target."],
  ["a ||", "Expected command after `||`."],
  ["&& a", "Unexpected token `&&`."],
  ["if a; fi", "Expected `then`."],
  ["if a; then b", "Expected `fi` to close `if`."],
  ["if a; then fi", "Expected command after `then`."],
  ["for x in a; echo; done", "Expected `do`."],
  ["case a in b c) d;; esac", "Unexpected token `c`."],
  ["a; done", "Unexpected token `done`."],
  ["a)", "Unexpected token `)`."],
  ["echo a(b)", "Unexpected token `(`."],
])("refuses %j", (script, message) => {
  expect(shellProblem(script)?.message).toBe(message);
});

test("hostile scripts end", () => {
  for (const part of ["(", "$(", '"${', "if ", "! ", "case a in b) ", "<<x ", "${", "{ ", "a && "])
    expect(() => shellProblem(part.repeat(20_000))).not.toThrow();
});

test("JSON is one value or several", () => {
  for (const text of ['{"a": [1, -2.5e3, "\\u00e9"]}', "1\n2\n", "[]", ' {"a": {}}\n{"b": null} '])
    expect(jsonProblem(text)).toBeUndefined();
  expect(jsonProblem('{"a": 1,}')).toEqual({
    message: "JSON has no comma after the last item.",
    span: { start: 7, end: 8 },
  });
  expect(jsonProblem('{"a": yes}')?.message).toBe("`yes` is not a JSON value.");
  expect(jsonProblem("{a: 1}")?.message).toBe("A key in double quotes is missing here.");
  expect(jsonProblem('{"a": "b')?.message).toMatch(/^This string has no end/);
  expect(jsonProblem('{"a"')?.message).toBe("The text ends where more is needed.");
  expect(() => jsonProblem("[".repeat(100_000))).not.toThrow();
});
