/**
 * Which definitions refer to which names, to find what a change makes stale. Outdated references may stay, which is
 * harmless.
 */
export declare class Dependencies<T> {
    #private;
    add(user: T, names: () => Iterable<string>): void;
    usersOf(name: string): Iterable<T>;
}
