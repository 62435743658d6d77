import { checkRule, rewrite } from "../../../check-rule.ts";
import { ends } from "../../../own-comparison.ts";

export default checkRule(
  {
    id: "falco/either-end-exists",
    severity: "warning",
    summary: "`fd.ip exists` is true for files too",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    const sides = ends.get(field?.name ?? "");
    if (sides === undefined || check.kind !== "exists") return undefined;
    const [client, server] = sides;
    const replacement = `(${client} exists or ${server} exists)`;
    return {
      message: `\`${field?.name} exists\` is true for every file descriptor, also for that of a file.`,
      help: `For a connection write \`${replacement}\`.`,
      ...rewrite(written, () => replacement),
    };
  },
);
