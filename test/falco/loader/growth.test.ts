import { expect, test } from "vitest";
import { load } from "../../../src/falco/index.ts";

test("loading grows with the number of rules, not with its square", () => {
  processorTime(rules(500));
  const small = processorTime(rules(1500));
  const large = processorTime(rules(7500));
  // Five times as many rules take about five times as long; a quadratic loader takes more than fifteen.
  expect(large / small).toBeLessThan(10);
}, 60_000);

/** Seconds that this process computes to load a text. */
function processorTime(text: string): number {
  const start = process.cpuUsage();
  const { loads } = load([{ name: "rules.yaml", text }]);
  const { user, system } = process.cpuUsage(start);
  expect(loads).toBe(true);
  return (user + system) / 1e6;
}

function rules(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `- rule: Rule ${i}
  desc: Number ${i}
  condition: evt.type = open and proc.name = p${i}
  output: Opened by %proc.name
  priority: WARNING
`,
  ).join("");
}
