import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, clean, contextOf, hostile } from "./reports.ts";

const github = await formats.github();

test.each(Object.entries({ adoption, hostile }))("the workflow commands of %s", async (name, example) => {
  await expect(github(example.report, contextOf(example))).toMatchFileSnapshot(`golden/${name}.commands.txt`);
});

test("nothing found is nothing said", () => {
  expect(github(clean.report, contextOf(clean))).toBe("");
});

test("hostile text starts no command of its own", () => {
  const lines = github(hostile.report, contextOf(hostile)).trimEnd().split("\n");
  expect(lines).toHaveLength(hostile.report.findings.length);
  for (const line of lines) {
    expect(line).toMatch(
      /^::warning file=[^,:]*,line=1,endLine=1,col=\d+,endColumn=\d+,title=falco\/rule-shape::[^\r\n]*$/,
    );
  }
});

test("the worst come first, and among equals those on changed lines", () => {
  const changed = (file: string) => file === "policies/matrix.yaml";
  const order = github(adoption.report, contextOf(adoption, { changed }))
    .trimEnd()
    .split("\n")
    .map((line) => /^::(\w+) file=([^,]*),line=(\d+)/.exec(line)!.slice(1).join(" "));
  expect(order).toEqual([
    "error policies/matrix.yaml 5",
    "error policies/falco/falco-rules-compliance.yaml 12",
    "error policies/falco/falco-rules-compliance.yaml 19",
    "warning policies/matrix.yaml 4",
    "notice policies/falco/falco-rules-compliance.yaml 22",
  ]);
});
