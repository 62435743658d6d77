import { parentPort, workerData } from "node:worker_threads";
import { findingsOf } from "../check.ts";
import { type RuleCoverage, ruleCoverage } from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { UsageError } from "../project/index.ts";
import { provenRules, runTests } from "../proof/index.ts";
import { ownRuleNames } from "../stack/index.ts";
import { type Folder, FolderReader } from "./folder-reader.ts";
import { testFailures } from "./test-failures.ts";

/** A request of the server to its worker. */
export interface CheckRequest {
  readonly changes: ReadonlyMap<string, string | undefined>;
  /** Whether to read all files from disk again. */
  readonly anew: boolean;
}

/** What a check of the whole folder finds. */
export type CheckReply =
  | {
      readonly kind: "checked";
      /** The rule tests that do not pass among them. */
      readonly findings: readonly Finding[];
      /** How far each rule of the folder gets. */
      readonly rules: readonly RuleCoverage[];
    }
  /** The configuration is wrong, or the tool is. */
  | { readonly kind: "failed"; readonly message: string };

const reader = new FolderReader(workerData as Folder);
parentPort?.on("message", async (request: CheckRequest) => {
  parentPort?.postMessage(await check(request));
});

async function check({ changes, anew }: CheckRequest): Promise<CheckReply> {
  try {
    if (anew) reader.forget();
    const inspection = await reader.read(changes);
    const { project, rulesets } = inspection.model;
    const tests = runTests(project, { load: { falcoVersion: inspection.falcoVersion } });
    const standing = ruleCoverage(rulesets, provenRules(tests));
    return {
      kind: "checked",
      findings: [...findingsOf(inspection).findings, ...testFailures(tests)],
      rules: ownRuleNames(rulesets).map((name) => standing(name).coverage),
    };
  } catch (error) {
    const message = error instanceof UsageError ? error.message : String((error as Error).stack ?? error);
    return { kind: "failed", message };
  }
}
