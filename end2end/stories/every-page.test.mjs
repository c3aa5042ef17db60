// What holds for every page, in every language, on a phone and on a desk.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertPlain, assertQuiet, turnPseudo } from '../helpers/checks.mjs';
import { findPages, languages, problems, url } from '../helpers/walk.mjs';

// What a server may send before it must wait for the other side: the page and its sheet in one go.
const PAGE_BYTES_MAX = 14_000;

let browser;
let pages;
/** Pages on which a script runs: all that holds for the others holds for them, but that they have one. */
let islands;

before(async () => {
  browser = await startBrowser();
  const window = await openWindow(browser, { url, width: 1280 });
  pages = await findPages(window.page);
  islands = { verify: 'verify', 'verify, an entry': pages.entry.replace('entries/', 'verify/'), total: `${pages.programme}/verify` };
  await window.close();
});

after(() => browser?.close());

// Two windows at a time: each renders in a process of its own.
describe('every page in every language at every width', { concurrency: 2 }, () => {
  for (const { code, tag } of languages) {
    for (const width of widths) {
      test(`in ${code} at ${width} px`, async (t) => {
        const window = await openWindow(browser, { url, width, language: tag });
        for (const [name, path] of Object.entries({ ...pages, ...islands })) {
          await t.test(name, () => look(window, `/${code}/${path}`, { tag, status: 200 }));
        }
        for (const { name, path, status } of problems(code)) {
          await t.test(name, () => look(window, path, { tag, status }));
        }
        await window.close();
      });
    }
  }
});

async function look(window, path, { tag, status }) {
  window.strangers.length = 0;
  window.errors.length = 0;
  const answer = await window.page.goto(path);
  assert.equal(answer.status(), status);
  await assertPlain(window.page, tag);
  await assertFits(window.page);
  await assertAccessible(window.page);
  // The browser itself reports the status of a page that can't be shown.
  assertQuiet(window, { expected: status === 200 ? [] : [new RegExp(`status of ${status}`)] });
}

test('every file and feed that a page offers is there', async () => {
  const offered = new Set();
  for (const path of Object.values(pages)) {
    const html = await (await fetch(`${url}/en/${path}`)).text();
    for (const [, href] of html.matchAll(/href="([^"]+)"/g)) {
      const address = href.replaceAll('&amp;', '&').replace(url, '');
      if (/^\/en\/(take|feeds)\//.test(address)) offered.add(address);
    }
  }
  assert.ok(offered.size > 40, `files are offered: ${offered.size}`);
  for (const address of offered) {
    const answer = await fetch(url + address);
    await answer.arrayBuffer();
    assert.equal(answer.status, 200, address);
    if (address.startsWith('/en/take/')) assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; /, address);
  }
});

for (const width of widths) {
  test(`every page grown by 40 % and from right to left at ${width} px`, async (t) => {
    const window = await openWindow(browser, { url, width });
    for (const [name, path] of Object.entries({ ...pages, ...islands })) {
      await t.test(name, async () => {
        await window.page.goto(`/en/${path}`);
        await turnPseudo(window.page);
        await assertFits(window.page);
      });
    }
    await window.close();
  });
}

test('every page says that receipts are simulated', async () => {
  const window = await openWindow(browser, { url, width: 1280, script: false });
  for (const path of Object.values({ ...pages, ...islands })) {
    await window.page.goto(`/en/${path}`);
    await window.page.getByText('Receipts on this ledger are simulated.', { exact: true }).waitFor();
  }
  await window.close();
});

test('no page has or allows a script', async () => {
  for (const path of Object.values(pages)) {
    const answer = await fetch(`${url}/en/${path}`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /(script-src|default-src) 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/, path);
    assert.doesNotMatch(await answer.text(), /<script/i, path);
  }
});

test('a page and its sheet are small', async (t) => {
  for (const [name, path] of Object.entries({ ...pages, ...islands })) {
    const html = await (await fetch(`${url}/en/${path}`)).text();
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1];
    assert.ok(sheet, `${name} has a sheet`);
    const sizes = await Promise.all([bytesSent(`/en/${path}`), bytesSent(sheet)]);
    t.diagnostic(`${name}: ${sizes[0]} + ${sizes[1]} bytes`);
    assert.ok(sizes[0] + sizes[1] <= PAGE_BYTES_MAX, `${name} takes ${sizes.join(' + ')} bytes`);
  }
});

// fetch would unpack the body: what counts is what goes over the line.
function bytesSent(path) {
  return new Promise((resolve, reject) => {
    get(new URL(path, url), { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.once('end', () => resolve(bytes));
      answer.once('error', reject);
    }).once('error', reject);
  });
}
