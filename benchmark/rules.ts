/**
 * Time to validate generated rules files, and how it grows. Run with `npx tsx benchmark/rules.ts`.
 * Falco 0.45-dev itself needs 0.5 s for 2,000 of these rules and 44 s for 20,000.
 */
import { parse, validate } from "../src/falco/index.ts";

const rule = (i: number) => `
- list: binaries_${i}
  items: [bash, sh, zsh, tool_${i}]
- macro: spawned_${i}
  condition: (evt.type in (execve, execveat) and proc.name in (binaries_${i}))
- rule: Rule ${i}
  desc: A shell or tool ${i} was started by another process than the ones that may
  condition: >
    spawned_${i} and container.id != host and not proc.pname in (containerd-shim, runc)
    and (fd.name startswith /etc or proc.cmdline contains "--flag ${i}" or user.name = root)
  output: A process started (user=%user.name command=%proc.cmdline parent=%proc.pname container=%container.id)
  priority: WARNING
  tags: [container, mitre_execution]
  exceptions:
    - name: known
      fields: [proc.name, proc.pname]
      comps: [=, in]
      values:
        - [tool_${i}, [make, ninja]]
`;

function generate(count: number): string {
  return Array.from({ length: count }, (_, i) => rule(i)).join("");
}

function seconds(step: () => void): number {
  const start = performance.now();
  step();
  return (performance.now() - start) / 1000;
}

const small = 2_000;
const large = 20_000;
// The first run is for the compiler.
validate([{ name: "warm-up.yaml", text: generate(small) }]);

const few = 500;
const many = 2_000;
const fileTimes = [few, many].map((count) => {
  const files = Array.from({ length: count }, (_, i) => ({ name: `rules-${i}.yaml`, text: rule(i) }));
  const time = seconds(() => {
    const failed = validate(files).falco_load_results.find(({ successful }) => !successful);
    if (failed !== undefined)
      throw new Error(`the generated rules do not load: ${failed.errors[0]?.message}`);
  });
  console.log(`validate ${count} files of one rule each: ${time.toFixed(2)} s`);
  return time;
});
console.log(`${many / few} times the files take ${(fileTimes[1]! / fileTimes[0]!).toFixed(1)} times as long`);

const times = [small, large].map((count) => {
  const text = generate(count);
  const time = seconds(() => {
    const [file] = validate([{ name: "rules.yaml", text }]).falco_load_results;
    if (!file?.successful) throw new Error(`the generated rules do not load: ${file?.errors[0]?.message}`);
  });
  const megabytes = (text.length / 1e6).toFixed(1);
  console.log(`validate ${count} rules (${megabytes} MB): ${time.toFixed(2)} s`);
  return time;
});
console.log(`${large / small} times the rules take ${(times[1]! / times[0]!).toFixed(1)} times as long`);

const checks = 50_000;
const condition = Array.from({ length: checks }, (_, i) => `proc.name = name_${i}`).join(" or ");
const parseTime = seconds(() => {
  if (parse(condition).condition === undefined) throw new Error("the generated condition does not parse");
});
const speed = condition.length / 1e6 / parseTime;
console.log(`parse one condition of ${checks} checks: ${parseTime.toFixed(2)} s, ${speed.toFixed(0)} MB/s`);
