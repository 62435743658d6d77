import { describe, expect, test } from "vitest";
import { provenRules } from "../../src/proof/proven.ts";
import { runSuite } from "../../src/proof/run-suites.ts";
import { testJUnit, testText } from "../../src/report/test-results.ts";
import { loaded, suite } from "./loaded.ts";

const rules = loaded(
  [
    "Shell",
    "evt.type = execve and proc.name in (bash, sh) and not proc.pname = sshd",
    "Shell %proc.name by %user.name (%proc.aname[2]), %5user.uid|",
  ],
  ["Any process", "evt.type = execve"],
  ["Socket", "evt.type = connect and fd.sip = 10.0.0.1"],
);

const text = `rules: [../rules.yaml, ./more.yaml]
tests:
  - rule: Shell
    fires:
      - name: a shell of a user
        event: {evt.type: execve, proc.name: bash, user.name: "alice"}
        output: "Shell bash by alice (<NA>), <NA> |"
      - name: by another parent
        event: {evt.type: execve, proc.name: sh, proc.pname: nginx}
        output: /^Shell \\w+ by/
      - name: the wrong event
        event: {evt.type: open, proc.name: bash}
      - name: the wrong text
        event: {evt.type: execve, proc.name: bash}
        output: Shell zsh
      - name: as Falco wrote it
        json: '{"output":"x","rule":"Shell","output_fields":{"evt.type":"execve","proc.name":"bash","evt.time":1700000000000000000,"proc.pname":null}}'
    silent:
      - name: over ssh
        event: {evt.type: execve, proc.name: bash, proc.pname: sshd}
      - name: other programs
        event: {evt.type: execve, proc.name: x}
        each: {proc.name: [ls, cat, 007]}
      - name: not silent at all
        event: {evt.type: execve, proc.name: sh}
      - event: {evt.type: execve, proc.nam: sh}
      - event: {evt.type: execve, user.uid: root}
  - rule: Shel
    fires: []
  - rule: Socket
    fires:
      - name: a byte of another kind
        event: {evt.type: connect, fd.sip: 10.0.0.1, proc.cmdline: {hex: ff00}}
`;

test("a run in a terminal: what decided, what was never exercised", () => {
  const results = [runSuite(suite(text), rules, { others: true })];
  expect(testText(results, { color: false, quiet: false })).toMatchInlineSnapshot(`
    "tests/rules.yaml
      ✗ Shell (12 cases, 100% of the condition)
          ✗ the wrong event tests/rules.yaml:11:15
            The rule stays silent.
            false  evt.type = execve  evt.type: "open"
          ✗ the wrong text tests/rules.yaml:13:15
            The output is not as expected.
              expected: Shell zsh
              actual:   Shell bash by <NA> (<NA>), <NA> |
            Other rules that fire on it: Any process
          ✗ not silent at all tests/rules.yaml:24:15
            The rule fires.
            true   evt.type = execve  evt.type: "execve"
            true   proc.name in (bash, sh)  proc.name: "sh"
            false  proc.pname = sshd  proc.pname: no value
            Other rules that fire on it: Any process
          ✗ case 4 tests/rules.yaml:26:9
            There is no field \`proc.nam\`; did you mean \`proc.name\`?
          ✗ case 5 tests/rules.yaml:27:9
            "root" is not a value of user.uid, which is of type UINT32.
      ✗ Shel (0 cases)
          No rule \`Shel\` is loaded. Did you mean \`Shell\`?
      ✓ Socket (1 case, 50% of the condition)
          evt.type = connect  never false
          fd.sip = 10.0.0.1  never false

    Rules without a test: Any process

    8 passed, 3 failed, 3 errors of 3 rules; 80% condition coverage
    "
  `);
});

