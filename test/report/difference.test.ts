import { Ajv } from "ajv";
import { micromark } from "micromark";
import { expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import { formats } from "../../src/report/formats.ts";
import { adoption, contextOf, difference, type Example, hostile } from "./reports.ts";

const markdown = await formats.markdown();
const text = await formats.text();

function lead(format: typeof text, example: Example): string {
  const rest = format(example.report, contextOf(example));
  const whole = format({ ...example.report, difference }, contextOf(example));
  let shared = 0;
  while (whole[whole.length - 1 - shared] === rest[rest.length - 1 - shared]) shared++;
  return whole.slice(0, whole.indexOf("\n", whole.length - shared) + 1);
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
    const report = {
      ...adoption.report,
      difference: { ...difference, controls: [], deployments: [], rules },
    };
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
  const report = { ...adoption.report, difference: { ...difference, deployments: [], rules } };
  const shown = markdown(report, contextOf(adoption));
  expect(shown.split("\n").filter((line) => line.includes("removed."))).toHaveLength(58);
  expect(shown).toContain("4943 more, in the JSON report.");
});
