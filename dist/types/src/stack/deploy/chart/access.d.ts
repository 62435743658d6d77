import type { Resource } from "../../../kubernetes/index.js";
import type { Builder } from "./builder.js";
/** A Role of that name, bound to a service account. */
export declare function roleOf(build: Builder, name: string, namespace: string | undefined, account: string, rules: readonly object[]): Resource[];
