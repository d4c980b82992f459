// A second verifier of evidence bundles, written from docs/operations/evidence-bundle.md alone: Node.js 18+, no packages.
// Usage: node check-bundle.mjs DIRECTORY   (the unpacked bundle). Prints the problems; exit status 1 where there are any.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
const problems = [];
const file = (name) => readFileSync(join(root, name));
const lines = (name) => file(name).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const int64 = (number) => { const bytes = Buffer.alloc(8); bytes.writeBigInt64BE(BigInt(number)); return bytes; };
const expect = (holds, problem) => { if (!holds) problems.push(problem); };

// keys: each vouched for by the one before it
const keys = new Map();
for (const key of JSON.parse(file('keys.json'))) {
  const spki = Buffer.from(key.publicKey, 'base64');
  const number = Buffer.alloc(4);
  number.writeInt32BE(key.number);
  const before = keys.get(key.number - 1);
  expect(sha256(spki).toString('hex') === key.fingerprint, `key ${key.number} has another fingerprint`);
  expect(key.number === 1 || (before && key.endorsement
    && verify(null, Buffer.concat([number, spki]), before.publicKey, Buffer.from(key.endorsement, 'base64'))),
    `key ${key.number} is not vouched for`);
  keys.set(key.number, { publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }), fingerprint: key.fingerprint });
}

// manifest: signed, and every file as it says
const manifest = JSON.parse(file('manifest.json'));
const [header, payload, signature] = file('manifest.jws').toString('ascii').split('.');
const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
const signer = [...keys.values()].find((key) => key.fingerprint === kid);
expect(alg === 'EdDSA' && signer && Buffer.from(payload, 'base64url').equals(file('manifest.json'))
  && verify(null, Buffer.from(`${header}.${payload}`), signer.publicKey, Buffer.from(signature, 'base64url')),
  'the manifest is not signed');
const told = new Set(['manifest.json', 'manifest.jws', ...manifest.files.map((entry) => entry.name)]);
const present = (folder, prefix) => readdirSync(folder).flatMap((name) => statSync(join(folder, name)).isDirectory()
  ? present(join(folder, name), `${prefix}${name}/`) : [prefix + name]);
for (const name of present(root, '')) expect(told.has(name), `${name} was added`);
for (const entry of manifest.files) expect(sha256(file(entry.name)).toString('hex') === entry.sha256, `${entry.name} was changed`);

// blocks: signed heads
const blocks = new Map();
for (const { number, header: head, signature: signed } of lines('blocks.ndjson')) {
  const bytes = Buffer.from(head, 'base64');
  const runs = [];
  let at = 25;
  for (let left = bytes.readInt32BE(21); left > 0; left--, at += 12) {
    runs.push({ first: bytes.readBigInt64BE(at), count: bytes.readInt32BE(at + 8) });
  }
  const key = keys.get(bytes.readInt32BE(at + 64));
  expect(bytes[0] === 1 && bytes.readBigInt64BE(1) === BigInt(number) && key
    && verify(null, bytes, key.publicKey, Buffer.from(signed, 'base64')), `block ${number} is not signed`);
  blocks.set(number, { runs, root: bytes.subarray(at, at + 32), size: runs.reduce((sum, run) => sum + run.count, 0) });
}

// events: each leads to the root of its block (RFC 6962)
const node = (left, right) => sha256(Buffer.of(1), left, right);
function climb(leaf, place, size, path) {
  if (size === 1) return path.length === 0 ? leaf : null;
  const half = 2 ** Math.floor(Math.log2(size - 1));
  const below = path.slice(0, -1);
  const beside = path.at(-1);
  const own = beside && (place < half ? climb(leaf, place, half, below) : climb(leaf, place - half, size - half, below));
  return own && (place < half ? node(own, beside) : node(beside, own));
}
function decode(bytes) {
  let at = 13;
  const field = () => {
    const length = bytes.readInt32BE(at);
    const from = (at += 4);
    at += Math.max(length, 0);
    return length < 0 ? undefined : bytes.toString('utf8', from, at);
  };
  const [actor, action, subject, caseId, step, result] = [field(), field(), field(), field(), field(), field()];
  const details = {};
  let left = bytes.readInt32BE(at);
  for (at += 4; left > 0; left--) {
    const name = field();
    details[name] = field();
  }
  return { seconds: Number(bytes.readBigInt64BE(1)), actor, action, subject, case: caseId, step, result, details };
}
const recorded = new Map();
const proved = new Map();
const letGo = (id) => retired.some(({ block, places }) => {
  let place = 0;
  for (const { first, count } of blocks.get(block)?.runs ?? []) {
    const within = id - Number(first);
    if (within >= 0 && within < count) return (places[(place + within) >> 3] >> ((place + within) & 7)) & 1;
    place += count;
  }
  return false;
});
const retired = [];
for (const event of lines('events.ndjson')) {
  const canonical = Buffer.from(event.canonical, 'base64');
  const block = blocks.get(event.block);
  const leaf = sha256(Buffer.of(0), int64(event.id), canonical);
  const top = block && climb(leaf, event.place, block.size, event.path.map((hash) => Buffer.from(hash, 'hex')));
  expect(top && top.equals(block.root), `event ${event.id} was not sealed so`);
  const { seconds, ...said } = decode(canonical);
  const { at, ...words } = event.event;
  const same = ['actor', 'action', 'subject', 'case', 'step', 'result'].every((name) => said[name] === words[name])
    && JSON.stringify(said.details) === JSON.stringify(words.details) && Math.floor(Date.parse(at) / 1000) === seconds;
  expect(same, `event ${event.id} is told in other words`);
  if (top && top.equals(block.root)) proved.set(event.id, leaf.toString('hex'));
  if (said.action === 'archive.case-recorded') recorded.set(said.case, said.details.sha256);
  if (said.action === 'audit.events-retired') {
    retired.push({ block: Number(said.details.block), places: Buffer.from(said.details.places, 'base64url') });
  }
}

// records: each proved by an event, and by the record the models and that no event was left out
for (const { name, sha256: digest } of manifest.files.filter((entry) => entry.name.startsWith('records/'))) {
  expect(recorded.get(name.slice(8, -5)) === digest, `${name} is not the record that was sealed`);
  const record = JSON.parse(file(name));
  for (const model of record.models) {
    expect(sha256(file(`models/${model.name}-${model.version}.${model.kind}`)).toString('hex') === model.sha256,
      `the model ${model.name} is another one`);
  }
  for (const { id, sha256: hash } of record.events ?? []) {
    expect(proved.get(id) === hash || (!proved.has(id) && letGo(id)), `event ${id} was left out`);
  }
}

problems.forEach((problem) => console.error(problem));
console.log(problems.length ? 'NOT valid' : 'valid');
process.exit(problems.length ? 1 : 0);
