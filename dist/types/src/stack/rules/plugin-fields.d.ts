import { type Project } from "../../project/index.js";
import { type LoadedField } from "./plugin-code.js";
/**
 * The fields of plugins that a repository defines or describes: in the program code of a plugin, and in the tables of
 * Markdown pages as the SDKs of plugins print them: `| NAME | TYPE | ARG | DESCRIPTION |`. Each is for the event sources whose rules name it. Those that no rule for a
 * source names are left out: a plugin that adds to system calls may bring events too, which no table lists.
 *
 * @param isKnown whether the first word of a field's name belongs to Falco or to a plugin that is known
 */
export declare function documentedFields(project: Project, isKnown: (namespace: string) => boolean): LoadedField[];
export declare function namespaceOf(field: string): string;
