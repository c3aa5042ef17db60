// Two clerks of the treasury sign one transfer, each with a key that never leaves their own device:
//
// 1. Both make a key in their browsers; somebody who administers approves them on the command line.
// 2. One drafts and signs below the exact text, which her browser read and wrote anew.
// 3. The other sees who signed, signs the same text, and with that it stands in the ledger.
// 4. Everybody sees two persons below it, and not the server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertQuiet } from '../helpers/checks.mjs';
import { invite, signingAs, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';

const BUREAU = 'hacienda.fonacide.example';
const PAYEE = 'l30-10.fonacide.example';

let browser;
let server;
let invitations;
let approving;

before(async () => {
  browser = await startBrowser();
  server = await startServer({ demo: ['--keys-of', BUREAU], prepare });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The treasury gives the server no key; two clerks are invited. */
async function prepare(data) {
  approving = await signingAs(BUREAU, data);
  invitations = [await invite(BUREAU, 'pay', data), await invite(BUREAU, 'pay', data)];
}

describe('two keys below one transfer', () => {
  let maker;
  let checker;
  let draft;

  after(async () => {
    await maker?.close();
    await checker?.close();
  });

  test('each clerk makes a key in a browser of their own', async () => {
    maker = await keyed(invitations[0], 'maker', 360);
    checker = await keyed(invitations[1], 'checker', 1280);
  });

  test('the maker signs what she saves', async () => {
    const { page } = maker;
    await page.goto('/en/desk/drafts/new');
    const programme = page.locator('main [name="programme"]').first();
    if ((await programme.getAttribute('type')) === 'radio') await programme.check();
    await page.fill('#payee', PAYEE);
    await page.fill('#amount', '1000');
    await page.fill('#ref', 'TWO-KEYS-1');
    await page.click('main form button');
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    assert.match(await page.locator('#device-text').innerText(), /\nsigners 2\n/);
    await look(page);
    await Promise.all([page.waitForURL(/\/desk\/drafts\/[0-9a-f]{32}$/), page.click('#device-sign button')]);
    draft = new URL(page.url()).pathname;
    assert.match(await page.locator('main').innerText(), /Signatures: 1 of 2/);
    assert.equal(await page.locator('form[action$="/sign"]').count(), 0, 'nobody signs twice');
    await look(page);
  });

  test('the checker signs the same text without a line, and once it is back it stands', async () => {
    const { page } = checker;
    await page.goto(draft);
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    await look(page);
    await page.context().setOffline(true);
    await page.click('#device-sign button');
    await page.locator('#outbox-list li', { hasText: 'waiting on this device' }).waitFor();
    assert.equal(await page.locator('#device-sign').isVisible(), false);
    await assertFits(page);
    await assertAccessible(page);
    await page.context().setOffline(false);
    await page.locator('#outbox-list li', { hasText: 'your signature is there' }).waitFor();
    await assertAccessible(page);
    await page.click('#outbox-list a');
    await page.getByText('Signatures: 2 of 2').waitFor();
    await look(page);
    const entry = await page.getAttribute('main p a[href*="/entries/"]', 'href');
    await page.goto(entry);
    const shown = await page.locator('main').innerText();
    assert.doesNotMatch(shown, /through the server/i);
    for (const key of [maker.key, checker.key]) assert.ok(shown.includes(key), `${key} in ${shown}`);
  });

  test('and nothing went wrong in either browser', () => {
    assertQuiet(maker, { expected: [/422/] });
    assertQuiet(checker, { expected: [/422/, /net::ERR_INTERNET_DISCONNECTED/] });
  });

  /** A clerk at a window of their own, with a key that stands on the ledger. */
  async function keyed(invitation, account, width) {
    const window = await openWindow(browser, { url: server.url, width });
    const { page } = window;
    await takeUp(page, invitation, account);
    await page.goto('/en/desk/device');
    await page.click('#device-make button');
    await page.click('#device-prove button');
    await page.locator('#device-said', { hasText: 'approve' }).waitFor();
    const [waiting] = JSON.parse(await command('device', 'list', '--data', server.data, '--json'));
    await command('device', 'approve', waiting.id, ...approving, '--server', server.url);
    return { ...window, key: waiting.key_id };
  }

  async function look(page) {
    await assertFits(page);
    await assertAccessible(page);
    await assertKeyboard(page);
  }
});
