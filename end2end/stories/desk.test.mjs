// The officers of a municipality that never answered two transfers confirm them, on a telephone and at a desk:
//
// 1. The server's operator invites the head of the office; with the link, a password and an authenticator she joins,
//    and invites a clerk.
// 2. The clerk signs in, finds what waits, and confirms one transfer in full: three requests, without JavaScript.
// 3. Of the other he says that less came; mistakes are said beside their fields.
// 4. Everybody sees the receipts, and that they came through the server.
// 5. The clerk asks to be told by mail, and confirms the address by the link that comes.
// 6. Every page and every mistake, in each language, on both widths: nobody is kept out.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { code, invite, PASSWORD, signingAs, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';
import { languages } from '../helpers/walk.mjs';

const OFFICE = 'l30-10.fonacide.example';
// What the way from the list to the receipt may weigh, styles included: three requests and 40 kB.
const JOURNEY_BYTES_MAX = 40_000;
const JOURNEY_REQUESTS = 3;

let browser;
let server;
let invitation;

before(async () => {
  browser = await startBrowser();
  server = await startServer({ demo: ['--keys-of', OFFICE], prepare });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The office lets the server hold a key for it, its head is invited, and mail is written into a folder. */
async function prepare(data) {
  await command('key', 'hold', OFFICE, ...(await signingAs(OFFICE, data)));
  await writeFile(join(data, 'countersign.toml'), '[telling]\nmail_folder = "mail"\nfrom = "ledger@ledger.example"\n');
  invitation = await invite(OFFICE, 'administer,audit', data);
}

describe('an office and its server', () => {
  let clerk;
  // A code opens the door once, so whoever comes again within its time shows the next one.
  let shown = 0;
  // What the clerk's browser carries from then on.
  let cookies;

  test('the head of the office joins and invites a clerk, on a telephone without JavaScript', async () => {
    const window = await openWindow(browser, { url: server.url, width: 360, script: false });
    await takeUp(window.page, invitation, 'head');
    await window.page.goto('/en/desk/people');
    await window.page.check('input[name="roles"][value="confirm"]');
    await window.page.click('main form[action$="/invite"] button');
    const link = /\/en\/desk\/join\/[0-9a-f]{64}/.exec(await window.page.content())[0];
    const other = await openWindow(browser, { url: server.url, width: 360, script: false });
    clerk = await takeUp(other.page, link, 'clerk');
    shown = Math.floor(Date.now() / 30_000);
    assertQuiet(window, { expected: [/422/] });
    await other.close();
    await window.close();
  });

  test('the clerk confirms what came in full with three requests below 40 kB', async (t) => {
    const window = await openWindow(browser, { url: server.url, width: 360, script: false });
    const { page } = window;
    await signIn(page, 'en');
    cookies = await page.context().cookies();
    const answers = [];
    page.on('response', (answer) => answers.push(answer));
    await page.goto('/en/desk');
    await page.click('main a[href*="/desk/confirm/"]');
    await page.click('button[name="answer"][value="all"]');
    await Promise.all([page.waitForURL(/\/confirmed\//), page.click('main form[action*="/sign/"] button')]);
    const pages = answers.filter((answer) => /\/desk(\/confirm\/|$)/.test(answer.url()) && answer.status() === 200);
    const styles = answers.filter((answer) => answer.url().includes('/style/'));
    const sizes = await Promise.all([...pages, ...styles].map((answer) => answer.request().sizes()));
    const bytes = sizes.reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0);
    t.diagnostic(`from the list to the signed receipt: ${pages.length} pages, ${bytes} bytes over the line, styles and headers in them`);
    assert.equal(pages.length, JOURNEY_REQUESTS);
    assert.ok(bytes <= JOURNEY_BYTES_MAX, `${bytes} bytes`);
    await page.goto(page.url().replace('/desk/confirmed/', '/entries/'));
    assert.match(await page.locator('main').innerText(), /through the server/);
    assertQuiet(window);
    await window.close();
  });

  test('of the other transfer less came; what is wrong is said beside its field', async () => {
    const window = await openWindow(browser, { url: server.url, width: 1280 });
    const { page } = window;
    await page.context().addCookies(cookies);
    await page.goto('/en/desk');
    await page.click('main a[href*="/desk/confirm/"]');
    await page.check('input[name="answer"][value="other"]');
    await page.fill('#amount', '1,2');
    await page.click('form.otherwise button:visible');
    await page.waitForSelector('[role=alert]');
    await assertAccessible(page);
    assert.equal(await page.getAttribute('#amount', 'aria-invalid'), 'true');
    await page.fill('#amount', '1,000,000');
    await page.click('form.otherwise button:visible');
    await page.waitForSelector('form[action*="/sign/"]');
    await assertAccessible(page);
    await Promise.all([page.waitForURL(/\/confirmed\//), page.click('main form[action*="/sign/"] button')]);
    await assertAccessible(page);
    assertQuiet(window, { expected: [/422/] });
    await window.close();
  });

  test('the clerk asks to be told, and confirms the address by the link that comes', async () => {
    const window = await openWindow(browser, { url: server.url, width: 360, script: false });
    const { page } = window;
    await page.context().addCookies(cookies);
    await page.goto('/en/desk/telling');
    await page.fill('#address', 'inbox@town.example');
    await page.check('input[name="matters"][value="waits"]');
    await Promise.all([page.waitForURL(/\?saved/), page.click('main form button')]);
    const link = /\/en\/desk\/telling\/confirm\/[0-9a-f]{64}/.exec(await letter())[0];
    await page.goto(link);
    await page.click('main form button');
    await page.waitForSelector('main [role=status]');
    await page.goto('/en/desk/telling');
    assert.match(await page.locator('main').innerText(), /Messages go to inbox@town\.example/);
    assertQuiet(window);
    await window.close();
  });

  for (const { code: language, tag } of languages) {
    for (const width of widths) {
      test(`every page of the desk keeps nobody out, in ${language} at ${width} px`, async () => {
        const window = await openWindow(browser, { url: server.url, width, language: tag });
        const { page } = window;
        // After a mistake the focus stands on the summary of what is wrong, not at the page's head.
        const look = async ({ mistaken = false } = {}) => {
          await assertPlain(page, tag);
          await assertFits(page);
          await assertAccessible(page);
          if (!mistaken) await assertKeyboard(page);
        };
        await page.goto(`/${language}/desk/sign-in`);
        await look();
        await page.click('main form button');
        await page.waitForSelector('[role=alert]:focus');
        await look({ mistaken: true });
        await page.context().addCookies(cookies);
        await page.goto(`/${language}/desk`);
        await look();
        await page.click('main a[href*="/desk/confirm/"]');
        await look();
        await page.click('button[name="answer"][value="all"]');
        await page.waitForSelector('form[action*="/sign/"]');
        await look();
        await page.goto(`/${language}/desk/telling`);
        await look();
        await page.goto(`/${language}/desk/record`);
        await look();
        assertQuiet(window, { expected: [/422/] });
        await window.close();
      });
    }
  }

  test('whoever signs out is out', async () => {
    const window = await openWindow(browser, { url: server.url, width: 360, script: false });
    await window.page.context().addCookies(cookies);
    await window.page.goto('/es/desk');
    await window.page.click('form[action$="/sign-out"] button');
    await window.page.waitForURL(/\/es\/$/);
    await window.page.goto('/es/desk');
    assert.match(window.page.url(), /\/es\/desk\/sign-in/);
    assertQuiet(window);
    await window.close();
  });

  /** The text of the first message that was written, its long lines joined. */
  async function letter() {
    const folder = join(server.data, 'mail');
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      const name = (await readdir(folder)).find((file) => file.endsWith('.eml'));
      if (name) return (await readFile(join(folder, name), 'utf8')).replaceAll('=\r\n', '');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('no message was written');
  }

  async function signIn(page, language) {
    await page.goto(`/${language}/desk/sign-in`);
    await page.fill('#account', 'clerk');
    await page.fill('#password', PASSWORD);
    const now = Math.floor(Date.now() / 30_000);
    let step = Math.max(shown + 1, now);
    while (step > Math.floor(Date.now() / 30_000) + 1) await new Promise((resolve) => setTimeout(resolve, 500));
    shown = step;
    await page.fill('#code', code(clerk, step - Math.floor(Date.now() / 30_000)));
    await Promise.all([page.waitForURL(new RegExp(`/${language}/desk$`)), page.click('main form button')]);
  }
});
