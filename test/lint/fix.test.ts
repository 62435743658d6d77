import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Edit } from "../../src/lint/finding.ts";
import { Text } from "../../src/project/text.ts";

/** Applies edits of one file that do not overlap. */
function apply(content: string, edits: readonly Edit[]): string {
  const { lineStarts } = new Text("", content);
  const offset = ({ line, column }: Edit["start"]) => lineStarts[line - 1]! + column - 1;
  const located = edits.map(({ start, end, text }) => ({ start: offset(start), end: offset(end), text }));
  return located
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), content);
}

test("the rules that are suggested for a control can be taken over as they are", async () => {
  const root = path.join(import.meta.dirname, "rules/matrix/unmapped-control/bad-with-rules");
  const { report } = await check([], { root });
  const edits = report.findings
    .filter(({ rule }) => rule === "matrix/unmapped-control")
    .flatMap(({ fix }) => fix?.edits ?? []);
  const matrix = readFileSync(path.join(root, "matrix.yaml"), "utf8");
  expect(apply(matrix, edits)).toMatchInlineSnapshot(`
    "version: 1
    frameworks:
      - id: soc2
        selection: [CC6.8]
      - id: pci-dss
        selection: [5.2.2, 5.3.2]
      - id: iso27001
        selection: [A.8.7]
    controls:
      soc2:
        CC6.8:
          rules: ["Miner Started"]
      pci-dss:
        5.2.2:
          rules: ["Miner Started", "Known Cryptominer Process Executed", "Detect outbound connections to common miner pool ports"]
        5.3.2:
          rules: ["Miner Started", "Launch Suspicious Network Tool in Container", "Kubernetes Client Tool Launched in Container"]
      iso27001:
        A.8.7:
          rules: ["Miner Started", "Known Cryptominer Process Executed", "Detect outbound connections to common miner pool ports"]
        A.5.1:
          rules: ["Miner Started"]
    "
  `);
});
