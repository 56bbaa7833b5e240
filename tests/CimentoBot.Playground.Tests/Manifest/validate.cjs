// Usage: node validate.cjs <folder with manifest.json (placeholders replaced), fr.json, en.json>; the working directory has the packages.
// Prints a JSON list of what is wrong.
"use strict";
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const path = require("node:path");

const from = createRequire(path.join(process.cwd(), "package.json"));
const { AppManifestUtils } = from("@microsoft/app-manifest");
const schemas = path.join(path.dirname(from.resolve("@microsoft/app-manifest")), "json-schemas", "teams");
const folder = process.argv[2];
const read = file => JSON.parse(readFileSync(path.join(folder, file), "utf8"));

async function main() {
  const manifest = read("manifest.json");
  const problems = (await AppManifestUtils.validateAgainstSchema(manifest)).map(problem => `manifest.json: ${problem}`);
  const schemaFile = path.join(schemas, `v${manifest.manifestVersion}`, "MicrosoftTeams.Localization.schema.json");
  const Ajv = from("ajv-draft-04");
  const ajv = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false, unicodeRegExp: false });
  const formats = from("ajv-formats");
  (formats.default ?? formats)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  for (const language of ["fr.json", "en.json"]) {
    if (!validate(read(language))) {
      problems.push(...validate.errors.map(error => `${language}: ${error.instancePath} ${error.message}`));
    }
  }
  console.log(JSON.stringify(problems));
}

main().catch(failure => {
  console.error(failure);
  process.exit(1);
});
