import type { Source } from "../project/project.ts";
import type { Place } from "../project/text.ts";
import { type MapNode } from "../project/yaml.ts";
import type { Stack } from "./stack.ts";
/** The texts that stand in the container of some deployment. */
export declare function mountedSources(stacks: readonly Stack[]): Set<Source>;
/** The name of a resource, and its place. */
export declare function nameOf(resource: MapNode): {
    readonly name: string;
    readonly place: Place;
};
