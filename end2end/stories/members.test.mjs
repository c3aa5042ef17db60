// Two houses keep a young ledger, and let a third one in:
//
// 1. A member's first device is made in a browser, and a colleague approves its key through the server.
// 2. The second device is approved by the first, in the browser.
// 3. A bank is proposed, signed by that device; mistakes are said beside their fields.
// 4. The other house votes for it, in Spanish and through the server.
// 5. The bank activates itself with keys of its own; everybody reads it under "who keeps these books", in Chinese.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';

const OPERATOR = 'op.example';
const AUDITOR = 'audit.example';
const BANK = 'bank.example';

let browser;
let server;
let folder;
let secret;
const invitations = {};

before(async () => {
  browser = await startBrowser();
  server = await startServer({ found });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A ledger of two houses, for each of which the server holds a key that administers. */
async function found(data) {
  folder = dirname(data);
  const word = join(folder, 'word');
  await writeFile(word, 'demo\n', { mode: 0o600 });
  secret = ['--passphrase-file', word];
  const at = ['--data', data];
  await command('init', ...at, '--origin', 'relief.example', '--member', OPERATOR, '--title', 'Ministry of Relief', ...secret);
  const own = [...at, '--key', join(data, 'keys', 'p1.key'), ...secret, '--yes'];
  await command('key', 'hold', OPERATOR, '--roles', 'administer,confirm,pay', ...own);
  const said = await command('member', 'propose', AUDITOR, '--title', 'Court of Audit', '--function', 'auditor', '--tier', '0', '--voting', ...own);
  const [proposal] = /[0-9a-f]{64}/.exec(said);
  const auditors = [...at, '--key', await key(AUDITOR, 'a1'), ...secret, '--yes'];
  await command('member', 'activate', proposal, '--roles', 'administer,audit', '--recovery', await key(AUDITOR, 'a-recovery'), ...auditors);
  await command('key', 'hold', AUDITOR, '--roles', 'administer', ...auditors);
  for (const [name, member] of [['head', OPERATOR], ['deputy', OPERATOR], ['voter', AUDITOR]]) {
    invitations[name] = await invite(member, 'administer', data);
  }
}

/** A key file of a person of a member. */
async function key(member, person) {
  const file = join(folder, `${person}.key`);
  await command('key', 'new', '--member', member, '--person', person, '--output', file, ...secret);
  return file;
}

describe('a consortium', () => {
  const windows = {};
  let proposal;

  before(async () => {
    for (const [name, width] of [['head', 360], ['deputy', 360], ['voter', 1280]]) {
      windows[name] = await openWindow(browser, { url: server.url, width });
      await takeUp(windows[name].page, invitations[name], name);
    }
  });
  after(async () => {
    for (const window of Object.values(windows)) await window.close();
  });

  test('approves its first device through the server', async () => {
    await makeKey(windows.head.page);
    const { page } = windows.deputy;
    await page.goto('/en/desk/people');
    await look(page);
    await page.getByRole('link', { name: 'The key of head' }).click();
    await look(page);
    await Promise.all([page.waitForURL(/\/desk\/people$/), page.click('#through button')]);
    assert.match(await page.locator('main').innerText(), /Key [0-9a-f]{8} was approved through the server/);
    await look(page);
    await windows.head.page.reload();
    await windows.head.page.getByText('approved through the server').waitFor();
    await look(windows.head.page);
  });

  test('approves the second one by the first, in the browser', async () => {
    await makeKey(windows.deputy.page);
    const { page } = windows.head;
    await page.goto('/en/desk/people');
    await page.getByRole('link', { name: 'The key of deputy' }).click();
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    await look(page);
    await assertKeyboard(page);
    await Promise.all([page.waitForURL(/\/desk\/people$/), page.click('#device-sign button')]);
    await windows.deputy.page.reload();
    await windows.deputy.page.locator('#device-said', { hasText: 'has your key' }).waitFor();
    assert.doesNotMatch(await windows.deputy.page.locator('main').innerText(), /approved through the server/);
  });

  test('has a bank proposed by that device', async () => {
    const { page } = windows.head;
    await page.goto('/en/desk/members');
    await look(page);
    await page.click('main a.button');
    await page.click('main form button');
    await page.waitForSelector('[role=alert]');
    await look(page);
    await page.fill('#member', BANK);
    await page.fill('#title', 'The People’s Bank');
    await page.check('input[name="function"][value="bank"]');
    await page.fill('#tier', '0');
    await page.click('main form button');
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    await look(page);
    await Promise.all([page.waitForURL(/\/desk\/members\/[0-9a-f]{64}$/), page.click('#device-sign button')]);
    assert.match(await page.locator('main').innerText(), /One more house has to be for it/);
    await look(page);
    proposal = page.url().split('/').at(-1);
  });

  test('votes, in Spanish and through the server', async () => {
    const { page } = windows.voter;
    await page.goto('/es/desk/members');
    await page.click(`main a[href$="${proposal}"]`);
    await assertPlain(page, 'es');
    await look(page);
    await page.click('button[name="vote"][value="yes"]');
    await look(page);
    await Promise.all([page.waitForURL(new RegExp(`/desk/members/${proposal}$`)), page.click('#through button')]);
    assert.match(await page.locator('main').innerText(), /countersign member activate/);
    await look(page);
  });

  test('and everybody reads who keeps the books, in Chinese', async () => {
    const keys = ['--key', await key(BANK, 'b1'), '--also', await key(BANK, 'b2'), '--recovery', await key(BANK, 'b-recovery')];
    await command('member', 'activate', proposal, ...keys, '--server', server.url, ...secret, '--yes');
    const { page } = windows.deputy;
    await page.goto('/zh/books');
    assert.ok((await page.locator('#members-table, main').first().innerText()).includes('The People’s Bank'));
    await assertPlain(page, 'zh-Hans');
    await look(page);
    for (const window of Object.values(windows)) assertQuiet(window, { expected: [/422/] });
  });
});

/** Makes a key in the browser and proves it. */
async function makeKey(page) {
  await page.goto('/en/desk/device');
  await page.click('#device-make button');
  await page.click('#device-prove button');
  await page.locator('#device-said', { hasText: 'approve' }).waitFor();
}

async function look(page) {
  await assertFits(page);
  await assertAccessible(page);
}
