/**
 * Which definitions refer to which names, to find what a change makes stale. Outdated references may stay, which is
 * harmless.
 */
export class Dependencies<T> {
  readonly #users = new Map<string, Set<T>>();
  /** Not collected yet: only a second file needs the names. */
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
