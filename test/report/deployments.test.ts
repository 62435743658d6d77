import { expect, test } from "vitest";
import type { DeploymentCoverage } from "../../src/compliance/coverage.ts";
import { formats } from "../../src/report/formats.ts";
import { adoption, contextOf } from "./reports.ts";

const { coverage } = adoption.report;
const own = (name: string): DeploymentCoverage => ({
  name,
  totals: coverage.totals,
  frameworks: coverage.frameworks.map(({ id, name, totals }) => ({ id, name, totals })),
});
const report = {
  ...adoption.report,
  coverage: { ...coverage, deployments: [own("clusters/eu: falco/falco"), own("<b>| @team")] },
};

test.each(["text", "markdown", "html"] as const)("%s shows each deployment's own coverage", async (name) => {
  const output = (await formats[name]())(report, contextOf(adoption));
  expect(output).toContain("clusters/eu: falco/falco");
  if (name !== "text") expect(output).not.toContain("<b>| @team");
  const alone = (await formats[name]())(adoption.report, contextOf(adoption));
  expect(alone).not.toContain("clusters/eu");
});

test("one deployment is told as all there is", async () => {
  const output = (await formats.text())(adoption.report, contextOf(adoption));
  expect(output).not.toContain("Each deployment alone");
});
