/** What an organisation calls regulated: a control asks for the kind that its framework is about. */
export type DataKind = "phi-paths" | "cardholder-paths" | "personal-data-paths";
/** The values of `organisation:` in the configuration, by key. An empty list: there is nothing of the kind. */
export type Organisation = Readonly<Record<string, readonly (string | number)[] | undefined>>;
export declare const dataKinds: readonly DataKind[];
/** The parameter whose values are of a kind of data. */
export declare const regulatedPath = "regulated-path";
/** The names of all parameters. */
export declare const parameterNames: readonly string[];
/** A text in a form that a parameter can have. */
export declare function sampleOf(name: string): string;
/** Whether a parameter of that name exists. */
export declare function isParameter(name: string): boolean;
/** The texts that a parameter stands for; of regulated data those of a kind. */
export declare function valuesOf(name: string, kind: DataKind | undefined, organisation: Organisation): readonly string[];
/** The path that stands for data of a kind as long as the organisation does not say where its own is. */
export declare function placeholderOf(kind: DataKind | undefined, organisation: Organisation): string | undefined;
