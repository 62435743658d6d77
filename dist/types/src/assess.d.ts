import { type Compared } from "./compliance/index.js";
import type { Operation } from "./evidence/index.js";
import { type Inspection } from "./inspect.js";
import { type Finding, type LintRule } from "./lint/index.js";
import type { Limits } from "./project/index.js";
import type { Summary } from "./report/index.js";
/** What is found in a revision, and what it covers. */
export interface Assessment extends Compared {
    readonly findings: readonly Finding[];
    readonly suppressed: Summary["suppressed"];
    /** What comments in the files hide. */
    readonly ignored: readonly Finding[];
}
interface AssessOptions {
    readonly limits?: Limits | undefined;
    /** The same inspection with the requirements of another one, by which coverage is measured. */
    readonly requirements?: Inspection | undefined;
    /** What records of a period say of the rules. */
    readonly operation?: Operation | undefined;
}
/** Runs lint rules and works out coverage. */
export declare function assess(inspection: Inspection, { limits, requirements, operation }?: AssessOptions): Assessment;
/** All lint rules, with the policies that decide. */
export declare function rulesFor(inspection: Inspection, facts?: () => {
    model: import("./lint/model.js").Model;
    coverage: import("./compliance/coverage.js").Coverage;
    proofs: ReadonlyMap<string, import("./proof/proven.js").Proof>;
}, limits?: Limits): readonly LintRule[];
/** What a check reports of the files, without coverage; by all lint rules and policies, or by some. */
export declare function findingsOf(inspection: Inspection, rules?: readonly LintRule[], limits?: Limits): Pick<Assessment, "findings" | "suppressed" | "ignored">;
export {};
