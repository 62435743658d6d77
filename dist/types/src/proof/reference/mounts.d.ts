import type { FieldMap } from "./event-fields.js";
/** Whether a field is about the mount that its argument finds. */
export declare function isMountField(key: string): boolean;
/**
 * The values of fields such as `container.mount.dest[/etc]` in a container with these mounts. As in the container plugin,
 * the argument is the number of a mount, or a regular expression that is searched for among the sources, for
 * `container.mount.source` among the destinations.
 */
export declare function mountValues(mounts: string, keys: Iterable<string>): FieldMap;
