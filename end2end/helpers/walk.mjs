// The way of a reader through the pages, by links alone: where the stories find the addresses they look at.
import assert from 'node:assert/strict';

/** The server under test; run.mjs starts it. */
export const url = process.env.COUNTERSIGN_URL ?? fail('COUNTERSIGN_URL is not set: run the stories by run.mjs');

/** The languages a page is offered in: code in the address, `lang` of the document. */
export const languages = [
  { code: 'en', tag: 'en' },
  { code: 'zh', tag: 'zh-Hans' },
  { code: 'es', tag: 'es' },
];

/** One page of each kind, by its address without the language: found by following links from the front page. */
export async function findPages(page) {
  await page.goto('/en/');
  const found = { home: '' };
  found.programme = await follow(page, 'main a[href^="/en/programmes/"]');
  found.member = await follow(page, 'main a[href^="/en/members/"]');
  found.entry = await follow(page, 'main table a[href^="/en/entries/"]');
  found.findings = await follow(page, 'header a[href^="/en/findings"]');
  found.finding = await follow(page, 'main article.finding h2 a[href^="/en/findings/"]');
  for (const name of ['books', 'about', 'glossary', 'status', 'accessibility']) {
    found[name] = await follow(page, `footer a[href="/en/${name}"]`);
  }
  return found;
}

/** Follows the first such link, and says where it led: the address after the language. */
export async function follow(page, selector) {
  const link = page.locator(selector).first();
  const answer = page.waitForResponse((response) => response.request().isNavigationRequest());
  await link.click();
  assert.equal((await answer).status(), 200, `${selector} leads to ${page.url()}`);
  await page.waitForLoadState();
  return new URL(page.url()).pathname.replace(/^\/en\//, '');
}

function fail(message) {
  throw new Error(message);
}
