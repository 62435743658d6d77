import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/fd-net-intersects-misses",
    severity: "error",
    summary: "`fd.net intersects (...)` is never true for a connection",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (field?.name !== "fd.net" || check.kind !== "comparison" || check.operator !== "intersects")
      return undefined;
    if (values.length === 0 && !written.open) return undefined;
    return {
      message: "`fd.net intersects (...)` is false for every connected socket.",
      help: "Ask both sides, where `in` works: `(fd.cnet in (...) or fd.snet in (...))`.",
      ...rewrite(written, ({ right }) => `(fd.cnet in ${right} or fd.snet in ${right})`),
    };
  },
);
