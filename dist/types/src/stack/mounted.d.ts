import type { Source } from "../project/project.js";
import type { Place } from "../project/text.js";
import { type MapNode } from "../project/yaml.js";
import type { Stack } from "./stack.js";
/** The texts that stand in the container of some deployment. */
export declare function mountedSources(stacks: readonly Stack[]): Set<Source>;
/** The name of a resource, and its place. */
export declare function nameOf(resource: MapNode): {
    readonly name: string;
    readonly place: Place;
};
