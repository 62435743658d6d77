export declare const PROGRAM = "helm.wasm.br";
export declare const NOTICES = "THIRD_PARTY_NOTICES.txt";
/** The stored program. */
export declare function readProgram(): Uint8Array<ArrayBuffer>;
