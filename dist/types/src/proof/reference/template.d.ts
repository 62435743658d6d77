import { type FieldMap } from "./event-fields.js";
import type { EventTemplate, Profiles } from "./signal-file.js";
/** A template that names a profile which does not exist, or profiles in a circle. */
export declare class TemplateError extends Error {
}
/**
 * The template with the fields of the profiles that it names, from left to right, and then its own. A program other than
 * the one of the profile is a child of that one, unless the template says whose child it is.
 *
 * @throws TemplateError for a profile that does not exist, and for profiles in a circle
 */
export declare function expand(template: EventTemplate, profiles: Profiles): EventTemplate;
/** The names of the parameters in a template. */
export declare function parametersIn(template: unknown): ReadonlySet<string>;
/** The template with a text for each parameter. */
export declare function fill<T>(template: T, values: ReadonlyMap<string, string>): T;
/** The event source of a template, and the kind of event where that is known before all fields are. */
export declare function kindOfEvent(template: EventTemplate): {
    readonly source: string;
    readonly type: string | undefined;
};
/** All fields of an event that is expanded and filled in. */
export declare function fieldsOf(template: EventTemplate): FieldMap;
