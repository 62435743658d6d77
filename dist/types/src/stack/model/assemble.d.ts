import { type Location } from "../../project/index.js";
import { type Sender } from "../alerts/index.js";
import { type Image, type Manifests, type Word } from "../cluster/index.js";
import type { FileSystem } from "../container/index.js";
import { type Assumptions, type Known } from "../evidence/index.js";
import type { Stack, StackKind } from "./stack.js";
/** What all ways to run Falco have in common: an image, a command line, files, an environment. */
export interface Deployment {
    readonly name: string;
    readonly kind: StackKind;
    readonly image: Image | undefined;
    /** Where the image, or what chooses it, is written. */
    readonly imageLocation: Location;
    /** Where the image does not tell: the chart's version, for one. */
    readonly version: Known<string> | undefined;
    readonly words: readonly Word[];
    readonly files: FileSystem;
    /** Undefined where there is no such variable; the text `${NAME}` where its value is elsewhere. */
    readonly env: (name: string) => string | undefined;
    readonly sender: Sender;
    readonly manifests: Manifests;
    readonly location: Location;
}
/** Puts one deployment together: what it loads, and where its alerts go. */
export declare function assemble(deployment: Deployment, assume: Assumptions): Stack;
