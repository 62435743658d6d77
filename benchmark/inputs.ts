/** Repositories that are large in one respect. */
export interface Input {
  readonly name: string;
  /** Two sizes or more; that each costs in proportion to the first is what is measured. */
  readonly sizes: readonly number[];
  readonly files: (size: number) => Readonly<Record<string, string>>;
  readonly args: (size: number) => readonly string[];
  /** Something to do once before it is measured. */
  readonly before?: readonly string[];
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const lines = (count: number, line: (i: number) => string): string => numbers(count).map(line).join("");

const spawned = "evt.type = execve";
const rule = (name: string, condition: string, more = ""): string =>
  `- rule: ${name}\n  desc: d\n  condition: ${condition}\n  output: A process (user=%user.name command=%proc.cmdline)\n  priority: WARNING\n${more}`;

const whole = (i: number): string =>
  `- list: binaries_${i}\n  items: [bash, sh, zsh, tool_${i}]\n` +
  `- macro: spawned_${i}\n  condition: (evt.type in (execve, execveat) and proc.name in (binaries_${i}))\n` +
  rule(
    `Rule ${i}`,
    `>\n    spawned_${i} and container.id != host and not proc.pname in (containerd-shim, runc)\n    and (fd.name startswith /etc or proc.cmdline contains "--flag ${i}" or user.name = root)`,
    `  tags: [container, mitre_execution]\n  exceptions:\n    - name: known\n      fields: [proc.name, proc.pname]\n      comps: [=, in]\n      values:\n        - [tool_${i}, [make, ninja]]\n`,
  );

const validated = (
  name: string,
  text: (size: number) => string,
  sizes: readonly number[] = [1_000, 10_000],
): Input => ({
  name,
  sizes,
  files: (size) => ({ "rules.yaml": text(size) }),
  args: () => ["validate", "rules.yaml"],
});

const checked = (
  name: string,
  files: Input["files"],
  sizes: readonly number[] = [200, 2_000],
  more: Partial<Input> = {},
): Input => ({ name, sizes, files, args: () => ["check", "--fail-on", "never"], ...more });

export const inputs: readonly Input[] = [
  validated(
    "rules, each with a list, a macro and an exception",
    (n) => lines(n, whole),
    [2_000, 20_000, 50_000],
  ),
  validated(
    "macros",
    (n) =>
      lines(n, (i) => `- macro: m_${i}\n  condition: (proc.name = name_${i})\n`) +
      rule("R", `${spawned} and m_0`),
  ),
  validated(
    "lists",
    (n) =>
      lines(n, (i) => `- list: l_${i}\n  items: [a_${i}, b]\n`) +
      rule("R", `${spawned} and proc.name in (l_0)`),
  ),
  validated(
    "items of one list",
    (n) =>
      `- list: l\n  items: [${numbers(n).map((i) => `item_${i}`)}]\n${rule("R", `${spawned} and proc.name in (l)`)}`,
  ),
  validated("values of one exception", (n) =>
    rule(
      "R",
      spawned,
      `  exceptions:\n    - name: known\n      fields: [proc.name, proc.pname]\n      values:\n${lines(n, (i) => `        - [a_${i}, b_${i}]\n`)}`,
    ),
  ),
  validated(
    "overrides",
    (n) =>
      lines(n, (i) => rule(`R ${i}`, spawned)) +
      lines(
        n,
        (i) => `- rule: R ${i}\n  condition: and proc.name = a_${i}\n  override: {condition: append}\n`,
      ),
  ),
  validated("checks joined by or", (n) =>
    rule(
      "R",
      `${spawned} and (${numbers(n)
        .map((i) => `proc.name = name_${i}`)
        .join(" or ")})`,
    ),
  ),
  validated(
    "macros inside of each other",
    (n) =>
      `- macro: m_0\n  condition: (proc.name = a)\n${lines(n - 1, (i) => `- macro: m_${i + 1}\n  condition: (m_${i} or proc.name = a_${i})\n`)}` +
      rule("R", `${spawned} and m_${n - 1}`),
    [40, 400],
  ),
  {
    name: "files of one rule",
    sizes: [200, 2_000],
    files: (n) =>
      Object.fromEntries(
        numbers(n).map((i) => [`rules-${i}.yaml`, rule(`R ${i}`, `${spawned} and proc.name = a_${i}`)]),
      ),
    args: (n) => ["validate", ...numbers(n).map((i) => `rules-${i}.yaml`)],
  },
  checked("controls of a framework and a matrix", (n) => ({
    "rules.yaml": lines(n, (i) => rule(`R ${i}`, `${spawned} and proc.name = a_${i}`)),
    "framework.yaml": `framework:\n  id: house\n  name: House\n  version: "1"\n  tags: {prefix: HOUSE_, example: HOUSE_R.1, starts: [R]}\ncontrols:\n${lines(n, (i) => `  - {id: R.${i + 1}, title: "Rule ${i}", runtime: detect, why: w, signals: [shell-in-container]}\n`)}`,
    "matrix.yaml": `version: 1\nframeworks: [{id: house, version: "1"}]\ncontrols:\n  house:\n${lines(n, (i) => `    R.${i + 1}: {rules: [R ${i}]}\n`)}`,
  })),
  checked("rule tests", (n) => ({
    "rules.yaml": rule("R", `${spawned} and proc.name = bash`),
    "tests.yaml": `rules: [rules.yaml]\ntests:\n  - rule: R\n    fires:\n${lines(n, (i) => `      - {name: "case ${i}", event: {evt.type: execve, proc.name: bash, proc.pid: ${i}}}\n`)}`,
  })),
  checked(
    "findings in a baseline",
    (n) => ({ "rules.yaml": lines(n, (i) => rule(`R ${i}`, `proc.name = a_${i}`)) }),
    [1_000, 10_000],
    {
      before: ["check", "--update-baseline", "--baseline", "baseline.json"],
      args: () => ["check", "--baseline", "baseline.json", "--fail-on", "never"],
    },
  ),
];

/** A rules file as small as they get. */
export const smallRules = rule("Shell", `${spawned} and proc.name = bash`);
