// Two clerks of the treasury send money, on a telephone without JavaScript and at a desk:
//
// 1. One drafts a transfer; mistakes are said beside their fields, and what is left is shown before it is saved.
// 2. She can't sign her own draft. The other sees the same text, and signs it.
// 3. Everybody sees the transfer; of the draft nobody saw anything before.
// 4. A sheet of hundreds, with a mistake in one row first, is checked and signed as one.
// 5. What the bank sent back is said from the transfer concerned.
// 6. Every page of a draft, in each language, on both widths: nobody is kept out.
// 7. The year is closed: part of what is left is carried over, the rest surrendered, and everybody sees both.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, signingAs, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';
import { languages } from '../helpers/walk.mjs';

const BUREAU = 'hacienda.fonacide.example';
const PAYEE = 'l30-10.fonacide.example';
const YEAR = 'fonacide-2019';
const NEXT = 'fonacide-2020';

let browser;
let server;
let invitations;
let signing;

before(async () => {
  browser = await startBrowser();
  server = await startServer({ demo: ['--keys-of', BUREAU], prepare });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The treasury lets the server hold a key that pays, opens the next year, and invites two clerks. */
async function prepare(data) {
  signing = await signingAs(BUREAU, data);
  await command('key', 'hold', BUREAU, '--roles', 'confirm,pay', ...signing);
  const year = ['--title', 'FONACIDE, 2020', '--currency', 'PYG', '--exponent', '0', '--starts', '2020-01-01', '--ends', '2020-12-31'];
  await command('programme', 'open', NEXT, ...year, ...signing);
  invitations = [await invite(BUREAU, 'pay', data), await invite(BUREAU, 'pay', data)];
}

describe('a bureau', () => {
  let maker;
  let checker;
  let draft;

  test('one drafts what is to be sent, on a telephone without JavaScript', async () => {
    const window = await openWindow(browser, { url: server.url, width: 360, script: false });
    const { page } = window;
    await takeUp(page, invitations[0], 'maker');
    maker = await page.context().cookies();
    await page.goto('/en/desk/drafts');
    await page.click('main a[href$="/drafts/new"]');
    await page.click('main form button');
    await page.waitForSelector('[role=alert]');
    await fill(page);
    await page.click('main form button');
    await Promise.all([page.waitForURL(/\/desk\/drafts(\/|$)/), page.click('main form[action$="/save"] button:not([name])')]);
    await page.goto('/en/desk/drafts');
    draft = await page.getAttribute('main a[href*="/drafts/"]:not([href$="/new"])', 'href');
    await page.goto(draft);
    assert.equal(await page.locator('form[action$="/sign"]').count(), 0, 'nobody signs a draft of their own');
    assertQuiet(window, { expected: [/422/] });
    await window.close();
  });

  for (const { code: language, tag } of languages) {
    for (const width of widths) {
      test(`every page of a draft keeps nobody out, in ${language} at ${width} px`, async () => {
        const window = await openWindow(browser, { url: server.url, width, language: tag });
        const { page } = window;
        await page.context().addCookies(maker);
        const look = async ({ mistaken = false } = {}) => {
          await assertPlain(page, tag);
          await assertFits(page);
          await assertAccessible(page);
          if (!mistaken) await assertKeyboard(page);
        };
        await page.goto(`/${language}/desk/drafts`);
        await look();
        await page.goto(draft.replace(/^\/[a-z]+\//, `/${language}/`));
        await look();
        await page.goto(`/${language}/desk/drafts/new`);
        await look();
        await page.click('main form button');
        await page.waitForSelector('[role=alert]');
        await look({ mistaken: true });
        await fill(page, `look-${language}-${width}`);
        await page.click('main form button');
        await page.waitForSelector('form[action$="/save"]');
        await look();
        assertQuiet(window, { expected: [/422/] });
        await window.close();
      });
    }
  }

  test('another signs it, and then everybody sees it', async () => {
    const window = await openWindow(browser, { url: server.url, width: 1280 });
    const { page } = window;
    await takeUp(page, invitations[1], 'checker');
    checker = await page.context().cookies();
    await page.context().addCookies(checker);
    await page.goto(draft);
    await assertAccessible(page);
    await Promise.all([page.waitForLoadState(), page.click('main form[action$="/sign"] button')]);
    const entry = await page.getAttribute('main p a[href*="/entries/"]', 'href');
    await assertAccessible(page);
    await page.goto(entry);
    assert.match(await page.locator('main').innerText(), /BUREAU-2026-1/);
    assertQuiet(window, { expected: [/422/] });
    await window.close();
  });

  test('a sheet of hundreds is read on a telephone, checked as a whole and stands whole', async () => {
    const telephone = await openWindow(browser, { url: server.url, width: 360, script: false, language: 'zh-CN' });
    await telephone.page.context().addCookies(maker);
    const sheet = await sendSheet(telephone.page);
    await telephone.page.click('main form[action$="/save"] button');
    await telephone.page.goto(sheet);
    assertQuiet(telephone, { expected: [/422/] });
    await telephone.close();
    const window = await openWindow(browser, { url: server.url, width: 1280 });
    await window.page.context().addCookies(checker);
    await window.page.goto(sheet.replace('/zh/', '/en/'));
    // Only a window with script can be asked what keeps people out.
    await assertAccessible(window.page);
    await Promise.all([window.page.waitForLoadState(), window.page.click('main form[action$="/sign"] button')]);
    await window.page.goto(sheet.replace('/zh/', '/en/'));
    assert.match(await window.page.locator('main').innerText(), /All rows stand in the ledger/);
    await assertAccessible(window.page);
    await window.close();
  });

  test('what the bank sent back is said from the transfer concerned', async () => {
    const window = await openWindow(browser, { url: server.url, width: 360 });
    const { page } = window;
    await page.context().addCookies(maker);
    await page.goto(draft);
    const entry = await page.getAttribute('main p a[href*="/entries/"]', 'href');
    await page.goto(`/en/desk/after/${entry.split('/').pop()}`);
    await page.locator('main [name="what"][value="bounce"]').check();
    await page.fill('#amount', '100');
    await page.fill('#reason', 'The account was closed');
    await assertFits(page);
    await assertAccessible(page);
    await page.click('main form button');
    await page.waitForSelector('form[action$="/save"]');
    await assertFits(page);
    await assertAccessible(page);
    await page.click('main form[action$="/save"] button');
    assert.match(await page.locator('main').innerText(), /Return by the bank/);
    assertQuiet(window, { expected: [/422/] });
    await window.close();
  });

  test('when the year is closed part is carried over and the rest surrendered', async () => {
    await command('programme', 'close', YEAR, ...signing, '--server', server.url);
    const telephone = await openWindow(browser, { url: server.url, width: 360, script: false, language: 'zh-CN' });
    await telephone.page.context().addCookies(maker);
    const drafts = [await decide(telephone.page, 'into-', '1000'), await decide(telephone.page, 'surrender', '')];
    assertQuiet(telephone, { expected: [/422/] });
    await telephone.close();
    const window = await openWindow(browser, { url: server.url, width: 1280 });
    const { page } = window;
    await page.context().addCookies(checker);
    for (const [at, path] of drafts.entries()) {
      await page.goto(path.replace('/zh/', '/en/'));
      await assertAccessible(page);
      await Promise.all([page.waitForLoadState(), page.click('main form[action$="/sign"] button')]);
      await page.goto(await page.getAttribute('main p a[href*="/entries/"]', 'href'));
      assert.match(await page.locator('main').innerText(), [/Carry-over/, /Surrender/][at]);
    }
    assertQuiet(window);
    await window.close();
  });

  /** Says of the year that is over what becomes of it, with a mistake first; gives the draft's address. */
  async function decide(page, what, amount) {
    await page.goto(`/zh/desk/year-end/${YEAR}`);
    await assertFits(page);
    await page.click('main form button');
    await page.waitForSelector('[role=alert]');
    await assertFits(page);
    await page.locator(`main [name="what"][value^="${what}"]`).check();
    await page.fill('#amount', amount);
    await page.fill('#reason', '年终结余');
    await page.click('main form button');
    await page.waitForSelector('form[action$="/save"]');
    await assertFits(page);
    await Promise.all([page.waitForURL(/drafts\/[0-9a-f]{32}/), page.click('main form[action$="/save"] button')]);
    return new URL(page.url()).pathname;
  }

  /** Sends a sheet of 300 rows, one of them wrong at first; gives the address of the good one. */
  async function sendSheet(page) {
    const rows = Array.from({ length: 300 }, (_, row) => `${PAYEE},10,SHEET-${row},\n`);
    for (const last of ['nobody.example,10,SHEET-300,\n', `${PAYEE},10,SHEET-300,\n`]) {
      await page.goto('/zh/desk/sheets/new');
      const programme = page.locator('main [name="programme"]').first();
      if ((await programme.getAttribute('type')) === 'radio') await programme.check();
      const text = `payee,amount,reference,purpose\n${rows.join('')}${last}`;
      await page.setInputFiles('#file', { name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.fill('#count', '301');
      await page.fill('#total', '3010');
      await assertFits(page);
      await Promise.all([page.waitForURL(/sheets\/[0-9a-f]{32}/), page.click('main form button')]);
      await assertFits(page);
    }
    return new URL(page.url()).pathname;
  }

  /** Fills in the form: the first programme, a payee, a small sum. */
  async function fill(page, reference = 'BUREAU-2026-1') {
    const programme = page.locator('main [name="programme"]').first();
    if ((await programme.getAttribute('type')) === 'radio') await programme.check();
    await page.fill('#payee', PAYEE);
    await page.fill('#amount', '1000');
    await page.fill('#ref', reference);
  }
});
