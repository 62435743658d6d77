import { byId, counted, element, prose } from "./dom.ts";
import type { Answer, TestedCase, TestedFile, TestedRule } from "./protocol.ts";

/** What came of the rule tests among the files. */
export function showTests({ suites }: Answer, reveal: (file: string, line: number) => void): void {
  const cases = suites.flatMap(({ rules }) => rules.flatMap((rule) => rule.cases));
  const failed = cases.filter(({ status }) => status !== "passed").length;
  byId("tests-count").textContent = failed > 0 ? `${failed} ✗` : `${cases.length}`;
  byId("panel-tests").replaceChildren(
    element(
      "p",
      { class: "panel-head" },
      suites.length === 0
        ? "No file is a rule test: a YAML file with rules: and tests:. The panel Event writes one for a rule."
        : `${counted(cases.length, "case")}, ${failed === 0 ? "all passed" : `${failed} did not pass`}.`,
    ),
    ...suites.map((suite) => section(suite, reveal)),
  );
}

function section(
  { file, problems, rules, untested }: TestedFile,
  reveal: (file: string, line: number) => void,
) {
  return element(
    "section",
    { class: "suite" },
    element("h2", {}, file),
    ...problems.map((problem) => element("p", { class: "severity-line error" }, prose(problem))),
    ...rules.map((rule) => ruleOf(rule, (line) => reveal(file, line))),
    untested.length === 0
      ? undefined
      : element("p", { class: "meta" }, `Without a test: ${untested.join(", ")}`),
  );
}

function ruleOf({ rule, error, coverage, cases }: TestedRule, reveal: (line: number) => void): HTMLElement {
  return element(
    "div",
    {},
    element("h3", {}, rule),
    coverage === undefined
      ? undefined
      : element("p", { class: "meta" }, `${coverage}% of the condition tested`),
    error === undefined ? undefined : element("p", { class: "severity-line error" }, prose(error)),
    element("ul", { class: "cases" }, ...cases.map((one) => caseOf(one, reveal))),
  );
}

function caseOf(
  { name, fires, status, message, line, deciding }: TestedCase,
  reveal: (line: number) => void,
) {
  return element(
    "li",
    { class: `case ${status}` },
    element("span", { class: `result ${status === "passed"}` }, status),
    " ",
    element("button", { type: "button", class: "link", click: () => reveal(line) }, name),
    element("span", { class: "meta" }, fires ? " should fire" : " should stay silent"),
    message === undefined ? undefined : element("p", { class: "help" }, prose(message)),
    ...deciding.map((check) =>
      element("p", { class: "part" }, `${check.result} `, element("code", {}, check.text), ` ${check.value}`),
    ),
  );
}
