import services from "./data/services.json" with { type: "json" };

/** Ports by service name. Source: the list of services that Debian installs, as Falco's image has it. */
export const servicePorts: ReadonlyMap<string, number> = new Map(Object.entries(services));
