import { type Location, type Node } from "../../project/index.js";
import { type Container } from "../cluster/index.js";
/** Something that falcoctl fetches: a rules file or a plugin. */
export interface Artifact {
    /** Last part of the reference: `falco-rules`, `k8saudit`. */
    readonly name: string;
    /** As written, maybe in part; empty for the newest. */
    readonly version: string;
    readonly type: "rulesfile" | "plugin" | "other";
    readonly location: Location;
}
/** A run of falcoctl: what it installs, and into which directories of its own container. */
export interface ArtifactInstall {
    readonly artifacts: readonly Artifact[];
    readonly rulesDirectory: string;
    readonly pluginsDirectory: string;
}
export declare function isFalcoctl(container: Container): boolean;
/**
 * What a falcoctl container installs.
 *
 * @param config falcoctl.yaml as that container has it
 */
export declare function readInstall(container: Container, config: Node | undefined): ArtifactInstall | undefined;
/** The file that an artifact leaves behind, relative to its directory; undefined where its name is not known. */
export declare function artifactFile(artifact: Artifact): string | undefined;
