import type { Place } from "../project/text.js";
import type { Stack } from "../stack/model/stack.js";
import type { Ruleset } from "../stack/rules/ruleset.js";
/** Whether events name the namespace that they come from, or the first rule whose events do not; none where none is loaded. */
export type NamespaceField = {
    readonly named: true;
    readonly place: Place | undefined;
} | {
    readonly named: false;
    readonly rule: string | undefined;
    readonly place: Place | undefined;
};
/**
 * Whether every enabled rule on system calls has `k8s.ns.name` in its output, by itself or because falco.yaml
 * appends it.
 */
export declare function namespaceField({ config, plugins }: Stack, ruleset: Ruleset): NamespaceField;
