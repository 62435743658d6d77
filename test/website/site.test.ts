import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { read } from "../../playground/src/check.ts";
import type { PlaygroundFile } from "../../playground/src/protocol.ts";
import { fieldNames, newestVersion } from "../../src/falco/index.ts";
import { lintRules } from "../../src/lint/index.ts";
import { brokenLinks } from "../../website/scripts/check-links.ts";
import { sitePages } from "../../website/scripts/pages.ts";
import { withPlaygroundLinks } from "../../website/scripts/playground-links.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pages = new Map((await sitePages(root)).map((page) => [page.path, page]));

test("every rule, field, framework and signal has its place", () => {
  for (const { id } of lintRules) expect(pages.get(`rules/${id}.md`)?.section).toBe("Rules");
  const fields = [...pages.values()].filter(({ section }) => section === "Fields");
  const headings = new Set(fields.flatMap(({ markdown }) => markdown.match(/^## .+$/gm) ?? []));
  for (const name of fieldNames()) expect(headings).toContain(`## ${name.replaceAll("_", "\\_")}`);
  expect(pages.get("controls/soc2.md")?.markdown).toContain("### CC6.8 Unauthorised");
  expect(pages.get("signals/reverse-shell.md")?.markdown).toContain("## Attacks");
});

test("links lead to pages of the site, and those to other files to the repository", () => {
  const home = pages.get("README.md")!.markdown;
  expect(home).toContain("](coverage.md)");
  expect(home).toMatch(/\]\(https:\/\/github\.com\/[^)]+\/blob\/main\/policies\/README\.md\)/);
  expect(home).not.toContain("](docs/");
});

const filesIn = (link: string): PlaygroundFile[] =>
  JSON.parse(inflateRawSync(Buffer.from(link, "base64url")).toString()).files;

test("examples with rules open in the playground, others do not", () => {
  const rules = "- rule: r\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: INFO\n";
  const linked = withPlaygroundLinks(
    `\`\`\`yaml\n${rules}\`\`\`\n\n\`\`\`yaml\njson_output: true\n\`\`\`\n`,
    "../playground/",
  );
  const links = [...linked.matchAll(/\(\.\.\/playground\/#1\.([\w-]+)\)/g)].map(([, link]) => link!);
  expect(links.map(filesIn)).toEqual([[{ name: "example.yaml", text: rules }]]);
});

test("the first example of a rule's page shows in the playground what the page says", async () => {
  const shown: string[] = [];
  const missing: string[] = [];
  for (const { id } of lintRules.filter((rule) => rule.id.startsWith("falco/"))) {
    const { markdown } = pages.get(`rules/${id}.md`)!;
    const example =
      /\n## Example\n\n```yaml\n[\s\S]*?\n```\n\n\[Open in the playground\]\([^)#]*#1\.([\w-]+)\)/.exec(
        markdown,
      );
    // A long example shows only the lines that matter.
    if (example === null || example[0].includes("# ...")) continue;
    const input = { files: filesIn(example[1]!), falcoVersion: newestVersion.falco, afterPublished: true };
    const { findings } = await read(input);
    (findings.some(({ rule }) => rule === id) ? shown : missing).push(id);
  }
  expect(missing).toEqual([]);
  expect(shown.length).toBeGreaterThan(50);
}, 90_000);

test("links that lead nowhere are found", () => {
  const site = mkdtempSync(path.join(tmpdir(), "falcoverage-site-"));
  try {
    mkdirSync(path.join(site, "a"));
    writeFileSync(
      path.join(site, "index.html"),
      '<a href="a/">x</a><a href="a/index.html#here">x</a><a href="a/index.html#there">x</a><a href="b.html">x</a><a href="https://example.com/">x</a>',
    );
    writeFileSync(path.join(site, "a/index.html"), '<h1 id="here">x</h1><a href="../index.html">x</a>');
    expect(brokenLinks(site)).toEqual(["index.html: a/index.html#there", "index.html: b.html"]);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
});
