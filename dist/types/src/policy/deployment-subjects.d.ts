import type { Coverage } from "../compliance/index.js";
import type { Model } from "../lint/index.js";
import type { Subject } from "./subjects.js";
/** Each control of the selection of each framework, where the matrix names it. */
export declare function controlSubjects(model: Model, { frameworks }: Coverage): Subject<"control">[];
export declare function deploymentSubjects({ stacks, rulesets }: Model): Subject<"deployment">[];
/** The containers of all workloads that the repository applies. */
export declare function containerSubjects({ applied }: Model): Subject<"container">[];
