// A reader checks a programme's total on their own machine, with the bundle that was built:
//
// 1. The programme's page leads to the check; the browser streams the whole log, says how far it is, and every figure
//    is the page's, in every language, on a phone and on a desk.
// 2. A figure that is wrong, an entry that was changed, a log that was cut off: each is named.
// 3. The check can be stopped.
// 4. Without JavaScript the page says how to check with the command line, and shows no dead form.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertQuiet } from '../helpers/checks.mjs';
import { follow, languages, url } from '../helpers/walk.mjs';

// What a reader loads on top of the page: as much as a photograph.
const FRONT_BYTES_MAX = 100_000;

// Some seconds alone; minutes where the machine does much else.
const CHECK_MS_MAX = 240_000;

let browser;
/** The address of the check, without the language. */
let address;

before(async () => {
  browser = await startBrowser();
  const window = await openWindow(browser, { url, width: 1280 });
  await window.page.goto('/en/');
  await follow(window.page, 'main a[href^="/en/programmes/"]');
  address = await follow(window.page, 'main a[href$="/verify"]');
  await window.close();
});
after(() => browser?.close());

describe('the total', () => {
  for (const { code, tag } of languages) {
    for (const width of widths) {
      test(`is what the entries give, in ${code} at ${width} px`, async (t) => {
        const window = await openWindow(browser, { url, width, language: tag });
        await window.page.goto(`/${code}/${address}`);
        await assertAccessible(window.page);
        await assertKeyboard(window.page);
        await begin(window.page);
        const { lead, failing, meta } = await outcome(window.page);
        assert.deepEqual(failing, [], lead);
        const rows = await window.page.locator('main table tbody tr').evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
        );
        assert.equal(rows.length, 8);
        for (const [page, entries] of rows) assert.equal(entries, page);
        assert.ok(rows.some(([page]) => page.length > 12), 'the year is a large sum');
        await assertFits(window.page);
        await assertAccessible(window.page);
        assertQuiet(window);
        t.diagnostic(meta);
        await window.close();
      });
    }
  }

  test('is told with progress, which can be stopped and begun again', async (t) => {
    const window = await openWindow(browser, { url, width: 1280 });
    await window.page.goto(`/en/${address}`);
    // Every state of the bar and of the words, as they come.
    await window.page.evaluate(() => {
      globalThis.seen = { values: [], said: [] };
      const watch = () => {
        const bar = document.querySelector('progress');
        globalThis.seen.max = bar.max;
        globalThis.seen.values.push(bar.value);
        const said = document.querySelector('#total-said').textContent;
        if (said && globalThis.seen.said.at(-1) !== said) globalThis.seen.said.push(said);
      };
      new MutationObserver(watch).observe(document.querySelector('#total'), { attributes: true, childList: true, subtree: true });
    });
    await begin(window.page);
    await window.page.waitForFunction(() => globalThis.seen.values.at(-1) > 500);
    await window.page.getByRole('button', { name: 'Stop' }).click();
    await window.page.getByText(/^Stopped after [\d,]+ of [\d,]+ entries/).waitFor();
    assert.equal(await window.page.locator('#total-result').innerText(), '', 'nothing is said of the total');
    await window.page.getByRole('button', { name: 'Check again' }).click();
    const { failing, meta } = await outcome(window.page);
    assert.deepEqual(failing, []);
    const seen = await window.page.evaluate(() => globalThis.seen);
    assert.ok(Math.max(...seen.values) === seen.max && seen.max > 16_000, `the bar reaches ${seen.max}`);
    assert.ok(seen.said.length >= 11 && seen.said.length < 40, `said now and then: ${seen.said.length} times`);
    t.diagnostic(`${seen.max} entries: ${meta}`);
    assertQuiet(window);
    await window.close();
  });
});

