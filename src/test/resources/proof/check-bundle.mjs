// A second verifier of evidence bundles, written from docs/operations/evidence-bundle.md alone: Node.js 18+, no packages.
// Usage: node check-bundle.mjs DIRECTORY [FINGERPRINT]   the unpacked bundle, and the first key of the installation that is known.
// Prints the problems; exit status 1 where there are any.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [root, known] = process.argv.slice(2);
const problems = [];
const expect = (holds, problem) => { if (!holds) problems.push(problem); };
const file = (name) => readFileSync(join(root, name));
const lines = (name) => file(name).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const bytes = (base64) => Buffer.from(base64, 'base64');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (...parts) => sha256(...parts).toString('hex');
const integer = (number, size) => Buffer.from(number.toString(16).padStart(2 * size, '0'), 'hex');

// keys: each vouched for by the one before it
const keys = new Map();
for (const { number, publicKey, fingerprint, endorsement } of JSON.parse(file('keys.json'))) {
  const spki = bytes(publicKey);
  expect(hex(spki) === fingerprint, `key ${number} has another fingerprint`);
  expect(number === keys.size + 1 && (number === 1 || (endorsement
    && verify(null, Buffer.concat([integer(number, 4), spki]), keys.get(number - 1).key, bytes(endorsement)))), `key ${number} is not vouched for`);
  keys.set(number, { key: createPublicKey({ key: spki, format: 'der', type: 'spki' }), fingerprint });
}
expect(!known || keys.get(1)?.fingerprint === known, 'the bundle is from another installation, or forged');

// manifest: signed, and every file as it says
const manifest = JSON.parse(file('manifest.json'));
const [header, payload, signature] = file('manifest.jws').toString('ascii').split('.');
const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
const signer = [...keys.values()].find((key) => key.fingerprint === kid)?.key;
expect(alg === 'EdDSA' && signer && Buffer.from(payload, 'base64url').equals(file('manifest.json'))
  && verify(null, Buffer.from(`${header}.${payload}`), signer, Buffer.from(signature, 'base64url')), 'the manifest is not signed');
const told = new Set(['manifest.json', 'manifest.jws', ...manifest.files.map((entry) => entry.name)]);
const present = (folder, prefix) => readdirSync(folder).flatMap((name) => statSync(join(folder, name)).isDirectory()
  ? present(join(folder, name), `${prefix}${name}/`) : [prefix + name]);
present(root, '').forEach((name) => expect(told.has(name), `${name} was added`));
for (const entry of manifest.files) expect(hex(file(entry.name)) === entry.sha256, `${entry.name} was changed`);

// blocks: signed heads
const blocks = new Map();
let last;
for (const { number, header: head, signature: signed } of lines('blocks.ndjson')) {
  const at = bytes(head);
  const end = 25 + at.readInt32BE(21) * 12;
  const ids = [];
  for (let run = 25; run < end; run += 12) {
    for (let more = 0; more < at.readInt32BE(run + 8); more++) ids.push(Number(at.readBigInt64BE(run)) + more);
  }
  const [keyNumber, hash] = [at.readInt32BE(end + 64), hex(at)];
  const key = keys.get(keyNumber)?.key;
  expect(at[0] === 1 && at.readBigInt64BE(1) === BigInt(number) && key && verify(null, at, key, bytes(signed)),
    `block ${number} is not signed`);
  expect(!last || (number > last.number && keyNumber >= last.keyNumber
    && (number > last.number + 1 || at.toString('hex', end + 32, end + 64) === last.hash)), `block ${number} does not follow`);
  last = { number, keyNumber, hash };
  blocks.set(number, { ids, root: at.subarray(end, end + 32) });
}

// events: each leads to the root of its block (RFC 6962)
function climb(leaf, place, size, path) {
  if (size === 1) return path.length === 0 ? leaf : null;
  const half = 2 ** Math.floor(Math.log2(size - 1));
  const [below, beside] = [path.slice(0, -1), path.at(-1)];
  const own = beside && (place < half ? climb(leaf, place, half, below) : climb(leaf, place - half, size - half, below));
  return own && (place < half ? sha256(Buffer.of(1), own, beside) : sha256(Buffer.of(1), beside, own));
}
function decode(canonical) {
  let at = 13;
  const field = () => {
    const length = canonical.readInt32BE(at);
    const from = (at += 4);
    at += Math.max(length, 0);
    return length < 0 ? undefined : canonical.toString('utf8', from, at);
  };
  const said = { actor: field(), action: field(), subject: field(), case: field(), step: field(), result: field(), details: {} };
  let left = canonical.readInt32BE(at);
  for (at += 4; left > 0; left--) { const name = field(); said.details[name] = field(); }
  return said;
}
const [recorded, proved, retired, cases] = [new Map(), new Map(), [], new Set()];
for (const { id, block: number, place, path, canonical, event: { at, ...words } } of lines('events.ndjson')) {
  const [block, leaf, said] = [blocks.get(number), sha256(Buffer.of(0), integer(id, 8), bytes(canonical)), decode(bytes(canonical))];
  const sealed = block?.ids[place] === id && climb(leaf, place, block.ids.length, path.map((hash) => Buffer.from(hash, 'hex')))?.equals(block.root);
  expect(sealed, `event ${id} was not sealed so`);
  expect(JSON.stringify(said.details) === JSON.stringify(words.details)
    && ['actor', 'action', 'subject', 'case', 'step', 'result'].every((name) => said[name] === words[name])
    && BigInt(Math.floor(Date.parse(at) / 1000)) === bytes(canonical).readBigInt64BE(1), `event ${id} is told in other words`);
  if (sealed) proved.set(id, leaf.toString('hex')) && cases.add(said.case);
  if (said.action === 'archive.case-recorded') recorded.set(said.case, said.details.sha256);
  if (said.action === 'audit.events-retired') retired.push([Number(said.details.block), Buffer.from(said.details.places, 'base64url')]);
}
const letGo = (id) => retired.some(([number, places]) => {
  const place = blocks.get(number)?.ids.indexOf(id) ?? -1;
  return place >= 0 && (places[place >> 3] >> (place & 7)) & 1;
});

// records: each proved by an event, and by the record the models and that no event was left out
for (const id of recorded.keys()) expect(told.has(`records/${id}.json`), `the record of case ${id} was left out`);
for (const id of manifest.cases) expect(cases.has(id) || told.has(`records/${id}.json`), `nothing of case ${id} is there`);
for (const { name, sha256: digest } of manifest.files.filter((entry) => entry.name.startsWith('records/'))) {
  expect(recorded.get(name.slice(8, -5)) === digest, `${name} is not the record that was sealed`);
  const { models, events } = JSON.parse(file(name));
  for (const model of models) {
    expect(hex(file(`models/${model.name}-${model.version}.${model.kind}`)) === model.sha256, `the model ${model.name} is another one`);
  }
  for (const event of events ?? []) {
    expect(proved.has(event.id) ? proved.get(event.id) === event.sha256 : letGo(event.id), `event ${event.id} was left out`);
  }
}

console.log([...problems, problems.length ? 'NOT valid' : 'valid'].join('\n'));
process.exit(problems.length ? 1 : 0);
