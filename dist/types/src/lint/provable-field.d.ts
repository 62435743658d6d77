import type { WrittenCheck } from "./conditions.js";
/** The field that a check is about; undefined where its values cannot be enumerated or compared here. */
export declare function provableField({ field, check }: WrittenCheck): string | undefined;
