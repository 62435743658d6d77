import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/fd-ip-in-never-matches",
    severity: "error",
    summary: "`fd.ip in (...)` is never true",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (field?.name !== "fd.ip" || check.kind !== "comparison" || check.operator !== "in") return undefined;
    return {
      message:
        "`fd.ip in (...)` is never true, whatever the addresses; with `not` in front it is always true.",
      help: "The engine looks up an empty address in the list. Ask both sides: `(fd.cip in (...) or fd.sip in (...))`.",
      ...rewrite(written, ({ right }) => `(fd.cip in ${right} or fd.sip in ${right})`),
    };
  },
);
