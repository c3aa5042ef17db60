// A citizen follows one sum, with JavaScript off and on:
//
// 1. The front page says how much came in, and where it is now adds up to the last unit.
// 2. A link leads to the programme: the same sum.
// 3. From there to a member, and to one of its steps: who sent, who received, and the note itself.
// 4. The findings list names both sides of every mismatch, and each links to the entries that prove it.
// 5. A language is one click away, and stays.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { follow, url } from '../helpers/walk.mjs';

// What the ministry's own publication adds up to for 2019: the programme's appropriation.
const APPROPRIATED = 432_755_085_309n;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

for (const script of [false, true]) {
  describe(`JavaScript ${script ? 'on' : 'off'}`, () => {
    let window;
    let page;
    before(async () => {
      window = await openWindow(browser, { url, width: 1280, script });
      page = window.page;
    });
    after(() => window?.close());

    test('the front page adds up', async () => {
      await page.goto('/');
      const cameIn = await assertAddsUp(page);
      const sentence = await page.locator('main .lead').first().innerText();
      const [whole, ...parts] = [...sentence.matchAll(/PYG ([\d,]+)/g)].map(([, figure]) => BigInt(figure.replaceAll(',', '')));
      assert.equal(whole, cameIn, sentence);
      assert.equal(parts.reduce((sum, part) => sum + part), cameIn, `the sentence accounts for all of it: ${sentence}`);
    });

    test('the programme shows the same sum', async () => {
      await follow(page, 'main a[href^="/en/programmes/"]');
      await assertAddsUp(page);
    });

    test('a member and one of its steps', async () => {
      await follow(page, 'main a[href^="/en/members/"]');
      await follow(page, 'main table a[href^="/en/entries/"]');
      const sides = await page.locator('main .lead a[href^="/en/members/"]').allInnerTexts();
      assert.equal(new Set(sides).size, 2, `both sides are named: ${sides}`);
      await page.locator('main summary', { hasText: 'The note as it was signed' }).press('Enter');
      const note = await page.locator('main details[open] pre').first().innerText();
      assert.match(note, /^countersign\/v1\/[a-z-]+\nledger /);
      assert.match(note, /\n\n(— \S+ [A-Za-z0-9+/]+=*\n?)+$/);
    });

    test('the findings name both sides and their proof', async () => {
      await follow(page, 'header a[href^="/en/findings"]');
      for (const finding of await page.locator('main article.finding').all()) {
        assert.ok((await finding.locator('a[href^="/en/members/"]').count()) >= 1, await finding.innerText());
        assert.ok((await finding.locator('a[href^="/en/entries/"]').count()) >= 1, await finding.innerText());
      }
      await follow(page, 'main article.finding a[href^="/en/entries/"]');
    });

    test('another language is one click away and stays', async () => {
      await page.locator('header a[hreflang="es"]').click();
      await page.waitForURL(/\/es\//);
      assert.equal(await page.locator('html').getAttribute('lang'), 'es');
      await page.locator('header a.brand').click();
      await page.waitForURL(/\/es\/$/);
    });
  });
}

/** The two halves of the line are summed anew, as integers: they are equal, and begin with the publisher's total. */
async function assertAddsUp(page) {
  const halves = await page.locator('main table').first().locator('tbody').evaluateAll((bodies) =>
    bodies.map((body) => [...body.rows].map((row) => row.cells[1].textContent.replace(/[^0-9]/g, ''))),
  );
  assert.equal(halves.length, 2, 'what came in, and where it is now');
  assert.equal(BigInt(halves[0][0]), APPROPRIATED);
  const totals = halves.map((half) => {
    const amounts = half.map(BigInt);
    const total = amounts.pop();
    assert.equal(amounts.reduce((sum, amount) => sum + amount, 0n), total, 'the rows add up to their sum');
    return total;
  });
  assert.equal(totals[0], totals[1], 'both halves are equal');
  return totals[0];
}
