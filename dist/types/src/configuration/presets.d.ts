/** Settings that come with the product, by the name under `extends`. */
export declare const presets: Readonly<Record<string, Preset>>;
interface Preset {
    readonly settings: string;
    readonly policies?: string;
}
export {};
