/** A call or a configuration that cannot be used. The message is one line that says what to change. */
export declare class UsageError extends Error {
}
