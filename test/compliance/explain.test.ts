import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { evidenceOf, inspect } from "../../src/check.ts";
import { type ControlExplanation, explainControl } from "../../src/compliance/control-explanation.ts";
import { controlText } from "../../src/report/control-text.ts";

const root = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(root, { recursive: true }));

writeFileSync(
  path.join(root, "rules.yaml"),
  `- rule: Miner Started
  desc: A miner starts.
  condition: evt.type = execve and proc.name = xmrig
  output: "Miner started (process=%proc.name)"
  priority: CRITICAL
`,
);
writeFileSync(
  path.join(root, "matrix.yaml"),
  `version: 1
frameworks: [{id: soc2}, {id: pci-dss}]
controls:
  soc2:
    CC6.8: [Miner Started]
`,
);

const evidence = evidenceOf(await inspect([], { root }));
const explain = async (id: string): Promise<ControlExplanation> => (await explainControl(id, evidence))!;

describe("finds a control", () => {
  test.each([
    ["CC6.8", "soc2", "CC6.8"],
    ["cc6.8", "soc2", "CC6.8"],
    ["SOC2_CC6.8", "soc2", "CC6.8"],
    ["pci-dss:10.2.1.1", "pci-dss", "10.2.1.1"],
    ["pci-dss:Req-10.2.1", "pci-dss", "10.2.1"],
    ["Art. 32", "gdpr", "Art. 32"],
    ["gdpr:32(1)(b)", "gdpr", "Art. 32(1)(b)"],
    ["AC-2.1", "fedramp", "AC-2(1)"],
    ["iso27001:A.12.4.1", "iso27001", "A.8.15"],
    ["164.312(b)", "hipaa", "164.312(b)"],
  ])("%s is %s %s", async (written, framework, id) => {
    const explanation = await explain(written);
    expect([explanation.framework.id, explanation.id]).toEqual([framework, id]);
  });

  test.each(["fd.sip", "CC99.9", "no such thing", "pci-dss:", ""])("%j is none", async (written) => {
    expect(await explainControl(written, evidence)).toBeUndefined();
  });
});

test("says what answers a control here, and what holds it back", async () => {
  const { coverage, signals, crosswalk } = await explain("CC6.8");
  expect(coverage?.rules).toMatchObject([{ name: "Miner Started", rung: "enabled" }]);
  expect(signals.map(({ id }) => id)).toContain("cryptominer");
  expect(crosswalk.map(({ framework }) => framework)).toEqual(
    expect.arrayContaining(["pci-dss", "fedramp", "hipaa", "iso27001", "nist-csf", "cis-kubernetes"]),
  );
});

test("suggests a rule where nothing answers", async () => {
  const { coverage, suggestions } = await explain("pci-dss:5.2.2");
  expect(coverage?.rules).toEqual([]);
  expect(suggestions.map(({ rule }) => rule)).toEqual([
    "Miner Started",
    "Known Cryptominer Process Executed",
    "Detect outbound connections to common miner pool ports",
  ]);
});

test("lists what is below a heading", async () => {
  const { below, runtime } = await explain("CC6");
  expect(runtime).toBe("detect");
  expect(below.map(({ id }) => id)).toContain("CC6.8");
});

test("names the properties of a control that the monitoring answers", async () => {
  const { properties } = await explain("12.10.5");
  expect(properties.map(({ id }) => id)).toEqual(["people-alerted"]);
});

test.each(["CC6.8", "pci-dss:10.6", "12.10.5", "12.10.3", "SC-7(5)", "CC1.1", "AC-2(1)"])(
  "as text: %s",
  async (id) => {
    const text = controlText(await explain(id), { color: false, width: 90 });
    const lines = text.split("\n").filter((line) => !line.startsWith("https://"));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(90);
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/explain-${id.replace(/\W+/g, "-")}.txt`);
  },
);
