import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { Text } from "../../src/project/source-text.ts";
import { at, embeddedText, type ScalarNode, toData } from "../../src/project/tree.ts";
import { parseYaml } from "../../src/project/yaml.ts";

const parse = (content: string) => parseYaml(new Text("f.yaml", content));

/** The location of `needle` of an embedded scalar, in the outer file, as `line:column text`. */
function locationOf(content: string, needle: string): string {
  const node = at(parse(content)[0]!.root, "data") as ScalarNode;
  const inner = embeddedText(node);
  const start = inner.content.indexOf(needle);
  const location = inner.locate({ start, end: start + needle.length });
  const line = content.split("\n")[location.start.line - 1]!;
  return `${location.start.line}:${location.start.column} ${line.slice(location.start.column - 1, location.end.column - 1)}`;
}

describe("embedded text", () => {
  it.each([
    ["literal", "data: |\n  one\n  two three\n", "2:0"],
    ["literal with an indentation indicator", "data: |2\n    one\n  two three\n", "3:7"],
    ["literal behind blank lines", "data: |\n\n\n  one\n  two three\n", "5:7"],
    ["literal with CRLF", "data: |\r\n  one\r\n  two three\r\n", "3:7"],
    ["folded", "data: >\n  one\n  two three\n", "3:7"],
    ["folded with a blank line", "data: >-\n  one\n\n  two three\n", "4:7"],
    ["folded with a deeper line", "data: >\n  one\n    deeper\n  two three\n", "4:7"],
    ["plain", "data: one two three\n", "1:15"],
    ["plain over lines", "data: one\n  two three\n", "2:7"],
    ["single quoted", "data: 'it''s two three'\n", "1:17"],
    ["double quoted", 'data: "a\\tb\\u0041 two three"\n', "1:21"],
    ["double quoted over lines", 'data: "a\n\n   two \\\n   three three"\n', "4:10"],
  ])("leads back to its file through a %s scalar", (_, content) => {
    const location = locationOf(content, "three");
    expect(location.split(" ")[1]?.replace("\r", "")).toBe("three");
  });

  it("leads back through an embedding in an embedding", () => {
    const content = "data: |\n  inner: |\n    a b\n    c d\n";
    const inner = embeddedText(at(parse(content)[0]!.root, "data") as ScalarNode);
    const innermost = embeddedText(at(parseYaml(inner)[0]!.root, "inner") as ScalarNode);
    const start = innermost.content.indexOf("d");
    expect(innermost.locate({ start, end: start + 1 })).toEqual({
      file: "f.yaml",
      start: { line: 4, column: 7 },
      end: { line: 4, column: 8 },
    });
  });

  it("maps every visible character to itself, however the library prints the string", () => {
    const words = fc.array(fc.stringMatching(/^[a-z'"\\:#é𝒳 ]{0,12}$/u), { minLength: 1, maxLength: 8 });
    const styles = fc.constantFrom("BLOCK_LITERAL", "BLOCK_FOLDED", "QUOTE_DOUBLE", "QUOTE_SINGLE", "PLAIN");
    fc.assert(
      fc.property(words, styles, (lines, defaultStringType) => {
        const content = stringify({ data: lines.join("\n") }, { defaultStringType, lineWidth: 24 } as never);
        const node = at(parse(content)[0]!.root, "data") as ScalarNode;
        const value = String(node.value);
        const inner = embeddedText(node);
        for (let i = 0; i < value.length; i++) {
          const char = value[i]!;
          if (/[\s'"\\]/.test(char) || char.charCodeAt(0) > 127) continue;
          const location = inner.toFile({ start: i, end: i + 1 });
          expect(location.text.content.slice(location.span.start, location.span.end)).toBe(char);
        }
      }),
    );
  });
});

describe("numbers", () => {
  // What Helm and Kubernetes make of them: `helm template` of a chart that prints its values as JSON.
  it.each([
    ["0755", 493],
    ["0o755", 493],
    ["089", 89],
    ["-010", -8],
    ["+010", 8],
    ["00", 0],
    ["08.5", 8.5],
    ['"0755"', "0755"],
    ["!!str 0755", "0755"],
    ["0755x", "0755x"],
  ])("%s is read as %j", (written, value) => {
    // An anchor leaves the text to the other reader.
    for (const content of [`a: ${written}\n`, `a: ${written}\nb: &b c\n`])
      expect(toData(at(parse(content)[0]!.root, "a"))).toBe(value);
  });
});

describe("documents", () => {
  it("resolves aliases and merge keys", () => {
    const [document] = parse("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc: *a\n");
    expect(toData(document!.root)).toEqual({ a: { x: 1, y: 2 }, b: { x: 1, y: 3 }, c: { x: 1, y: 2 } });
  });

  it("keeps a key named __proto__ as data", () => {
    const data = toData(parse("__proto__: {polluted: true}\n")[0]!.root) as Record<string, unknown>;
    expect(Object.keys(data)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses aliases that expand without end", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    const [document] = parse(`${lines.join("\n")}\n`);
    expect(document!.errors.map((error) => error.message).join()).toMatch(/expand/);
  });

  it("survives nesting of any depth", () => {
    for (const bomb of ["[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(50_000)]) {
      const documents = parse(bomb);
      expect(documents.flatMap((document) => document.errors).length).toBeGreaterThan(0);
    }
  });

  it("never throws and keeps every place inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (content) => {
        for (const document of parse(content)) {
          for (const error of document.errors) {
            const location = error.text.locate(error.span);
            expect(location.start.line).toBeLessThanOrEqual(content.split("\n").length);
          }
        }
      }),
    );
  });
});
