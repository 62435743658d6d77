import { type Checkout, SourceError } from "./checkout.ts";

/** A release of Falco and what it brings, as in `versions.json`. */
export interface Release {
  readonly falco: string;
  /** ISO date. */
  readonly released: string;
  readonly engine: string;
  readonly libs: string;
  readonly rules: string;
  /** Null before Falco 0.41, when containers were a part of the engine. */
  readonly containerPlugin: string | null;
}

/** What a release of Falco brings. Source: its build files. */
export function readRelease(falco: Checkout, libs: Checkout, version: string): Release {
  const find = (path: string, pattern: RegExp): string => {
    const found = pattern.exec(falco.read(version, path))?.[1];
    if (found === undefined)
      throw new SourceError(`falco ${version}: ${path} does not have ${pattern.source}`);
    return found;
  };
  const part = (name: string) =>
    find("userspace/engine/falco_engine_version.h", new RegExp(`FALCO_ENGINE_VERSION_${name} (\\d+)`));
  const libsVersion = find(
    "cmake/modules/falcosecurity-libs.cmake",
    /FALCOSECURITY_LIBS_VERSION "(?!0\.0\.0-local)([^"]+)"/,
  );
  return {
    falco: version,
    released: falco.date(version),
    engine: ["MAJOR", "MINOR", "PATCH"].map(part).join("."),
    libs: libsVersion,
    rules: find("cmake/modules/rules.cmake", /FALCOSECURITY_RULES_FALCO_VERSION "falco-rules-([^"]+)"/),
    containerPlugin: readContainerPlugin(falco, libs, version, libsVersion),
  };
}

/** The version that Falco's build file sets, else the one that the build file of libs falls back to. */
function readContainerPlugin(falco: Checkout, libs: Checkout, version: string, libsVersion: string) {
  const build = falco.read(version, "CMakeLists.txt");
  if (!build.includes("include(container_plugin)")) return null;
  const pattern = /set\(CONTAINER_VERSION "([^"]+)"\)/;
  const fallback = () => pattern.exec(libs.read(libsVersion, "cmake/modules/container_plugin.cmake"));
  const found = (pattern.exec(build) ?? fallback())?.[1];
  if (found === undefined)
    throw new SourceError(`falco ${version}: the version of the container plugin is not set`);
  return found;
}
