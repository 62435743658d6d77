import { expect, test } from "vitest";
import { lintRules } from "../../src/lint/index.ts";
import { edited } from "./edits.ts";
import { findingsIn, fixtureFiles } from "./fixtures.ts";

test("the rules that are suggested for a control can be taken over as they are", async () => {
  const files = fixtureFiles("matrix/unmapped-control", "bad-with-rules");
  const rule = lintRules.find(({ id }) => id === "matrix/unmapped-control")!;
  const edits = (await findingsIn(files, rule)).flatMap(({ fix }) => fix?.edits ?? []);
  expect(edited(files, edits)["matrix.yaml"]).toMatchInlineSnapshot(`
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
