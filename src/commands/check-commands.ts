import { Option } from "commander";
import type { CommandLine } from "./command-line.ts";
import { withCache, withCheck, withFalco, withFixes, withReport } from "./option-groups.ts";

function addCheck(cli: CommandLine): void {
  const command = cli.command(
    "check [paths...]",
    "Lint and coverage: the default command.",
    [
      "check",
      "check --all",
      "check deploy --level proven",
      "check --fix",
      "check --cache",
      "check --format sarif --output falco.sarif",
    ],
    true,
  );
  withCache(withFixes(withReport(withCheck(command))))
    .option("--add-ignores", "write a comment for each finding that hides it, with a reason")
    .option("--reason <text>", "with --add-ignores: why the findings are fine; without it you are asked")
    .option(
      "--stdin-filename <file>",
      "check the text on standard input as that file; with --fix print it fixed",
    )
    .option("-w, --watch", "run again at every change")
    .option("--all", "every finding; default in a terminal: the ten worst, and the others as counts")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./check.ts")).checkCommand(paths, options, cli.terminal));
    });
}

function addCoverage(cli: CommandLine): void {
  const command = cli.command("coverage [paths...]", "The coverage table alone.", [
    "coverage",
    "coverage --format csv --output coverage.csv",
  ]);
  withCache(withReport(withCheck(command))).action(async (paths: string[], options) => {
    cli.exit(await (await import("./check.ts")).coverageCommand(paths, options, cli.terminal));
  });
}

function addValidate(cli: CommandLine): void {
  withFalco(
    cli.command(
      "validate <files...>",
      "Loads rules files in the order given, as Falco would, and prints its verdict.",
      [
        "validate falco_rules.yaml local_rules.yaml",
        "validate rules.yaml --falco-version 0.38.0 --format json",
      ],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "text, or the shape that `falco -V` prints with JSON output")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(async (files: string[], options) => {
      cli.exit(await (await import("./validate.ts")).validateCommand(files, options, cli.terminal));
    });
}

function addDescribe(cli: CommandLine): void {
  withFalco(
    cli.command(
      "describe <files...>",
      "Describes rules files as Falco does: compiled conditions, fields, operators and events.",
      ["describe rules.yaml", "describe rules.yaml --format json"],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "text, or the shape that `falco -L` prints with JSON output")
        .choices(["text", "json"])
        .default("text"),
    )
    .action(async (files: string[], options) => {
      cli.exit(await (await import("./validate.ts")).describeCommand(files, options, cli.terminal));
    });
}

function addTest(cli: CommandLine): void {
  withFalco(
    cli.command(
      "test [paths...]",
      "Runs the rule tests: sample events that a rule must fire on, or must not fire on.",
      ["test", "test policies --watch", "test --mutate", "test --generate rules.yaml --output tests.yaml"],
    ),
  )
    .addOption(
      new Option("-f, --format <format>", "output format").choices(["text", "json", "junit"]).default("text"),
    )
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-q, --quiet", "only what does not pass")
    .option("-w, --watch", "run again at every change")
    .option("--mutate", "also measure which mistakes in the conditions the tests would notice")
    .option("--min-condition-coverage <percent>", "least share of checks seen true and false")
    .addOption(
      new Option("--matching <mode>", "how Falco goes on after a match (rule_matching)").choices([
        "first",
        "all",
      ]),
    )
    .option("--generate", "write tests to start from, for the rules files given")
    .option("--rule <name...>", "with --generate: only for these rules")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./test.ts")).testCommand(paths, options, cli.terminal));
    });
}

function addTrace(cli: CommandLine): void {
  withCheck(
    cli.command(
      "trace <rule> [paths...]",
      "Follows a rule from its file to the people its alerts reach, and says where the way ends.",
      ['trace "Reverse Shell Detected"', 'trace "Reverse Shell Detected" policies'],
    ),
  ).action(async (rule: string, paths: string[], options) => {
    cli.exit(await (await import("./trace.ts")).traceCommand(rule, paths, options, cli.terminal));
  });
}

function addUpgrade(cli: CommandLine): void {
  withFixes(
    withReport(
      withCheck(
        cli.command(
          "upgrade [paths...]",
          "Rehearses another version of Falco: what would break, change or be lost, and the patch for it.",
          [
            "upgrade --to 0.44.1",
            "upgrade --to 0.44.1 --diff",
            "upgrade --from 0.40.0 --to 0.44.1 --format json",
          ],
        ),
      ),
    ),
  )
    .option("--to <version>", "the version of Falco to rehearse")
    .option("--table", "print what belongs to each version of Falco: engine, rules, plugin, chart")
    .option("--from <version>", "only deployments of this version; default: all, each with its own")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./upgrade.ts")).upgradeCommand(paths, options, cli.terminal));
    });
}

function addConfig(cli: CommandLine): void {
  cli
    .command("config", "The settings that apply, and the file and line that each is from.", [
      "config",
      "config --format json",
    ])
    .option("--config <file>", "configuration file; default: falcoverage.yaml or .github/falcoverage.yaml")
    .addOption(new Option("-f, --format <format>", "output format").choices(["text", "json"]).default("text"))
    .option("--no-color", "no colours, also where the terminal has them")
    .action(async (options) => {
      cli.exit(await (await import("./config.ts")).configCommand(options, cli.terminal));
    });
}

/** Commands that check files and describe them as Falco does. In the order of the help. */
export const checkCommands = {
  heading: "Check:",
  commands: [addCheck, addCoverage, addValidate, addDescribe, addTest, addTrace, addUpgrade, addConfig],
};
