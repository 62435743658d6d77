import { expect, test } from "vitest";
import { compile } from "../../src/falco/evaluate/program.ts";
import { mutants, mutationScore } from "../../src/proof/mutate.ts";
import { loaded } from "./loaded.ts";

function compiled(condition: string) {
  const rules = loaded(["A", condition]);
  const { vocabulary } = rules.names("syscall");
  return { compiled: compile(rules.rules[0]!.condition, vocabulary), vocabulary };
}

test("one mistake at a time, at each place", () => {
  const { compiled: condition, vocabulary } = compiled(
    "evt.type = open and (fd.num > 2 or not fd.name in (a, b, a)) and not (proc.name exists)",
  );
  expect([...mutants(condition, vocabulary)].map(({ change }) => change)).toMatchInlineSnapshot(`
    [
      "\`or\` for \`and\` in \`(evt.type = open and (fd.num > 2 or not fd.name in (a, b, a)) and not proc.name…\`",
      "\`evt.type != open\` for \`evt.type = open\`",
      "\`and\` for \`or\` in \`(fd.num > 2 or not fd.name in (a, b, a))\`",
      "\`fd.num <= 2\` for \`fd.num > 2\`",
      "without \`not\` before \`fd.name in (a, b, a)\`",
      "\`b\` removed from \`fd.name in (a, b, a)\`",
      "without \`not\` before \`proc.name exists\`",
    ]
  `);
});

test("tests notice a mistake or not", () => {
  const { compiled: condition, vocabulary } = compiled("proc.name in (a, b) and not user.name = root");
  const fires = (proc: string, user: string, fires: boolean) => ({
    fires,
    values: { "proc.name": proc, "user.name": user },
  });
  expect(mutationScore(condition, vocabulary, [fires("a", "x", true)])).toMatchInlineSnapshot(`
    {
      "killed": 4,
      "percent": 66,
      "survivors": [
        "\`or\` for \`and\` in \`(proc.name in (a, b) and not user.name = root)\`",
        "\`b\` removed from \`proc.name in (a, b)\`",
      ],
      "total": 6,
    }
  `);
  const all = [
    fires("a", "x", true),
    fires("b", "x", true),
    fires("a", "root", false),
    fires("c", "x", false),
  ];
  expect(mutationScore(condition, vocabulary, all)).toMatchObject({ percent: 100, survivors: [] });
});

test("a case that does not pass notices nothing", () => {
  const { compiled: condition, vocabulary } = compiled("proc.name = a");
  const wrong = [{ fires: true, values: { "proc.name": "b" } }];
  expect(mutationScore(condition, vocabulary, wrong)).toMatchObject({ killed: 0 });
});
