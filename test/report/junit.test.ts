import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, clean, contextOf, difference, hostile, unmapped } from "./reports.ts";

const junit = await formats.junit();

test.each(Object.entries({ adoption, clean, unmapped, hostile }))(
  "the JUnit XML of %s",
  async (name, example) => {
    await expect(junit(example.report, contextOf(example))).toMatchFileSnapshot(`golden/${name}.junit.xml`);
  },
);

test("only what fails the check fails a test", () => {
  const never = {
    ...adoption.report,
    summary: { ...adoption.report.summary, passed: true, failures: [], failOn: "never" as const },
  };
  expect(junit(never, contextOf(adoption))).not.toContain("<failure");
  const notices = { ...adoption.report, summary: { ...adoption.report.summary, failOn: "notice" as const } };
  expect(junit(notices, contextOf(adoption)).match(/<failure/g)).toHaveLength(2 + 5);
});

test("with only-new, findings that the base has fail no test", () => {
  const { report } = adoption;
  const since = {
    ...difference,
    findings: { added: [report.findings[0]!.fingerprint], fixed: 0 },
  };
  const onlyNew = {
    ...report,
    difference: since,
    summary: { ...report.summary, onlyNew: true, failures: [], passed: true },
  };
  expect(junit(onlyNew, contextOf(adoption)).match(/<failure/g)).toHaveLength(1);
});

test("hostile text is text: tags balance and no character is one that XML forbids", () => {
  const output = junit(hostile.report, contextOf(hostile));
  expect(output).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  const open: string[] = [];
  for (const [, closing, tag, self] of output.matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"<>]*")*(\/?)>/g)) {
    if (closing === "/") expect(open.pop()).toBe(tag);
    else if (self !== "/") open.push(tag!);
  }
  expect(open).toEqual([]);
  expect(output.match(/</g)).toHaveLength(output.match(/>/g)!.length);
});
