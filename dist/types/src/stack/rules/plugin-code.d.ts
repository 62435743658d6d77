import type { LoadOptions } from "../../falco/index.js";
import type { Text } from "../../project/index.js";
export type LoadedField = NonNullable<LoadOptions["fields"]>[number];
export declare const fieldTypes: readonly ["string", "uint64", "bool", "reltime", "abstime", "ipaddr", "ipnet"];
/** The fields that the program code of plugins lists, as far as their types stand there too. */
export declare function fieldsInCode(texts: readonly Text[]): LoadedField[];
