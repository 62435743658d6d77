import { expect, test } from "vitest";
import { ruleSettings } from "../../src/configuration/index.ts";
import { type LintRule, lint } from "../../src/lint/index.ts";
import { modelFrom } from "./model.ts";

const text = "- macro: m\n  condition: proc.name = a\n";

/** How often a lint rule looks at the model, and how much it finds, by the settings of a configuration. */
async function run(config: Parameters<typeof ruleSettings>[0]): Promise<{ looks: number; found: number }> {
  let looks = 0;
  const rule: LintRule = {
    id: "falco/probe",
    severity: "warning",
    confidence: "high",
    summary: "",
    fixable: false,
    check: ({ project }) => {
      looks++;
      const [{ text }] = project.sources as [(typeof project.sources)[number]];
      return [{ at: { text, span: { start: 0, end: 1 } }, message: "Found." }];
    },
  };
  const { findings } = lint(await modelFrom({ "rules.yaml": text }), [rule], ruleSettings(config));
  return { looks, found: findings.length };
}

test("a rule that is off does no work", async () => {
  expect(await run({ rules: { "falco/probe": "off" } })).toEqual({ looks: 0, found: 0 });
  expect(await run({ rules: { "falco/*": "off" } })).toEqual({ looks: 0, found: 0 });
});

test("a rule that is off works for the files where an override switches it on", async () => {
  const rules = { "falco/probe": "off" } as const;
  const on = { files: ["rules.yaml"], rules: { "falco/probe": "error" } } as const;
  const elsewhere = { files: ["other.yaml"], rules: { "falco/*": "error" } } as const;
  expect(await run({ rules, overrides: [on] })).toEqual({ looks: 1, found: 1 });
  expect(await run({ rules, overrides: [elsewhere] })).toEqual({ looks: 1, found: 0 });
  expect(await run({ rules, overrides: [{ ...on, rules }] })).toEqual({ looks: 0, found: 0 });
});
