import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import {
  commandMessage,
  commandProperty,
  csvCell,
  htmlText,
  markdownCode,
  markdownHtml,
  markdownLink,
  markdownText,
  visible,
  xmlText,
} from "../../src/report/escape.ts";
import { prose } from "../../src/report/markup.ts";

const active = [
  ..."@#|<>&`*_[]()~$:!-+=\\/\"'%.,;\n\r\t ",
  ...["@octocat", "@org/team", "#12", "org/repo#1", "GH-1", "https://e.test/x", "www.e.test", "me@e.test"],
  ...[
    "<b>",
    "</td>",
    "<!--",
    "-->",
    "<script>",
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "| - |",
    "```",
    "``",
    "&lt;",
    "&#64;",
  ],
  ...[
    "deadbeef",
    "0123456789abcdef0123456789abcdef01234567",
    ":tada:",
    "mailto:a@b.c",
    "1. ",
    "a",
    "Z",
    "9",
    "é",
    "患",
  ],
  ...["\u0000", "\u001b", "\u202e", "\u2028", "\ud800", "\u200b", "\u00a0"],
];
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...active), { maxLength: 14 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

function rendered(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** What GitHub reads after Markdown: text outside of code, and the tags. */
function read(html: string): { tags: string[]; prose: string } {
  const tags = html.match(/<[^>]*>/g) ?? [];
  const prose = html.replace(/<code>[^<]*<\/code>/g, " \u0001 ").replace(/<[^>]*>/g, "");
  return {
    tags: tags.filter(
      (tag) => !/^<\/?(?:p|code|details|summary|table|thead|tbody|tr|th|td|ul|li|b)>$/.test(tag),
    ),
    prose,
  };
}

function expectInert(html: string): void {
  const { tags, prose } = read(html);
  expect(tags).toEqual([]);
  const decoded = prose
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'");
  expect(decoded).not.toMatch(/[@#]/);
  expect(decoded).not.toMatch(/\bGH-\d/i);
  expect(decoded).not.toMatch(/https?:\/\/|www\./i);
  expect(decoded).not.toMatch(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i);
  expect(decoded).not.toMatch(/:[a-z0-9_+-]+:/i);
}

describe.each([
  ["prose", markdownText],
  ["code", markdownCode],
])("Markdown %s", (_, escaped) => {
  test("has no mention, reference, tag or link in a paragraph", () => {
    fc.assert(
      fc.property(hostileText, (text) => expectInert(rendered(`x ${escaped(text)} y`))),
      { numRuns: 300 },
    );
  });

  test("stays one item of a list", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = rendered(`- ${escaped(text)}\n`);
        expectInert(html);
        expect(html.match(/<li>/g)).toHaveLength(1);
      }),
    );
  });

  test("stays one cell of a table", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (a, b) => {
        const html = rendered(`| x | y |\n| - | - |\n| ${escaped(a)} | ${escaped(b)} |\n| last | row |\n`);
        expectInert(html);
        expect(html.match(/<tr>/g)).toHaveLength(3);
        expect(html.match(/<td>/g)).toHaveLength(4);
        expect(html).toContain("<td>last</td>");
      }),
      { numRuns: 300 },
    );
  });
});

test("prose in an HTML element of Markdown stays prose", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const html = rendered(`<details><summary>${markdownHtml(text)}</summary>\n\nnext\n\n</details>\n`);
      expectInert(html);
      expect(html).toContain("<p>next</p>");
    }),
  );
});

test("Markdown shows the text that it was given", () => {
  const shown = (html: string) =>
    html
      .replace(/<[^>]*>/g, "")
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")
      .trim();
  for (const text of [
    "a|b*c_d",
    "a `b",
    "[a](b) <i> & &amp;",
    "\\| \\ ` \\",
    "$x$ ~~y~~",
    "-x",
    "1. x",
    "x `",
  ]) {
    expect(shown(rendered(markdownText(text)))).toBe(text);
    expect(shown(rendered(`. ${markdownCode(text)}`)).slice(2)).toBe(text);
  }
});

test("text in backticks is code", () => {
  expect(markdownText("the key `a_b`, not `|`.")).toBe("the key `a_b`, not &#124;.");
  expect(markdownText("(`a`)`b``c` `@d")).toBe("(`a`)`b` `c` `` `@d ``");
  expect(prose("the key `a<b`, not <i>")).toEqual({ markup: "the key <code>a&lt;b</code>, not &lt;i&gt;" });
});

test("plain words stay as they are", () => {
  expect(markdownText("Falco 0.44.1 has no field (yet): proc.nam!")).toBe(
    "Falco 0.44.1 has no field (yet): proc.nam!",
  );
  expect(markdownText("ask @octocat about #1")).toBe("ask `@octocat` about `#1`");
});

test("a link is one only to the web, and its address cannot end it", () => {
  expect(markdownLink("`a`", undefined)).toBe("`a`");
  expect(markdownLink("`a`", "javascript:alert(1)")).toBe("`a`");
  expect(markdownLink("`a`", "https://e.test/a b)|`<>@é#L1")).toBe(
    "[`a`](https://e.test/a%20b%29%7C%60%3C%3E%40%C3%A9#L1)",
  );
});

test("HTML text has no tag and cannot leave an attribute", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(htmlText(text)).not.toMatch(/[<>"'\u0000-\u001f]/);
    }),
  );
  expect(htmlText(`<a href="x" b='y'>&`)).toBe("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
});

test("XML text has only characters that XML allows", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(xmlText(text)).not.toMatch(/[<>"'\u0000-\u001f\ufffe\uffff]/);
      expect(xmlText(text)).not.toMatch(/[\ud800-\udfff]/u);
    }),
  );
});

test("a workflow command is one line and its properties end where they should", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(commandMessage(text)).not.toMatch(/[\r\n]/);
      expect(commandProperty(text)).not.toMatch(/[\r\n:,]/);
      expect(decodeCommand(commandMessage(text))).toBe(text);
      expect(decodeCommand(commandProperty(text))).toBe(text);
    }),
  );
});

function decodeCommand(text: string): string {
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

test("a CSV cell is one cell and never a formula", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const cell = csvCell(text);
      expect(cell).not.toMatch(/[\r\n]/);
      const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(inner).not.toMatch(/^\s*[=+\-@\t\r]/);
      if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",]/);
    }),
  );
  expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
});

test("what can be seen is one line without a control character", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(visible(text)).not.toMatch(/[\ud800-\udfff]/u);
    }),
  );
  expect(visible("a\u001b[31m\tb\u0000")).toBe("a␛[31m b␀");
});
