// The alerts that are open now, one JSON object a line; with --follow also every change.
//
//   node open-alerts.js 127.0.0.1:9092 http://127.0.0.1:8081 [tensiometer.live-alerts] [--follow]
//
// The topic is compacted and a record without a value says that an alert is over: who reads it from
// the beginning to the end of the moment, and keeps the last record of each key, has the open ones.

import kafkajs from "kafkajs";
import { RegistryDecoder } from "./registry-decoder.js";

const { Kafka, logLevel } = kafkajs;

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const follow = process.argv.includes("--follow");
const [bootstrap, registry, topic = "tensiometer.live-alerts"] = words;
if (!bootstrap || !registry) {
  console.error("usage: node open-alerts.js HOST:PORT REGISTRY_URL [TOPIC] [--follow]");
  process.exit(2);
}

const kafka = new Kafka({ clientId: "node-subscriber", brokers: bootstrap.split(","), logLevel: logLevel.ERROR });
const decoder = new RegistryDecoder(registry);
const open = new Map();

const ends = await endOffsets();
const consumer = kafka.consumer({ groupId: `node-subscriber-${process.pid}-${Date.now()}` });
let complete = false;

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachBatchAutoResolve: true,
  // A batch may hold nothing but the marks of transactions; its last offset counts all the same.
  eachBatch: async ({ batch }) => {
    for (const message of batch.messages) {
      const key = message.key.toString();
      const alert = await decoder.decode(message.value);
      if (alert === null) {
        open.delete(key);
      } else {
        open.set(key, alert);
      }
      if (complete) {
        print(key, alert);
      }
    }
    arrived(batch.partition, BigInt(batch.lastOffset()) + 1n);
  },
});
if (ends.size === 0) {
  await finish();
}

async function endOffsets() {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(
      offsets
        .filter(({ low, high }) => BigInt(high) > BigInt(low))
        .map(({ partition, high }) => [partition, BigInt(high)]),
    );
  } finally {
    await admin.disconnect();
  }
}

function arrived(partition, next) {
  if (ends.has(partition) && next >= ends.get(partition)) {
    ends.delete(partition);
  }
  if (ends.size === 0 && !complete) {
    setImmediate(finish);
  }
}

async function finish() {
  if (complete) {
    return;
  }
  complete = true;
  for (const [key, alert] of open) {
    print(key, alert);
  }
  if (!follow) {
    await consumer.disconnect();
  }
}

function print(key, alert) {
  console.log(JSON.stringify({ alert_id: key, alert }));
}