describe('what is wrong is named', () => {
  test('a figure of the page', async () => {
    const window = await openWindow(browser, { url, width: 360 });
    await window.page.route(`**/en/${address}`, async (route) => {
      const answer = await route.fetch();
      // The page lies about what is held, by one.
      const body = (await answer.text()).replace(/\n0 held (\d+) /, (_, minor) => `\n0 held ${BigInt(minor) + 1n} `);
      await route.fulfill({ response: answer, body });
    });
    await window.page.goto(`/en/${address}`);
    await begin(window.page);
    const { lead, failing } = await outcome(window.page);
    assert.match(lead, /A check fails/);
    assert.equal(failing.length, 1);
    assert.match(failing[0], /Held: this page says [\d,]+, the entries give [\d,]+\./);
    assert.equal(await window.page.locator('#total-of-held .tag.red').count(), 1);
    await assertFits(window.page);
    await assertAccessible(window.page);
    await window.close();
  });

  test('an entry, in a bundle that somebody changed', async () => {
    const window = await openWindow(browser, { url, width: 1280 });
    await changeBundle(window.page, '007', (bytes) => {
      const at = bytes.indexOf('\namount ') + '\namount '.length;
      bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
      return bytes;
    });
    await window.page.goto(`/en/${address}`);
    await begin(window.page);
    const { failing } = await outcome(window.page);
    assert.equal(failing.length, 2);
    assert.match(failing[0], /The entries don’t give the root of the checkpoint/);
    assert.match(failing[1], /Entry 1,[789]\d\d is wrong \(\S+ [0-9a-f]{64}\): A signature doesn’t fit the text/);
    await window.close();
  });

  test('a bundle that was cut off', async () => {
    const window = await openWindow(browser, { url, width: 1280 });
    await changeBundle(window.page, '011', (bytes) => bytes.subarray(0, bytes.length - 40));
    await window.page.goto(`/en/${address}`);
    await begin(window.page);
    const { failing } = await outcome(window.page);
    assert.equal(failing.length, 1);
    assert.match(failing[0], /The entries from 2,816 on can’t be fetched or read: an entry is cut off/);
    await window.close();
  });

  test('a log that ends before the page’s entries, and one of another key', async () => {
    const window = await openWindow(browser, { url, width: 1280 });
    await window.page.route(`**/en/${address}`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/data-entries="(\d+)"/, (_, entries) => `data-entries="${Number(entries) + 7}"`);
      await route.fulfill({ response: answer, body });
    });
    await window.page.goto(`/en/${address}`);
    await begin(window.page);
    assert.match((await outcome(window.page)).failing[0], /The log ends too early/);
    // Another key under the same name: the vectors' one, whose ID is its own.
    const trust = window.page.getByLabel('The log’s key and the policy that you trust');
    await trust.fill('ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4');
    await window.page.getByRole('button', { name: 'Check again' }).click();
    await window.page.getByText('The checkpoint isn’t one that you can trust').waitFor();
    await trust.fill('not a key');
    await window.page.getByRole('button', { name: 'Check again' }).click();
    await window.page.getByText('What you trust can’t be read').waitFor();
    await window.close();
  });
});

test('without JavaScript the page says how to check', async () => {
  const window = await openWindow(browser, { url, width: 1280, script: false });
  await window.page.goto(`/en/${address}`);
  const commands = await window.page.locator('main pre').innerText();
  assert.match(commands, /^countersign verify --log \S+ --vkey '\S+\+[0-9a-f]{8}\+\S+'\n/);
  assert.match(commands, /\ncountersign tally --data copy --programme \S+$/m);
  assert.ok(await window.page.getByText('needs JavaScript').isVisible());
  assert.equal(await window.page.locator('main button:visible, main textarea:visible, main progress:visible').count(), 0);
  await window.close();
});

test('what the browser loads is small, is another module than an entry’s check, and may start nothing else', async (t) => {
  const answer = await fetch(`${url}/en/${address}`);
  assert.match(answer.headers.get('content-security-policy'), /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  const boot = bootOf(await answer.text());
  assert.notEqual(boot, bootOf(await (await fetch(`${url}/en/verify`)).text()));
  const module = await (await fetch(url + boot)).text();
  const named = [...module.matchAll(/'\.\/(islands-[^']+)'/g)].map((found) => `/front/${found[1]}`);
  assert.equal(named.length, 2, 'the glue and the wasm');
  const sizes = await Promise.all([boot, ...named].map(bytesSent));
  const whole = sizes.reduce((sum, bytes) => sum + bytes, 0);
  t.diagnostic(`script and wasm: ${sizes.join(' + ')} = ${whole} bytes in brotli`);
  assert.ok(whole <= FRONT_BYTES_MAX, `${whole} bytes`);
});

function begin(page) {
  return page.locator('#total-start').click();
}

/** The verdict, what fails, and what it took. */
async function outcome(page) {
  await page.locator('#total-result .meta').waitFor({ timeout: CHECK_MS_MAX });
  const texts = (selector) => page.locator(`#total-result ${selector}`).allInnerTexts();
  const [lead] = await texts('.lead');
  const [meta] = await texts('.meta');
  return { lead, meta, failing: await texts('li:has(.tag.red)') };
}

/** Lets the log serve another bundle than its own. */
async function changeBundle(page, name, change) {
  await page.route(`**/log/tile/entries/${name}`, async (route) => {
    const answer = await route.fetch();
    const sent = await answer.body();
    const bytes = sent[0] === 0x1f && sent[1] === 0x8b ? gunzipSync(sent) : sent;
    await route.fulfill({ status: 200, contentType: 'application/octet-stream', body: change(Buffer.from(bytes)) });
  });
}

function bootOf(html) {
  return /<script type="module" src="([^"]+)">/.exec(html)[1];
}

// fetch would unpack the body: what counts is what goes over the line.
function bytesSent(path) {
  return new Promise((resolve, reject) => {
    get(new URL(path, url), { headers: { 'accept-encoding': 'br' } }, (answer) => {
      assert.match(answer.headers['cache-control'], /immutable/, path);
      let bytes = 0;
      answer.on('data', (chunk) => {
        bytes += chunk.length;
      });
      answer.once('end', () => resolve(bytes));
      answer.once('error', reject);
    }).once('error', reject);
  });
}
