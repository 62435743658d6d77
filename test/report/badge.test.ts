import { expect, test } from "vitest";
import { badgeEndpoint, badgeSvg } from "../../src/report/badge.ts";
import { adoption, clean, everyFramework, hostile, unmapped } from "./reports.ts";

test.each(Object.entries({ adoption, clean, unmapped }))("the badge of %s", async (name, { report }) => {
  await expect(await badgeSvg(report)).toMatchFileSnapshot(`golden/${name}.badge.svg`);
});

test("the endpoint has the same words", () => {
  expect(JSON.parse(badgeEndpoint(adoption.report))).toEqual({
    schemaVersion: 1,
    label: "falco coverage",
    message: "37%",
    color: "orange",
  });
  expect(JSON.parse(badgeEndpoint(unmapped.report))).toMatchObject({
    message: "no controls",
    color: "lightgrey",
  });
  expect(JSON.parse(badgeEndpoint(clean.report))).toMatchObject({ message: "100%", color: "brightgreen" });
});

test("each framework has a badge", async () => {
  const { report } = everyFramework();
  for (const { id, name } of report.coverage.frameworks) {
    expect(JSON.parse(badgeEndpoint(report, id))).toMatchObject({ message: expect.stringMatching(/^\d+%$/) });
    expect(await badgeSvg(report, id)).toContain("<svg");
    expect(name).not.toBe("");
  }
  await expect(badgeSvg(report, "nis2")).rejects.toThrow(/no framework "nis2" here. There is: soc2, hipaa/);
});

test("a hostile name is text in the picture", async () => {
  const [framework] = hostile.report.coverage.frameworks;
  for (const name of ['<script>alert(1)</script>"', "a\u0000b\u001b[31m\ud800", "x".repeat(100_000)]) {
    const coverage = { ...hostile.report.coverage, frameworks: [{ ...framework!, id: "own", name }] };
    const svg = await badgeSvg({ ...hostile.report, coverage }, "own");
    expect(svg).not.toMatch(/<script|[\u0000-\u0008\u001b]|[\ud800-\udfff]/u);
    expect(svg.length).toBeLessThan(5_000);
  }
});
