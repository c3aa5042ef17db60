// Proofs of entries as a reader gets them: from the log and the API.
import assert from 'node:assert/strict';

/** The text at an address of a server. */
export async function fetchText(url, path) {
  const answer = await fetch(`${url}${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
}

/** The note that a proof carries. */
export function noteIn(proof) {
  return Buffer.from(/\nextra (\S+)\n/.exec(proof)[1], 'base64').toString();
}

/** The proofs of the entries that enrolled the keys which signed this note. */
export async function enrollingProofs(url, note) {
  const proofs = new Map();
  for (const [, name, signature] of note.matchAll(/\n— (\S+) (\S+)/g)) {
    const id = Buffer.from(signature, 'base64').subarray(0, 4).toString('hex');
    const member = JSON.parse(await fetchText(url, `/api/v1/members/${name}`));
    const { enrolled } = member.keys.find((key) => key.key_id === id);
    const entry = JSON.parse(await fetchText(url, `/api/v1/entries/${enrolled}`));
    proofs.set(enrolled, await fetchText(url, `/log/proof/${entry.identity}`));
  }
  return [...proofs.values()];
}
