import { Argument, type Command } from "commander";
import type { CommandLine } from "./command-line.ts";
import { completionScript, type Shell, shells } from "./completion.ts";
import { withFiles } from "./option-groups.ts";

function addInit(cli: CommandLine): void {
  cli
    .command(
      "init",
      "Says what is here, asks what it needs to know, and writes configuration, matrix, workflow and, on request, the reference policies.",
      [
        "init",
        "init --start pack --deploy helm --frameworks soc2,pci-dss",
        "init --start existing --yes",
        "init --start pack --platform eks --registries registry.acme.io --phi-paths /srv/records --outputs slack,loki",
      ],
    )
    .option(
      "--frameworks <ids>",
      "frameworks to start with, with commas; default: those that the rules' tags name, else all",
    )
    .option(
      "--start <what>",
      "empty, existing (a matrix proposed from the rules here) or pack (the reference policies)",
    )
    .option("--deploy <tool>", "how the policies are deployed: helm, kustomize, operator or manifests")
    .option("--platform <name>", "where the clusters run: eks, gke, aks, openshift or bare")
    .option("--namespace <name>", "namespace of Falco; default: falco-system")
    .option("--registries <names>", "registries that your images come from, with commas")
    .option(
      "--outputs <names>",
      "where alerts go, with commas; default: slack,pagerduty,loki; talon acts on the cluster",
    )
    .option("--phi-paths <paths>", "directories with protected health information, with commas, or none")
    .option("--cardholder-paths <paths>", "directories with cardholder data, with commas, or none")
    .option("--personal-data-paths <paths>", "directories with personal data, with commas, or none")
    .option("--directory <folder>", "where the policies are written; default: runtime-security")
    .option("-y, --yes", "ask nothing")
    .option("--force", "overwrite files that are there already")
    .action(async (options) => {
      cli.exit(await (await import("./init.ts")).initCommand(options, cli.terminal));
    });
}

function addImport(cli: CommandLine): void {
  withFiles(
    cli.command(
      "import <table>",
      "Makes a matrix of a table that a spreadsheet exported as CSV: controls, and the rules that cover them.",
      [
        "import matrix.csv",
        "import matrix.csv --framework pci-dss --output matrix.yaml",
        'import controls.csv --control-column "Req. ID" --rules-column Detection',
      ],
    ),
  )
    .option("--framework <id>", "the framework that all controls are of; default: what the table says")
    .option("--framework-column <name>", "column that names the framework, by heading or number")
    .option("--control-column <name>", "column with the controls, by heading or number")
    .option("--rules-column <name>", "column with the rules, by heading or number")
    .option("-o, --output <file>", "write the matrix to a file; default: print it, and write nothing")
    .option("--force", "overwrite a file that is there already")
    .action(async (table: string, options) => {
      cli.exit(await (await import("./import.ts")).importCommand(table, options, cli.terminal));
    });
}

function addFormat(cli: CommandLine): void {
  cli
    .command(
      "format [paths...]",
      "Lays out the conditions of rules files. Comments stay, and Falco compiles the same.",
      ["format", "format rules.yaml --diff", "format --check"],
    )
    .option("--check", "change nothing; list the files that would change, and fail if there are any")
    .option("--diff", "change nothing; print what would change, and fail if that is something")
    .action(async (paths: string[], options) => {
      cli.exit(await (await import("./format.ts")).formatCommand(paths, options, cli.terminal));
    });
}

function addLsp(cli: CommandLine): void {
  cli
    .command("lsp", "Serves editors: the language server, over standard input and output.", ["lsp"])
    .option("--stdio", "accepted because editors pass it; there is no other way")
    .action(async () => {
      cli.exit(await (await import("./lsp.ts")).lspCommand());
    });
}

function addCompletion(cli: CommandLine): void {
  cli
    .command("completion", "Prints the script with which a shell completes commands and options.", [
      "completion bash",
      "completion zsh",
      "completion fish",
    ])
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action((shell: Shell, _options: unknown, command: Command) => {
      cli.terminal.stdout.write(completionScript(command.parent!, shell));
      cli.exit(0);
    });
}

/** Commands that write files, and the language server. In the order of the help. */
export const writingCommands = {
  heading: "Set up and write:",
  commands: [addInit, addImport, addFormat, addLsp, addCompletion],
};
