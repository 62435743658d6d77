import { parseArgs } from "node:util";
import { type Case, CaseFile } from "./case-file.ts";
import { Falco, FalcoError } from "./falco.ts";

/*
 * Records again what a Falco binary says of the cases in test/conformance/falco.
 * docs/contributing/falco-version.md shows how it is used. The cases of eval*.json are not recorded: the binary has
 * no way to evaluate a condition on given values.
 */

const usage = `usage: npm run record-conformance -- --falco BINARY [--config FILE] [--plugins-config FILE]
         [--unversioned] CASES...

  --config FILE           falco.yaml for cases that have the container plugin alone
  --plugins-config FILE   falco.yaml that loads all plugins of the Falco project, for the cases that ask for them
  --unversioned           also record the cases that name no version
`;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      falco: { type: "string" },
      config: { type: "string" },
      "plugins-config": { type: "string" },
      unversioned: { type: "boolean" },
    },
  });
  if (values.falco === undefined) throw new FalcoError("the binary is missing: --falco");
  if (positionals.length === 0) throw new FalcoError("no file of cases is named");
  return { ...values, falco: values.falco, files: positionals };
}

/** Records the cases of the binary's own version. */
function record(): void {
  const { falco: binary, config, "plugins-config": pluginsConfig, unversioned, files } = readArguments();
  const plain = new Falco(binary, config);
  const withPlugins = pluginsConfig === undefined ? undefined : new Falco(binary, pluginsConfig);
  const version = plain.version();
  for (const path of files) {
    const file = new CaseFile(path);
    let [recorded, skipped] = [0, 0];
    const changed = file.update((one) => {
      const falco = one.plugins === "all" ? withPlugins : plain;
      const isOfVersion = one.falcoVersion === undefined ? unversioned : one.falcoVersion === version;
      if (falco === undefined || !isOfVersion) {
        skipped++;
        return one;
      }
      recorded++;
      return recordCase(falco, one);
    });
    file.write();
    const ids = changed.length === 0 ? "" : `: ${changed.join(", ")}`;
    process.stdout.write(
      `${path}: recorded ${recorded} with Falco ${version}, skipped ${skipped}, changed ${changed.length}${ids}\n`,
    );
  }
}

/** A case that has only a description keeps only that; a new one gets a verdict. */
function recordCase(falco: Falco, one: Case): Case {
  return {
    ...one,
    ...((one.expect !== undefined || one.describe === undefined) && { expect: falco.validate(one.files) }),
    ...(one.describe !== undefined && { describe: falco.describe(one.files) }),
  };
}

try {
  record();
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!(error instanceof FalcoError) && !isUsage) throw error;
  process.stderr.write(`record-conformance: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
