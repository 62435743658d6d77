import { expect, test } from "vitest";
import { tagLabel } from "../../src/monitoring/metrics.ts";
import { parseExpression } from "../../src/monitoring/promql.ts";

test("says which series an expression selects", () => {
  const text = `sum by (rule, node) (rate(a_total{rule=~"x|y", node!='$n'}[5m])) / {__name__="b"} > 0`;
  const { errors, selectors, groupings } = parseExpression(text, true);
  expect(errors).toEqual([]);
  expect(groupings.map(({ label }) => label)).toEqual(["rule", "node"]);
  expect(selectors.map(({ metric }) => metric?.name)).toEqual(["a_total", "b"]);
  expect(selectors[0]?.matchers.map(({ label, operator, value }) => [label, operator, value])).toEqual([
    ["rule", "=~", "x|y"],
    ["node", "!=", undefined],
  ]);
  const [matcher] = selectors[0]!.matchers;
  expect(text.slice(matcher!.valueSpan.start, matcher!.valueSpan.end)).toBe('"x|y"');
});

test.each([
  "rate(x[$__rate_interval])",
  "x offset $shift",
  "rate([[metric]][$__range:$__interval])",
  "topk($n, sum by ($label) (x)) > $limit",
  'x{job=~"$job", $filter}',
  "x$suffix",
  `sum(\${metric:value}(x_total\${suffix}{a=~"$a","b\${dot:raw}c"="d"}[$__rate_interval])) by (a $more)`,
])("takes Grafana's variables in %j", (text) => {
  expect(parseExpression(text, true).errors).toEqual([]);
});

test("a variable in a name leaves the name open", () => {
  expect(parseExpression("falco_$kind", true).selectors[0]?.metric).toBeUndefined();
});

test.each([
  ["rate(x[5m]", "The expression ends, and `(` is not closed.", 9],
  ["x y", "`y` is not allowed here.", 2],
  ["", "The expression is empty.", 0],
  ["rate(x[$interval])", "`$` is not allowed here.", 7],
])("finds the place in %j", (text, message, at) => {
  const [error] = parseExpression(text, false).errors;
  expect(error?.message).toBe(message);
  expect(error?.span.start).toBe(at);
});

test("hostile expressions end", () => {
  for (const part of ["(", "{", '"', "$x", "x{", "a+", "[["])
    expect(() => parseExpression(part.repeat(10_000), true)).not.toThrow();
});

test("a tag becomes a label", () => {
  expect(tagLabel("HIPAA_164.312(b)")).toBe("tag_HIPAA_164_312_b_");
  expect(tagLabel("mitre__x - y")).toBe("tag_mitre_x_y");
});
