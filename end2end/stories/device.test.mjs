// An officer confirms with a key that never leaves her device, with the module that was built:
//
// 1. Her browser makes a key and keeps it; the key can't be taken out of it.
// 2. It signs the text that would enrol it; somebody else of the office approves it on the command line.
// 3. She confirms a transfer with it: the text is read and written anew in her browser before it is signed.
// 4. Everybody sees that a person of the office signed, and not the server.
// 5. Without JavaScript the server's key signs, where it is asked for by name.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, signingAs, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';
import { languages } from '../helpers/walk.mjs';

const OFFICE = 'l30-10.fonacide.example';

let browser;
let server;
let invitation;
let signing;

before(async () => {
  browser = await startBrowser();
  server = await startServer({ demo: ['--keys-of', OFFICE], prepare });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The office lets the server hold a key for it as well, and an officer is invited. */
async function prepare(data) {
  signing = await signingAs(OFFICE, data);
  await command('key', 'hold', OFFICE, ...signing);
  invitation = await invite(OFFICE, 'confirm', data);
}

describe('a key of her own', () => {
  let window;
  let page;

  before(async () => {
    window = await openWindow(browser, { url: server.url, width: 360 });
    page = window.page;
    await takeUp(page, invitation, 'officer');
  });
  after(() => window?.close());

  test('is made in the browser, kept there, and can not be taken out', async () => {
    await page.goto('/en/desk/device');
    await page.locator('#device-make button').waitFor();
    await look(page);
    await page.click('#device-make button');
    await page.locator('#device-prove button').waitFor();
    await look(page);
    const kept = await page.evaluate(async () => {
      const result = (request) =>
        new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
      const database = await result(indexedDB.open('countersign'));
      const [pair] = await result(database.transaction('keys').objectStore('keys').getAll());
      const formats = ['pkcs8', 'jwk', 'raw'];
      const taken = await Promise.allSettled(formats.map((format) => crypto.subtle.exportKey(format, pair.privateKey)));
      return { extractable: pair.privateKey.extractable, taken: taken.map((one) => one.status) };
    });
    assert.deepEqual(kept, { extractable: false, taken: ['rejected', 'rejected', 'rejected'] });
  });

  test('proves itself, and somebody else approves it on the command line', async () => {
    await page.click('#device-prove button');
    await page.getByText('countersign device approve').waitFor();
    await page.locator('#device-said', { hasText: 'approve' }).waitFor();
    await look(page);
    const shown = await page.locator('main').innerText();
    const [waiting] = JSON.parse(await command('device', 'list', '--data', server.data, '--json'));
    assert.equal(waiting.account, 'officer');
    assert.ok(shown.includes(waiting.id) && shown.includes(waiting.key_id), shown);
    await command('device', 'approve', waiting.id, ...signing, '--server', server.url);
    assert.deepEqual(JSON.parse(await command('device', 'list', '--data', server.data, '--json')), []);
    await page.reload();
    await page.locator('#device-said', { hasText: `has your key ${waiting.key_id}` }).waitFor();
    await look(page);
  });

  test('signs what she confirms, and the server does not', async () => {
    await page.goto('/en/desk');
    await page.click('main a[href*="/desk/confirm/"]');
    await page.click('button[name="answer"][value="all"]');
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    await assertAccessible(page);
    assert.match(await page.locator('#device-text').innerText(), /^countersign\/v1\/receipt\n/);
    assert.match(await page.locator('#device-meaning').innerText(), /key on this device/);
    await Promise.all([page.waitForURL(/\/confirmed\//), page.click('#device-sign button')]);
    assert.match(await page.locator('main').innerText(), /Signed on your own device/);
    await page.goto(page.url().replace('/desk/confirmed/', '/entries/'));
    assert.doesNotMatch(await page.locator('main').innerText(), /through the server/);
  });

  test('signs nothing where the page shows another text than its form names', async () => {
    await page.route('**/desk/confirm/*', async (route) => {
      const answer = await route.fetch();
      const changed = (await answer.text()).replace(/data-text="([^"]*?)\namount \d+/, 'data-text="$1\namount 1');
      await route.fulfill({ response: answer, body: changed });
    });
    await page.goto('/en/desk');
    await page.click('main a[href*="/desk/confirm/"]');
    await page.click('button[name="answer"][value="all"]');
    await page.locator('#device-said', { hasText: 'Nothing is signed' }).waitFor();
    await page.click('#device-sign button');
    assert.match(page.url(), /\/desk\/confirm\//);
    await page.unroute('**/desk/confirm/*');
  });

  test('is not asked for without JavaScript: the server’s key signs', async () => {
    const plain = await openWindow(browser, { url: server.url, width: 360, script: false });
    await plain.page.context().addCookies(await page.context().cookies());
    await plain.page.goto('/en/desk/device');
    await plain.page.getByText('The server’s key goes on signing for you').waitFor();
    await plain.page.goto('/en/desk');
    await plain.page.click('main a[href*="/desk/confirm/"]');
    await plain.page.click('button[name="answer"][value="all"]');
    await Promise.all([plain.page.waitForURL(/\/confirmed\//), plain.page.click('#check-through button')]);
    assert.match(await plain.page.locator('main').innerText(), /through the server/i);
    assertQuiet(plain);
    await plain.close();
  });

  for (const { code, tag } of languages) {
    for (const width of widths) {
      test(`has a page that keeps nobody out, in ${code} at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`/${code}/desk/device`);
        await page.locator('#device-said').waitFor();
        await assertPlain(page, tag);
        await look(page);
        await assertKeyboard(page);
      });
    }
  }

  test('and nothing went wrong in the browser', () => assertQuiet(window, { expected: [/422/] }));
});

async function look(page) {
  await assertFits(page);
  await assertAccessible(page);
}
