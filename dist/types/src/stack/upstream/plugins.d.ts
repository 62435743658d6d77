/**
 * Plugins of the Falco project and the event source that each brings; undefined for those that only extract
 * fields. From the plugins' registry.
 */
export declare const pluginSources: ReadonlyMap<string, string | undefined>;
/** The source of the kernel's events, which needs a driver and no plugin. */
export declare const syscallSource = "syscall";
