import { expect, test, vi } from "vitest";
import { load } from "../../../src/falco/index.ts";

test("loading grows with the number of rules, not with its square", () => {
  processorTime(rules(500));
  const small = processorTime(rules(1500));
  const large = processorTime(rules(7500));
  // Five times as many rules take about five times as long; a quadratic loader takes more than fifteen.
  expect(large / small).toBeLessThan(10);
}, 60_000);

test("placing many errors of one condition reads its text a few times, not once for each", () => {
  const read = (count: number) => {
    const checks = Array.from({ length: count }, (_, i) => `proc.nme${i} = a`).join(" or ");
    const text = `- rule: R\n  desc: d\n  condition: evt.type = execve and (${checks})\n  output: o\n  priority: WARNING\n`;
    const spy = vi.spyOn(String.prototype, "charCodeAt");
    const { files } = load([{ name: "rules.yaml", text }]);
    const calls = spy.mock.calls.length;
    spy.mockRestore();
    expect(files[0]!.errors).toHaveLength(count);
    return calls;
  };
  expect(read(200) / read(50)).toBeLessThan(5);
});

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
