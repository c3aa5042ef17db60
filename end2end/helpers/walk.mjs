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

/**
 * One page of each kind and in each of its states, by its address without the language: found by following links
 * from the front page, by typing what a reader types, and by narrowing the lists.
 */
export async function findPages(page) {
  await page.goto('/en/');
  const found = { home: '' };
  found.programme = await follow(page, 'main a[href^="/en/programmes/"]');
  found['programme, by place'] = await follow(page, 'main .choices a[href*="?flow=region"]');
  found['programme, next members'] = await follow(page, 'main nav.paging a[rel="next"]');
  found.compare = await follow(page, 'main a[href*="/compare"]');
  for (const [name, choice] of [['levels', 'of='], ['sorted', 'sort=']]) {
    found[`compare, ${name}`] = await follow(page, `main a[href*="/compare?"][href*="${choice}"]`);
  }
  await page.goto('/en/');
  await follow(page, 'main a[href^="/en/programmes/"]');
  found.member = await follow(page, 'main a[href^="/en/members/"]');
  found.entry = await follow(page, 'main table a[href^="/en/entries/"]');
  found.findings = await follow(page, 'header a[href^="/en/findings"]');
  found.finding = await follow(page, 'main article.finding h2 a[href^="/en/findings/"]');
  for (const name of ['books', 'about', 'glossary', 'status', 'accessibility']) {
    found[name] = await follow(page, `footer a[href="/en/${name}"]`);
  }
  await page.goto('/en/books');
  found['books, next members'] = await follow(page, 'main nav.paging a[rel="next"]');
  await page.goto('/en/');
  found.api = await follow(page, 'main a[href="/en/api"]');
  Object.assign(found, await searches(page), await findingsByCode(page), await entriesByKind());
  return found;
}

/** What a reader types: words that are found, words that aren't, and nothing yet. */
async function searches(page) {
  const typed = {};
  for (const [name, words] of [['search', 'concepcion'], ['search, none', 'zzzz zzzz']]) {
    await page.goto('/en/');
    await page.locator('main input[name="q"]').fill(words);
    await page.locator('main input[name="q"]').press('Enter');
    await page.waitForURL(/\/search\?/);
    typed[name] = path(page);
  }
  return { ...typed, 'search, nothing typed': 'search' };
}

/** One finding of every code that the ledger has one of, whatever became of it; and a list that is empty. */
async function findingsByCode(page) {
  const found = { 'findings, closed': 'findings?state=closed', 'findings, page 2': 'findings?page=2' };
  await page.goto('/en/findings');
  const codes = await page.locator('select[name="code"] option').evaluateAll((all) => all.map(({ value }) => value));
  for (const code of codes.filter(Boolean)) {
    await page.goto(`/en/findings?code=${code}&state=all`);
    const first = page.locator('main article.finding h2 a[href^="/en/findings/"]').first();
    if (await first.count()) found[`finding: ${code}`] = (await first.getAttribute('href')).replace(/^\/en\//, '');
    else found['findings, none'] = `findings?code=${code}&state=all`;
  }
  const named = Object.keys(found).filter((name) => name.startsWith('finding: '));
  assert.ok(named.length >= 5, `the demonstration shows most kinds of findings: ${named}`);
  return found;
}

/** The first entry of every kind that the ledger holds. */
async function entriesByKind() {
  const found = {};
  let next = '0';
  while (next) {
    const list = await (await fetch(`${url}/api/v1/entries?limit=500&from=${next}`)).json();
    for (const { kind, identity } of list.items) found[`entry: ${kind}`] ??= `entries/${identity}`;
    next = list.next;
  }
  assert.ok(Object.keys(found).length >= 8, `the demonstration holds many kinds: ${Object.keys(found)}`);
  return found;
}

/** Pages for what can't be shown, by their whole address, in a language. */
export function problems(code) {
  return [
    { name: 'not found', path: `/${code}/members/nobody.example/here`, status: 404 },
    { name: 'gone', path: '/style/countersign-0000000000000000.css', status: 410 },
    { name: 'not understood', path: `/${code}/findings?page=x`, status: 400 },
  ];
}

/** Follows the first such link, and says where it led: the address after the language. */
export async function follow(page, selector) {
  const link = page.locator(selector).first();
  const answer = page.waitForResponse((response) => response.request().isNavigationRequest());
  await link.click();
  assert.equal((await answer).status(), 200, `${selector} leads to ${page.url()}`);
  await page.waitForLoadState();
  return path(page);
}

function path(page) {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`.replace(/^\/en\//, '');
}

function fail(message) {
  throw new Error(message);
}
