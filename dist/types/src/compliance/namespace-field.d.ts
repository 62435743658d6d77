import type { Location } from "../project/index.js";
import { type Ruleset, type Stack } from "../stack/index.js";
/** Whether events name the namespace that they come from, or the first rule whose events do not; none where none is loaded. */
export type NamespaceField = {
    readonly named: true;
    readonly location: Location | undefined;
} | {
    readonly named: false;
    readonly rule: string | undefined;
    readonly location: Location | undefined;
};
/**
 * Whether every enabled rule on system calls has `k8s.ns.name` in its output, by itself or because falco.yaml
 * appends it.
 */
export declare function namespaceField({ config, plugins }: Stack, ruleset: Ruleset): NamespaceField;
