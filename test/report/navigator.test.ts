import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, contextOf } from "./reports.ts";

const navigator = await formats.navigator();

test("techniques are scored by the best rule that is enabled", () => {
  const [framework] = adoption.report.coverage.frameworks;
  const control = framework!.controls[0]!;
  const rule = (name: string, tags: string[], enabled = true) =>
    ({ ...adoption.report.rules[0]!, name, tags, enabled }) as (typeof adoption.report.rules)[number];
  const report = {
    ...adoption.report,
    rules: [
      rule("Routed", ["T1059.004", "process"]),
      rule("Valid", ["T1059.004", "mitre_t1611"]),
      rule("Nowhere", ["T1105"]),
      rule("Off", ["T1486"], false),
    ],
    coverage: {
      ...adoption.report.coverage,
      frameworks: [
        {
          ...framework!,
          controls: [
            {
              ...control,
              breadth: { attacks: 4, detected: 1, percent: 25 },
              rules: [
                { name: "Routed", rung: "routed" as const, blockedBy: null },
                { name: "Valid", rung: "valid" as const, blockedBy: null },
              ],
            },
          ],
        },
      ],
    },
  };
  const layer = JSON.parse(navigator(report, contextOf(adoption)));
  expect(layer.techniques).toEqual([
    {
      techniqueID: "T1059.004",
      score: 83,
      comment: "Routed: routed\nValid: valid",
      metadata: [{ name: "breadth of its controls", value: "25%" }],
    },
    { techniqueID: "T1105", comment: "Nowhere: no control names it", metadata: [] },
    {
      techniqueID: "T1611",
      score: 33,
      comment: "Valid: valid",
      metadata: [{ name: "breadth of its controls", value: "25%" }],
    },
  ]);
});
