import { Ajv } from "ajv";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import { formats } from "../../src/report/formats.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { adoption, contextOf, difference, type Example, hostile } from "./reports.ts";

const markdown = await formats.markdown();
const text = await formats.text();

const changed: Example = { ...adoption, report: { ...adoption.report, difference } };

test("the comment leads with what the change does", async () => {
  const comment = renderMarkdown(changed.report, contextOf(changed), { limit: 65_536, brief: true });
  await expect(comment).toMatchFileSnapshot("golden/difference.md");
});

test("so does the text", async () => {
  await expect(text(changed.report, contextOf(changed))).toMatchFileSnapshot("golden/difference.txt");
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
    const at = lines.findIndex((line) => line.startsWith("- 🔻 Rule "));
    expect(lines[at + 1]).toBe("");
    const html = micromark(lines.slice(at, at + 1).join("\n"), { allowDangerousHtml: true });
    const prose = html.replace(/<code>.*?<\/code>/gs, "").replace(/<\/?(?:h3|p|ul|li)>/g, "");
    expect(prose).not.toMatch(/[<@#]|:\/\//);
  }
});

test("thousands of rules that go are one statement", () => {
  const rules = Array.from({ length: 5000 }, (_, i) => ({ ...difference.rules[2]!, name: `Rule ${i}` }));
  const report = { ...adoption.report, difference: { ...difference, controls: [], deployments: [], rules } };
  const shown = markdown(report, contextOf(adoption));
  expect(shown).toContain("- 🔻 5000 rules removed: `Rule 0`, `Rule 1`");
  expect(shown).toContain("`Rule 19` and 4980 more.");
});

test("thousands of rules that change are counted, not shown", () => {
  const rules = Array.from({ length: 5000 }, (_, i) => ({ ...difference.rules[5]!, name: `Rule ${i}` }));
  const report = { ...adoption.report, difference: { ...difference, controls: [], deployments: [], rules } };
  const shown = markdown(report, contextOf(adoption));
  expect(shown.split("\n").filter((line) => line.startsWith("- ▫️ Rule "))).toHaveLength(60);
  expect(shown).toContain("4940 more, in the JSON report.");
});

describe("a comment", () => {
  const [lost] = difference.controls;
  const move = (name: string) => ({
    name,
    from: "proven" as const,
    to: null,
    blockedBy: { rung: "valid" as const, reason: `No rule "${name}" is among the files checked.` },
  });
  const removed = (name: string) => ({ ...difference.rules[2]!, name });
  const comment = (change: Partial<typeof difference>) =>
    renderMarkdown(
      {
        ...adoption.report,
        difference: {
          totals: difference.totals,
          controls: [],
          deployments: [],
          rules: [],
          findings: { added: [], fixed: 0 },
          ...change,
        },
      },
      contextOf(adoption),
      { limit: 65_536, brief: true },
    );

  test("names each control once, under the cause that explains most", () => {
    const controls = Array.from({ length: 40 }, (_, i) => ({
      ...lost!,
      id: `X${i}.`,
      rules: i % 2 === 0 ? [move("Often")] : [move(`Seldom ${i}`), move("Often")],
      cause: move("Often").blockedBy,
    }));
    const shown = comment({ controls, rules: [removed("Often"), removed("Seldom 1")] });
    expect(shown).toContain("40 controls lost: rule Often is removed\n");
    expect(shown.match(/\bX0\./g)).toHaveLength(1);
    expect(shown.split("\n").filter((line) => line.startsWith("- 🔻"))).toHaveLength(1);
  });

  test("folds what goes beyond five causes", () => {
    const controls = Array.from({ length: 9 }, (_, i) => ({
      ...lost!,
      id: `X${i}.`,
      rules: [move(`R${i}`)],
    }));
    const shown = comment({ controls, rules: controls.map((_, i) => removed(`R${i}`)) });
    expect(shown).toContain("9 controls lost: rules R0, R1, R2 and 6 more are removed");
    const open = shown.replace(/<details>.*?<\/details>/gs, "");
    expect(open.split("\n").filter((line) => line.startsWith("- 🔻"))).toHaveLength(5);
    expect(shown).toContain("<summary>4 more</summary>");
  });

  test("of no change is a line, and all else is folded", () => {
    const shown = comment({ totals: [] });
    expect(shown.split("\n")[0]).toBe(
      "## ❌ No change: a routed detector for 3 of 8 detectable controls (37%)",
    );
    const open = shown.replace(/<details>.*<\/details>/gs, "");
    expect(open).not.toContain("| Framework |");
  });

  test("says so where Falco is new", () => {
    const share = (covered: number) => ({ covered, total: 8, percent: 0 });
    const shown = comment({
      totals: [{ from: share(0), to: share(3) }],
      controls: [{ ...difference.controls[2]!, from: null, to: "routed" }],
      rules: [difference.rules[3]!],
    });
    expect(shown).toContain("Falco added: 1 control covered\n");
  });
});

test("a line at which Falco does not start is one cause, however many rules and controls it stops", () => {
  const blockedBy = {
    rung: "valid",
    reason: "Falco does not start: no field.",
    file: "r.yaml",
    line: 7,
  } as const;
  const controls = Array.from({ length: 30 }, (_, i) => ({
    ...difference.controls[0]!,
    id: `C${i}`,
    kind: "lost" as const,
    from: "routed" as const,
    to: "mapped" as const,
    cause: blockedBy,
    rules: [{ name: `Rule ${i}`, from: "routed" as const, to: "mapped" as const, blockedBy }],
  }));
  const report = { ...adoption.report, difference: { ...difference, controls, deployments: [], rules: [] } };
  const comment = renderMarkdown(report, contextOf(adoption), { limit: 65_536, brief: true });
  expect(comment).toMatch(/^## . 30 controls lost: Falco does not start: no field$/m);
  expect(comment.match(/^- 🔻/gm)).toHaveLength(1);
  expect(comment).toContain("`Rule 0`, `Rule 1`, `Rule 2` and 27 more");
  expect(comment).toContain("those of which it shows a part");
});
