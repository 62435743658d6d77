import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluate,
  explainEvaluation,
  type FieldValue,
  type FieldValues,
} from "../../../src/falco/evaluate/evaluate.ts";

function outcome(condition: string, fields: FieldValues = {}): boolean | string {
  const { result, error } = evaluate(condition, fields);
  return error ?? result;
}

describe("globs, as the C library matches them", () => {
  test.each([
    ["a*b", "axxb", true],
    ["*a*b*c", "1a2b3c", true],
    ["*a*b*c", "1a2b3", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["[]a]", "]", true],
    ["[!]a]", "]", false],
    ["[^a]", "b", true],
    ["[a-]", "-", true],
    ["[a-", "[a-", false],
    ["[a", "[a", true],
    ["[[:digit:]]x", "7x", true],
    ["[[:nosuch:]]x", "7x", false],
    ["[[=a=]]", "a", true],
    ["[[.-.]a]", "-", true],
    ["a\\\\*", "a*", true],
    ["**", "", true],
  ])("%s on %s", (pattern, value, expected) => {
    expect(outcome(`proc.name glob "${pattern}"`, { "proc.name": value })).toBe(expected);
  });

  test("a backslash at the end", () => {
    expect(outcome("proc.name glob a\\", { "proc.name": "a\\" })).toBe(false);
  });

  test("many stars on a long value", () => {
    const stars = "*a".repeat(100);
    expect(outcome(`proc.name glob "${stars}b"`, { "proc.name": "a".repeat(20_000) })).toBe(false);
  });
});

describe("values of a condition", () => {
  test.each([
    ["user.uid = 99999999999999999999", { "user.uid": 4294967295 }, true],
    ["proc.vmsize = -99999999999999999999", { "proc.vmsize": 18446744073709551615n }, true],
    ["proc.pid = -99999999999999999999", { "proc.pid": -9223372036854775808n }, true],
    ["fd.sport = 2147483648", {}, "`2147483648` is neither a port number nor a known service name"],
    ["fd.sport = postgresql", { "fd.sport": 5432 }, true],
    ["fd.sip = 1:2:3:4:5:6:7::", { "fd.sip": "1:2:3:4:5:6:7:0" }, true],
    ["fd.sip = 1::2::3", {}, "`1::2::3` is not an IPv4 or IPv6 address"],
    ["fd.snet = 2001:db8::/33", { "fd.sip": "2001:db8:7fff::1" }, true],
    ["fd.snet = 2001:db8::/33", { "fd.sip": "2001:db8:8000::1" }, false],
    ['evt.buffer contains "\\x00b"', { "evt.buffer": { hex: "610062" } }, true],
    ["evt.rawarg.ruid = 0", {}, "`=` does not work on a value without operators (UID); use one of `exists`"],
    ["evt.around[1000] = 1", { "evt.rawtime": 1_000_500 }, true],
    ["evt.around[1000] = 1", { "evt.rawtime": 2_000_500 }, false],
  ] as const)("%s", (condition, fields, expected) => {
    expect(outcome(condition, fields)).toBe(expected);
  });
});

describe("values of fields", () => {
  test.each<[string, FieldValue, string]>([
    ["proc.pid", "one", '"one" is not a value of proc.pid, which is of type INT64'],
    ["proc.pid", 1.5, "1.5 is not a value of proc.pid, which is of type INT64"],
    [
      "proc.pid",
      "18446744073709551616",
      '"18446744073709551616" is not a value of proc.pid, which is of type INT64',
    ],
    ["user.uid", -1, "-1 is not a value of user.uid, which is of type UINT32"],
    ["fd.sport", 65536, "65536 is not a value of fd.sport, which is of type PORT"],
    ["evt.failed", 1, "1 is not a value of evt.failed, which is of type BOOL"],
    ["fd.sip", "10.0.0.0/8", '"10.0.0.0/8" is not a value of fd.sip, which is of type IPADDR'],
    ["evt.buffer", { hex: "7" }, '{"hex":"7"} is not a value of evt.buffer, which is of type BYTEBUF'],
    ["proc.name", [["sh"]], '["sh"] is not a value of proc.name, which is of type CHARBUF'],
    ["proc.name", ["sh", "bash"], "proc.name has one value, and 2 are given"],
    ["proc.nam", "sh", "there is no field `proc.nam`; did you mean `proc.name`?"],
    ["proc.nam", null, "there is no field `proc.nam`; did you mean `proc.name`?"],
    ["constructor", "sh", "there is no field `constructor`"],
    ["fd.dip", "1.2.3.4", "there is no field `fd.dip`; a connection leads to the server, which is `fd.sip`"],
  ])("%s: %s", (field, value, error) => {
    // Also of fields that the condition does not ask for.
    expect(outcome("evt.type = open", { [field]: value })).toBe(error);
  });

  test("a value that is none and is long is not repeated in full", () => {
    expect(outcome("proc.pid = 1", { "proc.pid": "9".repeat(1_000_000) }).toString().length).toBeLessThan(
      200,
    );
  });

  test("arguments are given in brackets without quotes", () => {
    expect(outcome('proc.env["a b"] = x', { "proc.env[a b]": "x" })).toBe(true);
  });

  test("the largest numbers are as JavaScript reads them from JSON", () => {
    expect(
      outcome("proc.vmsize = 18446744073709551615", JSON.parse('{"proc.vmsize":18446744073709551615}')),
    ).toBe(true);
    expect(outcome("proc.pid = 9223372036854775807", JSON.parse('{"proc.pid":9223372036854775807}'))).toBe(
      true,
    );
  });
});

describe("regular expressions in POSIX syntax", () => {
  test.each([
    ["a|b+", "bbb", true],
    ["[^a]", "\n", true],
    ["x\ny$", "x\ny", true],
    ["a.c", "a\nc", false],
    ["[[:upper:]]{2,3}", "ABC", true],
    ["a**", "aaa", true],
    ["(a+)+$", `${"a".repeat(5000)}b`, false],
  ])("%s", (expression, value, expected) => {
    expect(outcome(`proc.name regex "${expression}"`, { "proc.name": value })).toBe(expected);
  });

  test("no classes, flags or boundaries of Perl", () => {
    for (const expression of ["\\\\d", "(?i)a", "a\\\\b", "\\\\pL", "(?:a)"]) {
      expect(outcome(`proc.name regex "${expression}"`)).toMatch(/not a regular expression/);
    }
  });
});

describe("transformers", () => {
  test.each([
    ['join("-", (len(proc.name), "x")) = "\\x04-x"', { "proc.name": "bash" }, true],
    ["b64(proc.args) = a", { "proc.args": "YR" }, false],
    ["b64(proc.args) = a", { "proc.args": "YQ==" }, true],
    ['getopt(ka.user.groups, "ab:")[b] = last', { "ka.user.groups": ["-b", "first", "-ab", "last"] }, true],
    [
      'getopt(ka.user.groups, "a") in (a, "?")',
      { "ka.user.groups": ["-xa", "--long", "-a", "--", "-z"] },
      true,
    ],
    ['join(",", getopt(ka.user.groups, "a")) = a', {}, "`join` takes a separator and a list"],
    ["join(proc.name) = a", {}, "`join` takes two values"],
    ["tolower(proc.name, proc.pname) = a", {}, "`tolower` takes one value"],
    ["tolower(proc.name)[1] = a", {}, "`tolower` takes no argument in brackets"],
    ['join("-", (proc.pid)) = 1', {}, "`join` of a number that has no value ends the engine"],
  ] as const)("%s", (condition, fields, expected) => {
    expect(outcome(condition, fields)).toBe(expected);
  });
});

describe("options", () => {
  test("fields of one's own", () => {
    const options = { fields: [{ name: "my.tags", type: "string", list: true, source: "mine" }] } as const;
    expect(evaluate("my.tags intersects (a)", { "my.tags": ["a", "b"] }, options)).toEqual({ result: true });
  });

  test("the version and the plugins decide which fields there are", () => {
    const fields = { "proc.pgid": 1 };
    expect(evaluate("proc.pgid = 1", fields, { falcoVersion: "0.44" })).toEqual({ result: true });
    expect(evaluate("proc.pgid = 1", fields, { falcoVersion: "0.39.0" }).error).toMatch(/since Falco 0.40/);
    expect(evaluate("proc.name regex a", {}, { falcoVersion: "0.38.0" }).error).toBeDefined();
    expect(evaluate("proc.name = a", {}, { falcoVersion: "9.9" }).error).toBe("there is no Falco 9.9");
    expect(evaluate("ka.verb = get", {}, { plugins: [] }).error).toMatch(/k8saudit plugin/);
    expect(evaluate("proc.name = a", {}, { source: "k8s_audit" }).error).toMatch(/source/);
  });
});

test("checks that print alike count as the same one, but not where the engine does not get to the first", () => {
  const fields = { "proc.name": "" };
  for (const [condition, expected] of [
    ['proc.name in () or proc.name in ("")', false],
    ['(proc.pname exists and proc.name in ()) or proc.name in ("")', true],
  ] as const) {
    expect(outcome(condition, fields)).toBe(expected);
    expect(explainEvaluation(condition, fields).explanation?.result).toBe(expected);
  }
});

test.each([
  ["len(proc.name) = 4", "4"],
  ["tolower(proc.name) = bash", "bash"],
  ['concat(proc.name, "x") = Bashx', "Bashx"],
])("an explanation shows what transformers made: %s", (condition, value) => {
  const { explanation } = explainEvaluation(condition, { "proc.name": "Bash" });
  expect(explanation).toMatchObject({ value: [value], result: true });
});

describe("time", () => {
  const long = "a".repeat(1_000_000);
  test.each<[string, FieldValue]>([
    [`proc.name != oneof (${Array.from({ length: 20_000 }, (_, i) => i).join(", ")})`, long],
    [`proc.name regex "${".*".repeat(100)}b"`, long],
    [`proc.name iglob "${"*[a-z]".repeat(40)}b"`, long],
    [`proc.name pmatch (${"*/".repeat(100)}b)`, "a/".repeat(100_000)],
    [Array.from({ length: 200 }, (_, i) => `tolower(proc.name) contains ${i}`).join(" or "), long],
    [`${"tolower(".repeat(40)}proc.name${")".repeat(40)} = b`, long],
  ])("%.40s on a long value", (condition, value) => {
    const start = performance.now();
    expect(typeof outcome(condition, { "proc.name": value })).toBe("boolean");
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("a large expression on a long value is refused", () => {
    expect(outcome(`proc.name regex "${".{1000}".repeat(30)}"`, { "proc.name": long })).toMatch(
      /takes too long/,
    );
  });
});

test("never throws, and ends, for any condition and any values", () => {
  const field = fc.constantFrom(
    "proc.name",
    "fd.sip",
    "fd.net",
    "fd.sport",
    "proc.aname",
    "evt.type",
    "evt.rawarg.res",
  );
  const operator = fc.constantFrom(
    "=",
    "!=",
    "in",
    "contains",
    "pmatch",
    "glob",
    "regex",
    "<",
    "exists",
    "= anyof",
  );
  const value = fc.oneof(fc.string(), fc.integer().map(String), fc.ipV4(), fc.ipV6());
  const check = fc
    .tuple(field, operator, fc.array(value, { maxLength: 3 }))
    .map(
      ([name, op, values]) =>
        `${name} ${op} ${values.length === 1 ? values[0] : `(${values.map((v) => `'${v}'`).join(", ")})`}`,
    );
  const given = fc.dictionary(field, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.ipV4())));
  fc.assert(
    fc.property(fc.array(check, { minLength: 1, maxLength: 4 }), given, (checks, fields) => {
      const condition = checks.join(" and ");
      const { result, error } = evaluate(condition, fields);
      expect(typeof (result ?? error)).toMatch(/^(boolean|string)$/);
      const explained = explainEvaluation(condition, fields);
      if (error === undefined) expect(explained.explanation?.result).toBe(result);
    }),
  );
});

test("an explanation has every check with its value, and says which were needed", () => {
  const condition =
    "evt.type in (open, openat) and not (proc.name = sh or fd.name startswith /etc) and fd.sip = ::1";
  const { explanation } = explainEvaluation(condition, {
    "evt.type": "openat",
    "fd.name": "/etc/x",
    "fd.sip": "0::1",
  });
  expect(
    JSON.stringify(explanation, (key, value) => (key === "check" ? undefined : value), 2),
  ).toMatchInlineSnapshot(`
    "{
      "kind": "and",
      "children": [
        {
          "kind": "check",
          "text": "evt.type in (open, openat)",
          "reached": true,
          "value": [
            "openat"
          ],
          "result": true
        },
        {
          "kind": "not",
          "child": {
            "kind": "or",
            "children": [
              {
                "kind": "check",
                "text": "proc.name = sh",
                "reached": true,
                "result": false
              },
              {
                "kind": "check",
                "text": "fd.name startswith /etc",
                "reached": true,
                "value": [
                  "/etc/x"
                ],
                "result": true
              }
            ],
            "reached": true,
            "result": true
          },
          "reached": true,
          "result": false
        },
        {
          "kind": "check",
          "text": "fd.sip = ::1",
          "reached": false,
          "value": [
            "::1"
          ],
          "result": true
        }
      ],
      "reached": true,
      "result": false
    }"
  `);
});
