// What holds for every page however somebody reads: by the keyboard alone, in the dark, in a few colours of their own,
// with letters twice or four times as large, without motion, on paper.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LARGE_TEXT, openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import {
  assertAccessible,
  assertFits,
  assertForced,
  assertKeyboard,
  assertPrints,
  assertScrollsOnlyTables,
  assertSkips,
  assertStill,
  assertUncut,
} from '../helpers/checks.mjs';
import { findPages, languages, problems, url } from '../helpers/walk.mjs';

/** A window of 1280 px, enlarged four times. */
const ZOOMED = { width: 320, height: 256 };

/** What a sheet of A4 leaves between the margins of style/layout.css, in CSS pixels. */
const PAPER = { width: 658, height: 986 };

let browser;
let large;
let pages;

before(async () => {
  browser = await startBrowser();
  large = await startBrowser(LARGE_TEXT);
  const window = await openWindow(browser, { url, width: 1280 });
  pages = await findPages(window.page);
  await window.close();
});

after(async () => {
  await browser?.close();
  await large?.close();
});

/** Looks at every page in a language, in one window that is opened and set up in the same way for all. */
async function throughout(t, code, { on = browser, ...options }, check) {
  const window = await openWindow(on, { url, width: 1280, ...options });
  const all = Object.entries(pages).map(([name, path]) => ({ name, path: `/${code}/${path}` }));
  for (const { name, path } of [...all, ...problems(code)]) {
    await t.test(name, async () => {
      await window.page.goto(path);
      await check(window.page);
    });
  }
  await window.close();
}

describe('every page', { concurrency: 2 }, () => {
  for (const width of widths) {
    test(`by the keyboard alone at ${width} px`, (t) =>
      throughout(t, 'en', { width }, async (page) => {
        await assertKeyboard(page);
        await page.reload();
        await assertSkips(page);
      }));
  }

  test('in the dark', (t) => throughout(t, 'en', { colours: { colorScheme: 'dark' } }, assertAccessible));

  for (const colorScheme of ['light', 'dark']) {
    test(`in forced colours, ${colorScheme}`, (t) =>
      throughout(t, 'en', { colours: { colorScheme, forcedColors: 'active' } }, assertForced));
  }

  test('without motion', (t) => throughout(t, 'en', {}, assertStill));

  for (const { code } of languages) {
    test(`with text of twice the size, in ${code}`, (t) =>
      throughout(t, code, { on: large }, async (page) => {
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
        await assertFits(page);
        await assertUncut(page);
      }));

    test(`enlarged four times, in ${code}`, (t) =>
      throughout(t, code, {}, async (page) => {
        await page.setViewportSize(ZOOMED);
        await assertFits(page);
        await assertScrollsOnlyTables(page);
        await assertUncut(page);
      }));

    test(`on paper, in ${code}`, (t) =>
      throughout(t, code, {}, async (page) => {
        await page.setViewportSize(PAPER);
        await page.emulateMedia({ media: 'print' });
        await assertFits(page);
        await assertPrints(page);
      }));
  }
});

test('a check of forced colours can fail', async () => {
  const window = await openWindow(browser, { url, width: 1280, colours: { forcedColors: 'active' } });
  await window.page.goto('/en/');
  await window.page.evaluate(() => {
    for (const rect of document.querySelectorAll('svg.bar g')) rect.style.fill = '#fefefe';
  });
  await assert.rejects(assertForced(window.page), /faint/);
  await window.close();
});
