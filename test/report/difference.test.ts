import { Ajv } from "ajv";
import { micromark } from "micromark";
import { expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import type { Difference } from "../../src/compliance/difference.ts";
import { formats } from "../../src/report/formats.ts";
import { adoption, contextOf, type Example, hostile } from "./reports.ts";

const markdown = await formats.markdown();
const text = await formats.text();

const file = "policies/falco/falco-rules-compliance.yaml";
const soc2 = (id: string) => ({ framework: "soc2", id });

const difference: Difference = {
  totals: [
    {
      framework: "soc2",
      from: { covered: 5, total: 6, percent: 83 },
      to: { covered: 3, total: 6, percent: 50 },
    },
    { from: { covered: 5, total: 12, percent: 41 }, to: { covered: 3, total: 12, percent: 25 } },
  ],
  controls: [
    ...["CC6.1", "CC6.8"].map((id) => ({
      ...soc2(id),
      title: "Title",
      kind: "lost" as const,
      from: "routed" as const,
      to: "valid" as const,
      counted: true,
      rules: [
        {
          name: "Cryptominer Detected",
          from: "routed" as const,
          to: "valid" as const,
          blockedBy: { rung: "enabled" as const, reason: "The rule is disabled.", file, line: 22 },
        },
      ],
      cause: { rung: "enabled" as const, reason: "The rule is disabled.", file, line: 22 },
    })),
    {
      ...soc2("CC7.1"),
      title: "Title",
      kind: "gained",
      from: null,
      to: "routed",
      counted: true,
      rules: [{ name: "Drift", from: null, to: "routed", blockedBy: null }],
      cause: null,
    },
    {
      ...soc2("CC7.2"),
      title: "Title",
      kind: "left",
      from: "routed",
      to: null,
      counted: true,
      rules: [],
      cause: null,
    },
  ],
  rules: [
    {
      name: "Cryptominer Detected",
      kind: "changed",
      changes: [{ aspect: "enabled", to: false }],
      file,
      line: 22,
      controls: [soc2("CC6.1"), soc2("CC6.8")],
    },
    {
      name: "Reverse Shell",
      kind: "changed",
      changes: [
        { aspect: "condition", effect: "less", details: ['exception "admins" added'] },
        { aspect: "priority", from: "CRITICAL", to: "NOTICE" },
      ],
      file,
      line: 30,
      controls: [soc2("CC6.6")],
    },
    { name: "Old", kind: "removed", changes: [], file, line: 40, controls: [] },
    { name: "Drift", kind: "added", changes: [], file, line: 50, controls: [soc2("CC7.1")] },
    { name: "New Name", was: "Old Name", kind: "renamed", changes: [], file, line: 60, controls: [] },
    {
      name: "Rewritten",
      kind: "changed",
      changes: [{ aspect: "condition", effect: "undecided", details: [] }],
      file,
      line: 70,
      controls: [],
    },
  ],
  findings: { added: ["0".repeat(32)], fixed: 2 },
};

function lead(format: typeof text, example: Example): string {
  const rest = format(example.report, contextOf(example));
  const whole = format({ ...example.report, difference }, contextOf(example));
  let shared = 0;
  while (whole[whole.length - 1 - shared] === rest[rest.length - 1 - shared]) shared++;
  return whole.slice(0, whole.length - shared);
}

test("the comment leads with what the change does", async () => {
  await expect(lead(markdown, adoption)).toMatchFileSnapshot("golden/difference.md");
});

test("so does the text", async () => {
  await expect(lead(text, adoption)).toMatchFileSnapshot("golden/difference.txt");
});

test("the JSON report keeps to its schema", () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  expect(validate({ ...adoption.report, difference }), JSON.stringify(validate.errors)).toBe(true);
});

test("hostile names are shown, not read", () => {
  const payloads = hostile.report.findings.map(({ message }) => message);
  for (const payload of payloads) {
    const rules = [
      {
        name: payload,
        was: payload,
        kind: "renamed" as const,
        changes: [{ aspect: "condition" as const, effect: "less" as const, details: [payload] }],
        file: payload,
        line: 1,
        controls: [{ framework: payload, id: payload }],
      },
    ];
    const report = { ...adoption.report, difference: { ...difference, controls: [], rules } };
    const lines = markdown(report, contextOf(adoption)).split("\n");
    const at = lines.indexOf("### What this change does");
    expect(lines[at + 4]).toMatch(/^- 🔻 Rule /);
    expect(lines[at + 5]).toBe("");
    const html = micromark(lines.slice(at, at + 6).join("\n"), { allowDangerousHtml: true });
    const prose = html.replace(/<code>.*?<\/code>/gs, "").replace(/<\/?(?:h3|p|ul|li)>/g, "");
    expect(prose).not.toMatch(/[<@#]|:\/\//);
  }
});

test("thousands of changes are counted, not shown", () => {
  const rules = Array.from({ length: 5000 }, (_, i) => ({ ...difference.rules[2]!, name: `Rule ${i}` }));
  const report = { ...adoption.report, difference: { ...difference, rules } };
  const shown = markdown(report, contextOf(adoption));
  expect(shown.split("\n").filter((line) => line.includes("removed."))).toHaveLength(59);
  expect(shown).toContain("4943 more, in the JSON report.");
});
