import type { Place } from "../project/text.ts";
import type { Assumptions } from "./assume.ts";
import type { FileSystem } from "./files.ts";
import { type Image } from "./image.ts";
import { type Known } from "./known.ts";
import type { Manifests } from "./manifests.ts";
import { type Sender } from "./route.ts";
import type { Stack, StackKind } from "./stack.ts";
import type { Word } from "./workload.ts";
/** What all ways to run Falco have in common: an image, a command line, files, an environment. */
export interface Deployment {
    readonly name: string;
    readonly kind: StackKind;
    readonly image: Image | undefined;
    /** Where the image, or what chooses it, is written. */
    readonly imagePlace: Place;
    /** Where the image does not tell: the chart's version, for one. */
    readonly version: Known<string> | undefined;
    readonly words: readonly Word[];
    readonly files: FileSystem;
    /** Undefined where there is no such variable; the text `${NAME}` where its value is elsewhere. */
    readonly env: (name: string) => string | undefined;
    readonly sender: Sender;
    readonly manifests: Manifests;
    readonly place: Place;
}
/** Puts one deployment together: what it loads, and where its alerts go. */
export declare function assemble(deployment: Deployment, assume: Assumptions): Stack;
