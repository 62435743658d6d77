import { argumentRule } from "../../../field-arguments.ts";

export default argumentRule(
  {
    id: "falco/env-number-reads-all",
    severity: "warning",
    summary: "`proc.env` with a number or nothing in brackets is the whole environment",
    fixable: false,
  },
  ({ name, argument, written }) => {
    if (name !== "proc.env" || !/^\d*$/.test(argument)) return undefined;
    return {
      message: `\`${written}\` is the whole environment of the process, not one variable of it.`,
      help: "Name the variable, as in `proc.env[HOME]`, or write `proc.env` to search all of them.",
    };
  },
);
