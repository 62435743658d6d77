/** The program as it is committed; `unpack` in scripts/ makes of it the two others, which start faster. */
export declare const PROGRAM = "kubeconform.wasm.br";
export declare const UNPACKED_PROGRAM = "kubeconform.wasm";
/** The memory of the unpacked program. */
export declare const UNPACKED_MEMORY = "kubeconform.memory";
export declare const INDEX = "index.json";
/** How an older Kubernetes version differs from the newest, which is built into the program. */
export declare const kubernetes: (version: string) => string;
/** Beside this file in a bundle (`kubeconform/`), beside its folder in the package (`data/`). */
export declare function defaultFolder(): URL;
export declare function readProgram(folder: URL): Promise<Uint8Array<ArrayBuffer>>;
/** Reads the memory of the unpacked program to where it belongs. */
export declare function readMemory(folder: URL, pieces: Uint8Array[]): void;
export declare function readData(folder: URL, name: string): Promise<Buffer<ArrayBuffer>>;
