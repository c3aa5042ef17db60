// An office asks the ministry about one transfer, and the ministry answers: two windows, an empty
// question first. Nothing of it needs a script. Both then read the same.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, takeUp } from '../helpers/people.mjs';
import { url } from '../helpers/walk.mjs';

const OFFICE = 'l30-10.fonacide.example';
const MINISTRY = 'hacienda.fonacide.example';

let browser;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

describe('a question about one transfer', () => {
  test('is asked by the payee, answered by the payer, and stands for both', async () => {
    const office = await come(OFFICE, 'confirm', 360, 'asking-office');
    await office.page.goto('/en/desk');
    const entry = await office.page.locator('main .tasks a:is([href*="/entries/"], [href*="/confirm/"])').first().getAttribute('href');
    const path = `desk/questions/${/[0-9a-f]{64}/.exec(entry)[0]}`;
    await office.page.goto(`/en/${path}`);
    await office.page.click('main form button');
    await office.page.waitForSelector('[role=alert]');
    await look(office.page);
    await office.page.fill('#question', 'Is the rest still to come?');
    await office.page.click('main form button');
    await look(office.page);

    const ministry = await come(MINISTRY, 'pay', 1280, 'asking-ministry');
    await ministry.page.goto('/es/desk');
    await ministry.page.click('main a[href$="/desk/questions"]');
    await look(ministry.page);
    await ministry.page.click(`main a[href$="${path}"]`);
    await assertPlain(ministry.page, 'es');
    await look(ministry.page);
    await assertKeyboard(ministry.page);
    await ministry.page.fill('#answer', 'Yes, in April.');
    await ministry.page.click('main form button');
    await look(ministry.page);

    await office.page.goto(`/zh/${path}`);
    const main = await office.page.locator('main').innerText();
    assert.match(main, /Is the rest still to come\?[^]*Yes, in April\./);
    await assertPlain(office.page, 'zh-Hans');
    await look(office.page);
    for (const window of [office, ministry]) {
      assertQuiet(window, { expected: [/422/] });
      await window.close();
    }
  });
});

/** Somebody of a member, in a window of their own. */
async function come(member, roles, width, account) {
  const link = await invite(member, roles, process.env.COUNTERSIGN_DATA);
  const window = await openWindow(browser, { url, width });
  await takeUp(window.page, link, account);
  return window;
}

async function look(page) {
  await assertFits(page);
  await assertAccessible(page);
}
