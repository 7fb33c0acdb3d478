// Whether a file is a valid AsyncAPI document with valid Avro schemas, as AsyncAPI's own parser sees it.
//
//   node validate-contract.js ../../deploy/asyncapi.yaml

import { readFile } from "node:fs/promises";
import { Parser } from "@asyncapi/parser";
import { AvroSchemaParser } from "@asyncapi/avro-schema-parser";

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(await readFile(process.argv[2], "utf8"));
const faults = diagnostics.filter(({ severity }) => severity <= 1);
for (const { message, path } of faults) {
  console.error(`${path.join(".")}: ${message}`);
}
if (!document || faults.length > 0) {
  process.exit(1);
}
console.log(`valid: AsyncAPI ${document.version()}, ${document.channels().length} channels`);
