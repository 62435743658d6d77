import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { adoption, clean, contextOf, everyFramework, hostile, unmapped } from "./reports.ts";

const markdown = await formats.markdown();

function rendered(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

test.each(Object.entries({ adoption, clean, unmapped, hostile }))(
  "the Markdown of %s",
  async (name, example) => {
    await expect(markdown(example.report, contextOf(example))).toMatchFileSnapshot(`golden/${name}.md`);
  },
);

test("hostile text leaves the structure alone and pings nobody", () => {
  const html = rendered(markdown(hostile.report, contextOf(hostile)));
  const tags = new Set(Array.from(html.matchAll(/<\/?([a-z][a-z0-9]*)/gi), ([, tag]) => tag));
  expect([...tags].sort()).toEqual([
    "a",
    "b",
    "br",
    "code",
    "details",
    "em",
    "h2",
    "h3",
    "li",
    "p",
    "strong",
    "sub",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
  ]);
  const links = Array.from(html.matchAll(/<a [^>]*>/g), ([tag]) => tag);
  expect(new Set(links)).toEqual(new Set(['<a href="https://example.test/docs/rules/falco/rule-shape.md">']));
  const prose = html.replace(/<code>[^<]*<\/code>/g, "").replace(/<[^>]*>/g, "");
  expect(prose).not.toMatch(/[@#]|GH-|https?:|www\.|:tada:/);
  expect(html.match(/<tr>/g)).toHaveLength(1 + 1 + 1 + 6 + 1 + 6 + (1 + 5) + (1 + 6));
});

test("places and rules link where addresses are known", () => {
  const context = contextOf(adoption, {
    link: (file, line) => `https://github.test/o/r/blob/abc/${file}#L${line}`,
  });
  expect(markdown(adoption.report, context)).toContain(
    "[`policies/matrix.yaml:5`](https://github.test/o/r/blob/abc/policies/matrix.yaml#L5)",
  );
});

test("quiet leaves out what is covered", () => {
  const output = markdown(adoption.report, contextOf(adoption, { quiet: true }));
  expect(output).toContain("`CC6.8`");
  expect(output).not.toContain("`CC6.1`");
});

describe("a limit", () => {
  const example = everyFramework();
  const context = contextOf(example);
  const whole = markdown(example.report, context);

  test("that is not reached changes nothing", () => {
    expect(renderMarkdown(example.report, context, { limit: whole.length })).toBe(whole);
  });

  test.each([30_000, 20_000, 8_000, 4_000])("of %i characters cuts whole rows and says so", (limit) => {
    const cut = renderMarkdown(example.report, context, { limit, whole: "The job summary has it all." });
    expect(cut.length).toBeLessThanOrEqual(limit);
    expect(cut).toMatch(
      /> Left out, as GitHub takes no longer text: .*\d+ of \d+ controls\. The job summary has it all\.\n$/,
    );
    const rows = new Set(whole.split("\n"));
    for (const line of cut.split("\n").slice(0, -2)) expect(rows).toContain(line);
    expect(rendered(cut).match(/<details>/g)?.length).toBe(rendered(cut).match(/<\/details>/g)?.length);
  });

  test("takes covered controls before open ones, and errors last", () => {
    const cut = renderMarkdown(example.report, context, { limit: 12_000 });
    expect(cut).toContain("🔴 error");
    expect(cut).toContain("⚠️ valid");
    expect(cut).not.toContain("✅ routed");
  });

  test("in bytes counts bytes", () => {
    const cut = renderMarkdown(example.report, context, { limit: 8_000, unit: "bytes" });
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(8_000);
  });

  test("holds for hostile text as well", () => {
    for (const limit of [3_000, 5_000]) {
      expect(renderMarkdown(hostile.report, contextOf(hostile), { limit }).length).toBeLessThanOrEqual(limit);
    }
  });
});
