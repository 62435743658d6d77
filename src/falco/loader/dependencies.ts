/**
 * Which definitions look at which names, to find what a change makes stale. A name that a definition no longer
 * looks at may stay noted for it, which does no harm.
 */
export class Dependencies<T> {
  readonly #users = new Map<string, Set<T>>();
  /** Not looked through yet: names are only asked for when there is a second file. */
  #unread: { readonly user: T; readonly names: () => Iterable<string> }[] = [];

  add(user: T, names: () => Iterable<string>): void {
    this.#unread.push({ user, names });
  }

  usersOf(name: string): Iterable<T> {
    for (const { user, names } of this.#unread) for (const each of names()) this.#note(each, user);
    this.#unread = [];
    return this.#users.get(name) ?? [];
  }

  #note(name: string, user: T): void {
    const users = this.#users.get(name);
    if (users === undefined) this.#users.set(name, new Set([user]));
    else users.add(user);
  }
}
