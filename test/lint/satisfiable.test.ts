import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate } from "../../src/falco/evaluate/evaluate.ts";
import { load } from "../../src/falco/index.ts";
import { conditionsOf } from "../../src/lint/conditions.ts";
import { Formulas } from "../../src/lint/formula.ts";
import { Prover } from "../../src/lint/satisfiable.ts";
import { makeRuleset } from "../../src/stack/index.ts";

const names = ["a", "ab", "abc", "b", "ba", ""];
const ports = [1, 2, 3, 65535];
const name = fc.constantFrom(...names);
const list = fc
  .uniqueArray(name, { minLength: 1, maxLength: 3 })
  .map((all) => `(${all.map(quoted).join(", ")})`);

function quoted(text: string): string {
  return `'${text}'`;
}

const check = fc.oneof(
  fc
    .tuple(fc.constantFrom("=", "!=", "startswith", "endswith", "contains", "glob"), name)
    .map(([operator, text]) => `proc.name ${operator} ${quoted(text)}`),
  fc
    .tuple(fc.constantFrom("in", "pmatch", "= anyof", "!= allof", "!= anyof", "startswith oneof"), list)
    .map(([operator, values]) => `proc.name ${operator} ${values}`),
  fc
    .tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), fc.constantFrom(...ports))
    .map(([operator, port]) => `fd.sport ${operator} ${port}`),
  fc.constantFrom("proc.name exists", "fd.sport exists", "fd.sport in (1, 3)", "proc.is_sid_leader = true"),
);

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "large" },
    check,
    tie("condition").map((inner) => `not (${inner})`),
    fc
      .tuple(fc.constantFrom(" and ", " or "), fc.array(tie("condition"), { minLength: 2, maxLength: 4 }))
      .map(([junction, parts]) => `(${parts.join(junction)})`),
  ),
}));

/** Every event that could tell these conditions apart, but for endless texts. */
const events = [undefined, ...names, "c", "abab", "aba"].flatMap((procName) =>
  [undefined, 0, 4, ...ports].flatMap((port) =>
    [undefined, true, false].map((leader) => ({
      ...(procName === undefined ? {} : { "proc.name": procName }),
      ...(port === undefined ? {} : { "fd.sport": port }),
      ...(leader === undefined ? {} : { "proc.is_sid_leader": leader }),
    })),
  ),
);

function impossible(text: string, allPresent = false): boolean {
  const rules = JSON.stringify([
    { rule: "R", desc: "R", condition: text, output: "R", priority: "NOTICE", warn_evttypes: false },
  ]);
  const result = load([{ name: "rules.yaml", text: rules }]);
  const [written] = conditionsOf([
    makeRuleset({ name: "", sources: [], result, stack: undefined, unchecked: [] }),
  ]);
  const formula = new Formulas().of(written!.condition, written!);
  return new Prover().isImpossible([{ formula, want: true }], { allPresent });
}

it("says that a condition cannot hold only where it holds for no event", () => {
  let proven = 0;
  fc.assert(
    fc.property(condition, (text) => {
      if (!impossible(text)) return;
      proven++;
      for (const event of events) expect(evaluate(text, event).result, JSON.stringify(event)).toBe(false);
    }),
    { seed: 1, numRuns: 400 },
  );
  expect(proven).toBeGreaterThan(20);
});

it.each([
  ["proc.name = a and proc.name = b", true],
  ["proc.name = a and not proc.name exists", true],
  ["not proc.name = a and not proc.name != a", false],
  ["proc.name startswith ab and not proc.name contains a", true],
  ["proc.name endswith a and proc.name endswith b", true],
  ["proc.name contains a and proc.name contains b", false],
  ["fd.sport > 2 and fd.sport < 3", true],
  ["fd.sport > 2 and fd.sport < 4", false],
  ["fd.sport = ssh and fd.sport = 22", false],
  ["proc.is_sid_leader = true and proc.is_sid_leader = false", true],
  ["fd.name pmatch (/etc/ssh) and not fd.name pmatch (/etc)", true],
  ["fd.name pmatch (/home/[ab]) and not fd.name pmatch ('/home/[[]*')", false],
  ["fd.name pmatch (/etc/ssh, /root) and fd.name pmatch (/etc/sshd, /home)", true],
  ["proc.aname = a and proc.aname = b", false],
  ["fd.sip = 10.0.0.1 and fd.sip = 10.0.0.2", true],
])("%s: %s", (text, expected) => {
  expect(impossible(text)).toBe(expected);
});

it("ends in time whatever the condition", () => {
  const alternatives = Array.from({ length: 40 }, (_, i) => `(proc.env[A${i}] = a or proc.env[B${i}] = b)`);
  const apart = "(proc.name = a or proc.name = b) and (proc.name = c or proc.name = d)";
  expect(impossible(apart)).toBe(true);
  expect(impossible([...alternatives, apart].join(" and "))).toBe(false);
  expect(impossible([...alternatives, "proc.name = a", "proc.name = c"].join(" and "))).toBe(true);
});
