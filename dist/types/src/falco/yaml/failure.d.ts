import type { Mark } from "./stream.js";
/** Why a text is not YAML to yaml-cpp, and where. */
export declare class YamlFailure extends Error {
    readonly mark: Mark;
    constructor(message: string, mark: Mark);
}
