// People who come to the desk with an authenticator.
import { createHmac } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './server.mjs';

export const PASSWORD = 'seven maps under rain';

/** The code that an authenticator shows now, by RFC 6238. */
export function code(secret, steps = 0) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', bytes).update(counter).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Takes an invitation up, and gives the authenticator's secret. */
export async function takeUp(page, link, account) {
  await page.goto(link);
  const secret = /\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b/.exec(await page.locator('main').innerText())[0].replaceAll(' ', '');
  await page.fill('#account', 'x');
  await page.fill('#password', 'short');
  await page.click('main form button');
  await page.waitForSelector('[role=alert]');
  await page.fill('#account', account);
  await page.fill('#password', PASSWORD);
  await page.fill('#code', code(secret));
  await Promise.all([page.waitForURL(/\/desk(\/passkeys)?$/), page.click('main form button')]);
  return secret;
}

/**
 * The words by which a command signs as a member of the demonstration, on the folder that holds its keys: made with
 * `--keys-of` that member.
 */
export async function signingAs(member, data) {
  const keys = join(data, 'keys');
  const passphrase = join(keys, 'demo.passphrase');
  await writeFile(passphrase, 'demo\n', { mode: 0o600 });
  const [file] = (await readdir(keys)).filter((name) => name.startsWith(member) && name.endsWith('.key')).sort();
  return ['--data', data, '--key', join(keys, file), '--passphrase-file', passphrase, '--yes'];
}

/** Invites somebody to work for a member; gives the link's path. */
export async function invite(member, roles, data) {
  const link = await command('invite', member, '--roles', roles, '--data', data);
  return link.trim().replace(/^https?:\/\/[^/]+/, '');
}
