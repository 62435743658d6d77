import { type Location, type Node } from "../../project/index.js";
import { type Known } from "../evidence/index.js";
/** An image reference as written. */
export interface Image {
    readonly reference: string;
    /** Registry and path, without tag and digest. */
    readonly repository: string;
    readonly tag: string | undefined;
    readonly digest: string | undefined;
    readonly location: Location;
}
export declare function readImage(node: Node): Image | undefined;
export declare function parseImage(reference: string, location: Location): Image;
/** Last part of the repository: what the image is, whoever mirrors it. */
export declare function imageName(image: Image | undefined): string;
export declare function isFalcoImage(image: Image | undefined): boolean;
export declare function isSidekickImage(image: Image | undefined): boolean;
/** The version in a tag, or in a comment beside a digest, without what follows the numbers (`0.38.0-slim`). */
export declare function imageVersion(image: Image, what: string): Known<string>;
