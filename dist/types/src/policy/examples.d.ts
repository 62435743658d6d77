import type { SuiteResult } from "../proof/index.js";
import type { Policy } from "./policy.js";
/** Holds the examples of policies against them, as tests: a good one has to pass, a bad one not. */
export declare function runExamples(policies: readonly Policy[]): SuiteResult[];
