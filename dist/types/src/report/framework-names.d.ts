import type { Coverage, Difference } from "../compliance/index.js";
import type { SettingsChange } from "./report.js";
/** Names of frameworks as people write them, by id: "PCI DSS" of `pci-dss`. One that nothing names keeps its id. */
export declare function frameworkNames({ coverage, difference, settingsChange, }: {
    readonly coverage: Coverage;
    readonly difference?: Difference | undefined;
    readonly settingsChange?: SettingsChange | undefined;
}): (id: string) => string;
