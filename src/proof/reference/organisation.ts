/** What an organisation calls regulated: a control asks for the kind that its framework is about. */
export type DataKind = "phi-paths" | "cardholder-paths" | "personal-data-paths";

/** The values of `organisation:` in the configuration, by key. An empty list: there is nothing of the kind. */
export type Organisation = Readonly<Record<string, readonly (string | number)[] | undefined>>;

/** What stands for `${name}` in reference events, one text for each value. */
interface Parameter {
  readonly key: string;
  /** What counts unless the configuration says otherwise. */
  readonly shipped: readonly (string | number)[];
  readonly asText?: (value: string) => string;
}

export const dataKinds: readonly DataKind[] = ["phi-paths", "cardholder-paths", "personal-data-paths"];

/** Paths that nobody has: while they are set, measurements say nothing about the organisation. */
const placeholders: Readonly<Record<DataKind, string>> = {
  "phi-paths": "/srv/phi",
  "cardholder-paths": "/srv/cardholder",
  "personal-data-paths": "/srv/customers",
};

/** The parameter whose values are of a kind of data. */
export const regulatedPath = "regulated-path";

const parameters: Readonly<Record<string, Parameter>> = {
  "application-path": { key: "application-paths", shipped: ["/var/www"] },
  "database-port": {
    key: "database-ports",
    shipped: [5432, 3306, 1433, 1521, 27017, 6379, 9042, 9200, 2379],
  },
  "approved-image": { key: "approved-images", shipped: ["registry.example.com"] },
  "internal-address": { key: "internal-networks", shipped: ["10.96.7.0/24"], asText: addressIn },
  "allowed-outbound-port": { key: "allowed-outbound-ports", shipped: [443] },
  "allowed-destination": { key: "allowed-destinations", shipped: ["198.51.100.20"], asText: addressIn },
  "public-service-port": { key: "public-service-ports", shipped: [443] },
};

/** The names of all parameters. */
export const parameterNames: readonly string[] = [regulatedPath, ...Object.keys(parameters)];

/** A text in a form that a parameter can have. */
export function sampleOf(name: string): string {
  return valuesOf(name, "phi-paths", {})[0]!;
}

/** Whether a parameter of that name exists. */
export function isParameter(name: string): boolean {
  return name === regulatedPath || Object.hasOwn(parameters, name);
}

/** The texts that a parameter stands for; of regulated data those of a kind. */
export function valuesOf(
  name: string,
  kind: DataKind | undefined,
  organisation: Organisation,
): readonly string[] {
  if (name === regulatedPath) {
    return kind === undefined ? [] : (organisation[kind] ?? [placeholders[kind]]).map(String);
  }
  const { key, shipped, asText = (value) => value } = parameters[name]!;
  return (organisation[key] ?? shipped).map((value) => asText(String(value)));
}

/** The path that stands for data of a kind as long as the organisation does not say where its own is. */
export function placeholderOf(kind: DataKind | undefined, organisation: Organisation): string | undefined {
  return kind === undefined || organisation[kind] !== undefined ? undefined : placeholders[kind];
}

/** Whether the organisation has clusters of one of these platforms; it may have any as long as it does not say. */
export function hasPlatform(
  platforms: readonly string[] | undefined,
  { platforms: own }: Organisation,
): boolean {
  return platforms === undefined || own === undefined || platforms.some((platform) => own.includes(platform));
}

/** An address of a network: `10.0.0.0/8` has `10.0.0.7`. */
function addressIn(network: string): string {
  const [address = network, length] = network.split("/");
  if (length === undefined) return address;
  return address.includes(":") ? `${address.replace(/:*$/, "")}::7` : address.replace(/\d+$/, "7");
}
