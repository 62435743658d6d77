import { expect, test } from "vitest";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import { readRunbooks } from "../../src/runbook/runbook.ts";

function read(...pages: readonly [file: string, content: string][]) {
  return readRunbooks(
    readProject({ texts: pages.map(([file, content]) => new Text(file, content)), skipped: [] }),
  );
}

test("a page with rules in its front matter is a runbook, and pages beside it are read too", () => {
  const found = read(
    ["runbooks/shell.md", "---\r\ntitle: Shell\r\nrules: [A, B]\r\npriority: error\r\n---\r\n# Shell\r\n"],
    ["runbooks/README.md", "# Runbooks\n"],
    ["docs/page.md", "---\ntitle: A page\n---\n"],
    ["README.md", "---\nrules\n"],
  );
  expect(found.map(({ source, front }) => [source.file, front?.rules.map(({ name }) => name)])).toEqual([
    ["runbooks/shell.md", ["A", "B"]],
    ["runbooks/README.md", undefined],
  ]);
  expect(found[0]?.front?.priority?.word).toBe("error");
});

test("code blocks lead back to their lines, also inside of lists", () => {
  const page = [
    "---",
    "rules: [A]",
    "---",
    "1. Look:",
    "   ```bash",
    "   echo one",
    "     echo two",
    "   ```",
    "- ~~~~JSON title",
    "  ~~~",
    "  ~~~~",
    "```",
    "no end",
  ].join("\n");
  const [runbook] = read(["a.md", page]);
  const fences = runbook!.fences.map(({ language, text, open }) => ({
    language,
    content: text.content,
    open,
  }));
  expect(fences).toEqual([
    { language: "bash", content: "echo one\n  echo two\n", open: false },
    { language: "json", content: "~~~\n", open: false },
    { language: "", content: "no end", open: true },
  ]);
  const { text } = runbook!.fences[0]!;
  const at = text.content.indexOf("two");
  expect(text.locate({ start: at, end: at + 3 }).start).toEqual({ line: 7, column: 11 });
});
