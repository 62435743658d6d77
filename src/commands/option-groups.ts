import { type Command, InvalidArgumentError, Option } from "commander";
import { checkedRungs } from "../compliance/index.ts";
import { confidences, severities } from "../lint/index.ts";
import { formats } from "../report/index.ts";

/** The options of commands that load the rules files given. */
export function withFalco(command: Command): Command {
  return command
    .option("--falco-version <version>", "Falco version, such as 0.44.1; default: the newest known")
    .option("--plugins <names>", "plugins that Falco loads, with commas; default: the container plugin")
    .option("--no-color", "no colours, also where the terminal has them");
}

/** The options of commands that work out coverage. */
export function withCheck(command: Command): Command {
  return withFiles(command)
    .addOption(
      new Option("--level <rung>", "rung from which a control counts as covered; default: routed").choices(
        checkedRungs,
      ),
    )
    .option("--timeout <seconds>", "end with an error after this time; default: no limit", seconds);
}

function seconds(written: string): number {
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new InvalidArgumentError("It is a number of seconds.");
  return Number(written);
}

/** The options of commands that read a project. */
export function withFiles(command: Command): Command {
  return command
    .option("--config <file>", "configuration file; default: falcoverage.yaml or .github/falcoverage.yaml")
    .option("--matrix <file>", "matrix file; default: every matrix among the files")
    .option(
      "--falco-version <version>",
      "Falco version, such as 0.44.1; default: that of the deployment's image",
    )
    .option("--kubernetes-version <version>", "Kubernetes version, such as 1.34; default: the newest known")
    .addOption(
      new Option(
        "--scope <scope>",
        "falco: Falco's deployments and what they need, the default; all: every manifest",
      ).choices(["falco", "all"]),
    )
    .option("--no-color", "no colours, also where the terminal has them");
}

/** The options of commands that make a report. */
export function withReport(command: Command): Command {
  return command
    .addOption(
      new Option("-f, --format <format>", "output format").choices(Object.keys(formats)).default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("--framework <id>", "report one framework alone; it decides nothing about what passes")
    .option(
      "--source-url <address>",
      "address of the files at the commit, for links: https://.../blob/<commit>; default: from git",
    )
    .addOption(
      new Option("--fail-on <severity>", "mildest finding that fails the check; default: error").choices([
        ...severities,
        "never",
      ]),
    )
    .addOption(
      new Option(
        "--min-confidence <confidence>",
        "leave out findings of a lower confidence; default: low",
      ).choices(confidences),
    )
    .option("--min-coverage <percent>", "least coverage: 80, or by framework 80,soc2=90")
    .option("--base <file>", "JSON report to compare with")
    .option(
      "--history <folder>",
      "earlier JSON reports, dated: the report shows how coverage went since then",
    )
    .option("--baseline <file>", "leave out the findings that this file lists")
    .option("--update-baseline", "write the findings there are now to the baseline, and report nothing")
    .option("--fail-on-regression", "fail when a control is lost since the base; the default")
    .option("--no-fail-on-regression", "pass when a control is lost since the base")
    .option("--only-new", "fail only for findings that the base does not have")
    .option("-q, --quiet", "only what is wrong");
}

/** The options of commands that can keep their result. */
export function withCache(command: Command): Command {
  return command
    .option("--cache", "keep the result, and use it as long as nothing that it was made from changes")
    .option(
      "--cache-location <folder>",
      "folder for kept results, outside of the repository; default: in the user's folder for caches",
    );
}

/** The options of commands that can change the files. */
export function withFixes(command: Command): Command {
  return command
    .option("--fix", "apply the fixes that change nothing Falco sees, then report what is left")
    .option("--diff", "print what --fix would change, and change nothing")
    .option("--unsafe-fixes", "with --fix or --diff: also fixes that may change what a file means");
}