test("the same as JUnit", () => {
  const results = [runSuite(suite(text), rules)];
  expect(testJUnit(results)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="falcoverage" tests="14" failures="6" errors="0" skipped="0" time="0">
      <testsuite name="Shell" tests="12" failures="5" errors="0" skipped="0" time="0">
        <testcase classname="Shell" name="fires: a shell of a user" file="tests/rules.yaml" line="5" time="0"/>
        <testcase classname="Shell" name="fires: by another parent" file="tests/rules.yaml" line="8" time="0"/>
        <testcase classname="Shell" name="fires: the wrong event" file="tests/rules.yaml" line="11" time="0">
          <failure message="The rule stays silent." type="rule test">The rule stays silent.&#10;false  evt.type = execve  evt.type: &quot;open&quot;</failure>
        </testcase>
        <testcase classname="Shell" name="fires: the wrong text" file="tests/rules.yaml" line="13" time="0">
          <failure message="The output is not as expected.&#10;  expected: Shell zsh&#10;  actual:   Shell bash by &lt;NA&gt; (&lt;NA&gt;), &lt;NA&gt; |" type="rule test">The output is not as expected.&#10;  expected: Shell zsh&#10;  actual:   Shell bash by &lt;NA&gt; (&lt;NA&gt;), &lt;NA&gt; |</failure>
        </testcase>
        <testcase classname="Shell" name="fires: as Falco wrote it" file="tests/rules.yaml" line="16" time="0"/>
        <testcase classname="Shell" name="silent: over ssh" file="tests/rules.yaml" line="19" time="0"/>
        <testcase classname="Shell" name="silent: other programs [proc.name=ls]" file="tests/rules.yaml" line="21" time="0"/>
        <testcase classname="Shell" name="silent: other programs [proc.name=cat]" file="tests/rules.yaml" line="21" time="0"/>
        <testcase classname="Shell" name="silent: other programs [proc.name=007]" file="tests/rules.yaml" line="21" time="0"/>
        <testcase classname="Shell" name="silent: not silent at all" file="tests/rules.yaml" line="24" time="0">
          <failure message="The rule fires." type="rule test">The rule fires.&#10;true   evt.type = execve  evt.type: &quot;execve&quot;&#10;true   proc.name in (bash, sh)  proc.name: &quot;sh&quot;&#10;false  proc.pname = sshd  proc.pname: no value</failure>
        </testcase>
        <testcase classname="Shell" name="silent: case 4" file="tests/rules.yaml" line="26" time="0">
          <failure message="There is no field \`proc.nam\`; did you mean \`proc.name\`?" type="rule test">There is no field \`proc.nam\`; did you mean \`proc.name\`?</failure>
        </testcase>
        <testcase classname="Shell" name="silent: case 5" file="tests/rules.yaml" line="27" time="0">
          <failure message="&quot;root&quot; is not a value of user.uid, which is of type UINT32." type="rule test">&quot;root&quot; is not a value of user.uid, which is of type UINT32.</failure>
        </testcase>
      </testsuite>
      <testsuite name="Shel" tests="1" failures="1" errors="0" skipped="0" time="0">
        <testcase classname="Shel" name="loads" file="tests/rules.yaml" line="28" time="0">
          <failure message="No rule \`Shel\` is loaded. Did you mean \`Shell\`?" type="rule test">No rule \`Shel\` is loaded. Did you mean \`Shell\`?</failure>
        </testcase>
      </testsuite>
      <testsuite name="Socket" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase classname="Socket" name="fires: a byte of another kind" file="tests/rules.yaml" line="32" time="0"/>
      </testsuite>
    </testsuites>
    "
  `);
});

test("paths of rules files are relative to the test file", () => {
  expect(suite(text).rulesFiles.map(({ file }) => file)).toEqual(["rules.yaml", "tests/more.yaml"]);
});

test("values are read as they are written", () => {
  const { cases } = suite(text).tests[0]!;
  expect(cases.map(({ name }) => name)).toContain("other programs [proc.name=007]");
});

test("where the first match takes the event, a rule behind another one stays silent", () => {
  const yaml = `rules: [a.yaml]
tests: [{rule: Any process, fires: [{name: a shell, event: {evt.type: execve, proc.name: sh}}]}]
`;
  const results = runSuite(suite(yaml), rules, { matching: "first" });
  expect(results.rules[0]?.cases[0]).toMatchObject({
    status: "failed",
    message: "The rule matches, but `Shell` comes first and takes the event (rule_matching: first).",
    otherRules: ["Shell"],
  });
  expect(runSuite(suite(yaml), rules).rules[0]?.cases[0]).toMatchObject({ status: "passed", otherRules: [] });
});

test("rules that have no test are named", () => {
  expect(runSuite(suite(text), rules).untested).toEqual(["Any process"]);
});

describe("test files that are wrong", () => {
  test.each([
    ["rules: [a.yaml]\ntests: [{rule: A, fire: []}]", ["Unknown key `fire`. Did you mean `fires`?"]],
    ["tests: []", ["The file lacks `rules`."]],
    [
      "rules: [a.yaml]\ntests: [{rule: A, fires: [{json: '{'}]}]",
      [expect.stringMatching(/^This is not a line of JSON/)],
    ],
    [
      "rules: [a.yaml]\ntests: [{rule: A, fires: [{json: '{}'}]}]",
      ["A line of Falco's JSON output has `output_fields`."],
    ],
    [
      "rules: [a.yaml]\ntests: [{rule: A, fires: [{output: '/(/'}]}]",
      [expect.stringMatching(/^This is not a regular expression of RE2/)],
    ],
    ["rules: [a.yaml]\ntests: [", [expect.any(String)]],
    ["", []],
    ["[1, 2]", [expect.stringMatching(/must be a map/)]],
  ])("%s", (yaml, messages) => {
    expect(suite(yaml).problems.map(({ message }) => message)).toEqual(messages);
  });
});

describe("what is proven", () => {
  const prove = (fires: string, silent: string) => {
    const yaml = `rules: [a.yaml]\ntests: [{rule: Socket, fires: ${fires}, silent: ${silent}}]`;
    const {
      passed,
      reason,
      fires: firing,
      silent: staying,
    } = provenRules([runSuite(suite(yaml), rules)]).get("Socket")!;
    return { passed, reason, firing, staying };
  };
  const fire = "{name: f, event: {evt.type: connect, fd.sip: 10.0.0.1}}";
  const miss = "{name: m, event: {evt.type: connect, fd.sip: 10.0.0.2}}";

  test("a rule that fires and stays silent as expected", () => {
    expect(prove(`[${fire}]`, `[${miss}, ${miss}]`)).toEqual({
      passed: true,
      reason: undefined,
      firing: 1,
      staying: 2,
    });
  });
  test("no near miss, no event, a case that fails", () => {
    expect(prove(`[${fire}]`, "[]").reason).toBe("No rule test stays silent on a near miss.");
    expect(prove("[]", `[${miss}]`).reason).toBe("No rule test fires on a sample event.");
    expect(prove(`[${fire}, ${miss}]`, `[${miss}]`).reason).toBe(
      'The rule test "m" does not pass: The rule stays silent.',
    );
  });
});
