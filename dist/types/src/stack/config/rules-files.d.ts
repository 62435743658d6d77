import type { Location, Source } from "../../project/index.js";
import { type FileSystem } from "../container/index.js";
import { type Known, type Unknown } from "../evidence/index.js";
import type { FalcoCommand } from "./command.js";
import type { FalcoConfig } from "./falco-config.js";
/** One rules file that Falco loads. */
export interface RulesFile {
    /** Path in the container. */
    readonly path: string;
    readonly content: RulesContent;
    /** What puts the file there: the volume mount, or the image. */
    readonly mountedAt: Location;
    /** What makes Falco load it: the item of `rules_files`, or the `-r` option. */
    readonly listedAt: Location;
}
export type RulesContent = {
    readonly kind: "source";
    readonly source: Source;
}
/** A rules file that the Falco project publishes; `version` may be partial for falcoctl. */
 | {
    readonly kind: "upstream";
    readonly artifact: string;
    readonly version: Known<string>;
}
/** A file of the image without any rules in it. */
 | {
    readonly kind: "empty";
} | (Unknown & {
    readonly kind: "unknown";
});
/** A path that is listed, and for which Falco finds nothing. It skips it without a word. */
export interface MissingRulesFile {
    readonly path: string;
    readonly listedAt: Location;
    /** What hides the image's own file, where a mount does. */
    readonly hiddenBy: Location | undefined;
}
export interface RulesFiles {
    /** In load order. */
    readonly loaded: readonly RulesFile[];
    readonly missing: readonly MissingRulesFile[];
    /** Listed paths whose content is unknown. */
    readonly more: readonly Unknown[];
}
/** The rules files in the order in which Falco loads them. */
export declare function readRulesFiles(files: FileSystem, config: FalcoConfig, command: FalcoCommand, falcoVersion: Known<string>, image: Location): RulesFiles;
