import type { EventFields } from "./event-fields.js";
/** Adds what follows from the name of a socket: `client:port->server:port`, `address:port`, or a path. */
export declare function addConnection(call: string, fields: EventFields): void;
