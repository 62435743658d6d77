import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, clean, contextOf, hostile } from "./reports.ts";

const gitlab = await formats.gitlab();

test("a Code Quality report has what GitLab asks for, each fingerprint once", () => {
  for (const example of [adoption, hostile]) {
    const issues = JSON.parse(gitlab(example.report, contextOf(example)));
    expect(issues).toHaveLength(example.report.findings.length);
    const fingerprints = new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint));
    expect(fingerprints.size).toBe(issues.length);
    for (const { description, severity, location } of issues) {
      expect(description).not.toBe("");
      expect(["info", "minor", "major", "critical", "blocker"]).toContain(severity);
      expect(location.lines.begin).toBeGreaterThan(0);
      expect(location.path).not.toMatch(/^\//);
    }
  }
  expect(gitlab(clean.report, contextOf(clean))).toBe("[]\n");
});
