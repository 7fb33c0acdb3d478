// Values in the Confluent wire format: a zero byte, the schema's id in the registry (four bytes,
// big endian), the record in Avro's binary encoding.

import avro from "avsc";

const MAGIC = 0;
const HEAD = 5;
const MILLIS_PER_DAY = 86400000;

/** Days since 1970-01-01, read as an ISO date. */
class DateType extends avro.types.LogicalType {
  _fromValue(days) {
    return new Date(days * MILLIS_PER_DAY).toISOString().slice(0, 10);
  }
}

/** Milliseconds since the epoch, read as an ISO instant. */
class InstantType extends avro.types.LogicalType {
  _fromValue(millis) {
    return new Date(millis).toISOString();
  }
}

/** Decodes values with the schemas of a registry, each asked for once. */
export class RegistryDecoder {
  #url;
  #types = new Map();

  constructor(url) {
    this.#url = url.replace(/\/$/, "");
  }

  /** The record; null for a tombstone. */
  async decode(bytes) {
    if (bytes === null) {
      return null;
    }
    if (bytes.length < HEAD || bytes[0] !== MAGIC) {
      throw new Error("The value is not in the Confluent wire format");
    }
    const type = await this.#type(bytes.readInt32BE(1));
    return type.fromBuffer(bytes.subarray(HEAD));
  }

  #type(id) {
    if (!this.#types.has(id)) {
      this.#types.set(id, this.#fetch(id));
    }
    return this.#types.get(id);
  }

  async #fetch(id) {
    const response = await fetch(`${this.#url}/schemas/ids/${id}`);
    if (!response.ok) {
      throw new Error(`The registry at ${this.#url} answers ${response.status} for schema ${id}`);
    }
    const { schema } = await response.json();
    return avro.Type.forSchema(JSON.parse(schema), {
      logicalTypes: { date: DateType, "timestamp-millis": InstantType },
    });
  }
}
