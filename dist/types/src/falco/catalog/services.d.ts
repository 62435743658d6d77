/** Ports by service name. Source: the list of services that Debian installs, as Falco's image has it. */
export declare const servicePorts: ReadonlyMap<string, number>;
