import { type SourceKind } from "./classify.js";
import type { ChartFile, Discovery, SkippedFile } from "./discover.js";
import type { Text } from "./source-text.js";
import { type MapNode, type YamlDocument } from "./tree.js";
/** The location of an embedded source: a key of a ConfigMap's data, a custom rules file in Helm values. */
export interface Embedding {
    readonly source: Source;
    /** The document that holds it: the ConfigMap, the values. */
    readonly holder: MapNode;
    /** The key of the text, which is the file's name where it is mounted. */
    readonly key: string;
}
/** A file, or a text embedded in one, with what it is. Its YAML is parsed once, when first asked for. */
export declare class Source {
    #private;
    readonly text: Text;
    readonly kind: SourceKind;
    readonly embedding: Embedding | undefined;
    constructor(text: Text, kind: SourceKind, embedding?: Embedding);
    /** Path of the file that holds it, from the workspace root. */
    get file(): string;
    /** How people would name it: its file, and the key inside it where it is embedded. */
    get name(): string;
    get documents(): readonly YamlDocument[];
}
/** All that was read from the workspace. */
export interface Project {
    /** Files, each followed by the sources embedded in it. */
    readonly sources: readonly Source[];
    readonly skipped: readonly SkippedFile[];
    /** Program code, read when it is first asked for. */
    readonly code?: Discovery["code"];
    readonly chartFiles?: readonly ChartFile[] | undefined;
}
/**
 * Classifies the files found and the texts embedded in them.
 *
 * @param known a project that shares texts with this one; what was read of them is not read again
 */
export declare function readProject({ texts, skipped, chartFiles, code }: Discovery, known?: Project): Project;
export declare function ofKind(project: Project, kind: SourceKind): Source[];
