/**
 * Which definitions look at which names, to find what a change makes stale. A name that a definition no longer
 * looks at may stay noted for it, which does no harm.
 */
export declare class Dependencies<T> {
    #private;
    add(user: T, names: () => Iterable<string>): void;
    usersOf(name: string): Iterable<T>;
}
