// Usage: node licences.mjs <bom.json>. Prints what the bot is made of, and fails on a licence that nobody has agreed to (docs/release.md).
import { readFileSync } from "node:fs";

const agreed = new Set(["MIT", "Apache-2.0", "BSD-3-Clause", "PostgreSQL"]);
// Packages that name their licence by an address only: read there.
const read = new Map([["Microsoft.Rest.ClientRuntime", "MIT"]]);
const parts = (JSON.parse(readFileSync(process.argv[2], "utf8")).components ?? []).map(part => ({
  name: `${part.name} ${part.version}`,
  licence: read.get(part.name) ?? (part.licenses ?? []).map(one => one.expression ?? one.license.id ?? one.license.name ?? one.license.url).join(", "),
}));
for (const licence of new Set(parts.map(part => part.licence))) {
  const those = parts.filter(part => part.licence === licence);
  console.log(`${licence || "no licence named"} (${those.length}): ${those.map(part => part.name).join(", ")}`);
}

const others = parts.filter(part => !agreed.has(part.licence));
console.log(`${parts.length} packages, ${others.length} under a licence that nobody has agreed to`);
process.exit(parts.length > 0 && others.length === 0 ? 0 : 1);
