import fc from "fast-check";
import { expect, test } from "vitest";
import { describe, errorCodes, load, print, warningCodes } from "../../../src/falco/index.ts";

const name = fc.constantFrom("a", "b", "c", "shells", "two words", "a-b", "");
const field = fc.constantFrom(
  "proc.name",
  "fd.sip",
  "evt.type",
  "proc.aname[2]",
  "proc.nmae",
  "user.uid",
  "ka.verb",
);
const operator = fc.constantFrom(
  "=",
  "!=",
  "in",
  "startswith",
  "= anyof",
  "pmatch",
  "exists",
  "<",
  "regex",
  "likes",
);
const value = fc.constantFrom(
  "bash",
  "(a, b)",
  "(shells)",
  "10.0.0.1",
  "open",
  "'x y'",
  '"\\q"',
  "val(proc.name)",
  "5",
);
const check = fc.tuple(field, operator, value).map((parts) => parts.join(" "));
const condition = fc.oneof(
  check,
  name,
  fc
    .tuple(check, fc.constantFrom("and", "or", "and not", "xor"), fc.oneof(check, name))
    .map((parts) => parts.join(" ")),
  fc.string({ maxLength: 20 }),
);
const scalar = fc.oneof(
  condition,
  name,
  fc.constantFrom(
    "true",
    "WARNING",
    "high",
    "~",
    "append",
    "replace",
    "[a, b]",
    "{a: b}",
    "5",
    "%proc.name",
    "'",
  ),
);
const key = fc.constantFrom(
  ..."rule macro list condition output desc priority items append override exceptions source enabled tags".split(
    " ",
  ),
  ..."name fields comps values required_engine_version required_plugin_versions warn_evttypes capture bogus".split(
    " ",
  ),
);

/** A block of YAML that is often, but not always, an item of a rules file. */
const item = fc
  .tuple(
    fc.constantFrom("rule", "macro", "list", "bogus"),
    name,
    fc.array(fc.tuple(key, scalar, fc.constantFrom("  ", "  ", "  ", " ", "    ")), { maxLength: 8 }),
  )
  .map(
    ([kind, called, entries]) =>
      `- ${kind}: ${called}\n${entries.map(([k, v, indent]) => `${indent}${k}: ${v}\n`).join("")}`,
  );

const goodRule = fc
  .tuple(fc.constantFrom("r", "s"), condition)
  .map(
    ([called, text]) => `- rule: ${called}\n  desc: d\n  condition: ${text}\n  output: x\n  priority: INFO\n`,
  );
const goodMacro = fc
  .tuple(name, condition)
  .map(([called, text]) => `- macro: ${called}\n  condition: ${text}\n`);
const goodList = fc
  .tuple(name, fc.array(name, { maxLength: 3 }))
  .map(([called, items]) => `- list: ${called}\n  items: [${items.join(", ")}]\n`);

const rulesFile = fc
  .array(fc.oneof(goodRule, goodMacro, goodList, item), { maxLength: 8 })
  .map((items) => items.join(""));
const anyFile = fc.oneof(
  { weight: 5, arbitrary: rulesFile },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

test("any files end in a verdict, with errors that lie in the files", () => {
  fc.assert(
    fc.property(fc.array(anyFile, { minLength: 1, maxLength: 3 }), (texts) => {
      const files = texts.map((text, i) => ({ name: `${i}.yaml`, text }));
      const result = load(files);
      expect(result.loads).toBe(result.files.every(({ errors }) => errors.length === 0));
      for (const { errors, warnings, successful } of result.files) {
        expect(successful).toBe(errors.length === 0);
        for (const { fileIndex, span, message, code } of [...errors, ...warnings]) {
          expect([...errorCodes, ...warningCodes]).toContain(code);
          expect(message.length).toBeGreaterThan(0);
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(texts[fileIndex]!.length);
        }
        // Falco stops at the first error; what comes after it is ours.
        expect(errors.slice(1).every(({ ours }) => ours === true)).toBe(true);
      }
      if (result.loads) {
        expect(describe(files)?.rules.length).toBe(result.rules.filter(({ loaded }) => loaded).length);
        for (const { resolved } of result.rules) if (resolved !== undefined) print(resolved);
      }
    }),
    { seed: 3, numRuns: 400 },
  );
});
