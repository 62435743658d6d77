import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/falco/evaluate/evaluate.ts";
import { sampleOf } from "../../src/proof/candidates.ts";
import { generateSuite } from "../../src/proof/generate-suite.ts";
import { runSuite } from "../../src/proof/run-suites.ts";
import { loaded, suite } from "./loaded.ts";

const condition =
  "evt.type in (open, openat) and fd.num >= 0 and (fd.name startswith /etc/ and fd.name endswith .conf or fd.name pmatch (/srv, /opt)) and not (proc.name = vi and user.uid = 0) and evt.is_open_write = true";

test("skeletons of a condition", () => {
  expect(generateSuite(loaded(["Write", condition]), ["../rules.yaml"])).toMatchInlineSnapshot(`
    "# Made from the conditions: check that each case is what you want of the rule, and name what happens in it.

    rules: [../rules.yaml]
    tests:
      - rule: Write
        fires:
          - name: all of the condition
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/.conf
              fd.num: 5
            each:
              evt.type: [openat]
          - name: by fd.name pmatch (/srv, /opt)
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /srv/app/report.csv
              fd.num: 5
            each:
              fd.name: [/srv/x, /opt/x]
          - name: by not proc.name = vi
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/.conf
              fd.num: 5
              user.uid: 0
          - name: by not user.uid = 0
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/.conf
              fd.num: 5
              proc.name: vi
        silent:
          - name: all but evt.type in (open, openat)
            event:
              evt.is_open_write: true
              evt.type: getpid
              fd.name: /etc/.conf
              fd.num: 5
          - name: all but fd.num >= 0
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/.conf
              fd.num: -1
          - name: all but ((fd.name startswith /etc/ and fd.name endswith .conf) or fd.name pma…
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: other
              fd.num: 5
          - name: but not fd.name startswith /etc/
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: .conf
              fd.num: 5
          - name: but not fd.name endswith .conf
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/
              fd.num: 5
          - name: all but not (proc.name = vi and user.uid = 0)
            event:
              evt.is_open_write: true
              evt.type: open
              fd.name: /etc/.conf
              fd.num: 5
              proc.name: vi
              user.uid: 0
          - name: all but evt.is_open_write = true
            event:
              evt.is_open_write: false
              evt.type: open
              fd.name: /etc/.conf
              fd.num: 5
    "
  `);
});

describe("the skeletons pass, and test nearly all of the condition", () => {
  test.each([
    [condition],
    ["evt.type = connect and fd.net = 10.0.0.0/8 and fd.sport in (5432, mysql) and fd.sip != 10.0.0.1"],
    ["evt.type = execve and proc.name = val(proc.pname) and proc.aname[2] exists and len(proc.cmdline) > 20"],
    [
      "proc.args contains -e and proc.args icontains SH and tolower(proc.exe) = bash or basename(proc.exepath) in (nc, ncat)",
    ],
    ["evt.rawres < 0 and evt.arg.flags glob *O_CREAT* and proc.cmdline regex '(ba|z)?sh -[a-z]+ [0-9]{3}'"],
    [
      "fd.types intersects (ipv4, ipv6) and not proc.aname in (sshd, systemd) and proc.is_exe_upper_layer = true",
    ],
    ["b64(proc.args) startswith secret and user.name != root and container.id != host"],
  ])("%s", (text) => {
    const rules = loaded(["A", text]);
    const yaml = generateSuite(rules, ["a.yaml"]);
    const result = runSuite(suite(yaml), rules);
    expect(result.problems).toEqual([]);
    const [rule] = result.rules;
    expect(rule?.cases.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(rule?.cases.filter(({ fires }) => !fires).length).toBeGreaterThan(0);
    expect(rule?.coverage?.percent).toBeGreaterThanOrEqual(85);
  });
});

test("a condition that nothing satisfies is said to be so", () => {
  const yaml = generateSuite(loaded(["A", "proc.name = a and proc.name = b"]), ["a.yaml"], ["A", "B"]);
  expect(yaml).toContain("# A: no event was found on which it fires\n# B: no such rule is loaded");
});

test("a sample of a regular expression matches it", () => {
  for (const expression of [
    "abc",
    "a+b?c*",
    "(x|yz)w",
    "[a-c]{2,3}",
    "[^x]y",
    "^/etc/.*\\.conf$",
    "[[:digit:]]+[[:upper:]]",
    "()|a",
  ]) {
    const sample = sampleOf(expression);
    expect(
      evaluate(`proc.name regex "${expression.replaceAll("\\", "\\\\")}"`, { "proc.name": sample }),
    ).toEqual({ result: true });
  }
});

test("ends on any text that is no regular expression", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."ab()[]{}|*+?.^$\\:0,-".split("")) }),
      (text) => typeof sampleOf(text) === "string",
    ),
  );
});

test("cases of parts that read the same have names of their own", () => {
  const shared = Array.from({ length: 8 }, (_, index) => `/${"a".repeat(9)}/${index}`).join(", ");
  const parts = ["x", "y", "z"].map((last) => `fd.name in (${shared}, /${last})`);
  const text = generateSuite(loaded(["Write", `evt.type = open and (${parts.join(" or ")})`]), [
    "../rules.yaml",
  ]);
  const names = [...text.matchAll(/- name: (.*(?:\n {12,}[^\s\w].*)*)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(new Set(names).size).toBe(names.length);
  expect(text.replaceAll(/\s+/g, " ")).toContain(", with fd.name /z");
});
