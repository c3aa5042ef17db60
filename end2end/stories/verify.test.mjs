// A reader checks an entry on their own machine, with the bundle that was built:
//
// 1. An entry's page leads to "Verify this entry"; the browser fetches the proof and what enrols the keys, and every
//    check holds.
// 2. A proof file is chosen or dropped, also while offline; whatever was changed in it is named.
// 3. With the keyboard alone, in every language, on a phone and on a desk.
// 4. Without JavaScript the page says how to check with the command line, and shows no dead form.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertKeyboard, assertQuiet } from '../helpers/checks.mjs';
import { enrollingProofs, fetchText as fetchAt, noteIn } from '../helpers/proofs.mjs';
import { findPages, follow, languages, url } from '../helpers/walk.mjs';

// What a reader loads on top of the page: as much as a photograph.
const FRONT_BYTES_MAX = 100_000;

let browser;
let identity;
let proof;
/** The proofs of the entries that enrolled the keys of `proof`. */
let enrolling;

before(async () => {
  browser = await startBrowser();
  const window = await openWindow(browser, { url, width: 1280 });
  const pages = await findPages(window.page);
  await window.close();
  identity = /[0-9a-f]{64}/.exec(pages.entry)[0];
  proof = await fetchText(`/log/proof/${identity}`);
  enrolling = await enrollingProofs(url, noteIn(proof));
});
after(() => browser?.close());

describe('an entry of this ledger', () => {
  for (const { code, tag } of languages) {
    for (const width of widths) {
      test(`holds, in ${code} at ${width} px`, async (t) => {
        const window = await openWindow(browser, { url, width, language: tag });
        await window.page.goto(`/${code}/verify/${identity}`);
        const tags = await outcome(window.page);
        assert.ok(tags.length >= 6, `${tags.length} checks`);
        assert.deepEqual(tags.filter((one) => !one.holds), []);
        await assertFits(window.page);
        await assertAccessible(window.page);
        await assertKeyboard(window.page);
        assertQuiet(window);
        t.diagnostic(await window.page.locator('[role=status] .meta').last().innerText());
        await window.close();
      });
    }
  }

  test('is one link away from its page, and checked again with the keyboard', async () => {
    const window = await openWindow(browser, { url, width: 1280 });
    await window.page.goto(`/en/entries/${identity}`);
    await follow(window.page, `main a[href="/en/verify/${identity}"]`);
    await outcome(window.page);
    const button = window.page.getByRole('button', { name: 'Check again' });
    await button.focus();
    await window.page.keyboard.press('Enter');
    assert.match(await verdict(window.page), /Every check holds/);
    assertQuiet(window);
    await window.close();
  });

  test('is not trusted with another key of the log', async () => {
    const window = await openWindow(browser, { url, width: 1280 });
    await window.page.goto(`/en/verify/${identity}`);
    await outcome(window.page);
    const trust = window.page.getByLabel('The log’s key and the policy that you trust');
    const own = await trust.inputValue();
    // Another key under the same name: the vectors' one, whose ID is its own.
    await trust.fill('ledger.example/fund+f50e12b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4');
    await window.page.getByRole('button', { name: 'Check again' }).click();
    await window.page.getByText('The checkpoint isn’t one that you can trust').waitFor();
    await trust.fill('not a key');
    await window.page.getByRole('button', { name: 'Check again' }).click();
    await window.page.getByText('What you trust can’t be read').waitFor();
    await trust.fill(own);
    await window.page.getByRole('button', { name: 'Check again' }).click();
    await window.page.getByText('Every check holds.').waitFor();
    await window.close();
  });
});

/** The note with another first digit in its amount. */
function anotherAmount(note) {
  return note.replace(/\namount (\d)/, (_, digit) => `\namount ${digit === '1' ? 2 : 1}`);
}

describe('a file', () => {
  const changed = [
    ['a digit of its amount', (text) => withNote(text, anotherAmount), ['doesn’t fit this text', 'doesn’t lead from this entry']],
    ['its place', (text) => text.replace(/\nindex (\d+)\n/, (_, index) => `\nindex ${Number(index) ^ 1}\n`), ['doesn’t lead from this entry']],
    ['a hash of its path', (text) => flipLine(text, /\nindex \d+\n/), ['doesn’t lead from this entry']],
    ['the checkpoint’s root', (text) => flipLine(text, /\n\n[^\n]+\n\d+\n/), ['isn’t one that you can trust']],
    ['a signature of its note', (text) => withNote(text, (note) => flipLine(note, /\n\n— \S+ .{10}/)), ['doesn’t fit this text']],
    ['its first line', (text) => text.replace('c2sp.org/tlog-proof@v1', 'c2sp.org/tlog-proof@v9'), ['no proof of an entry']],
    ['all of it', () => 'nothing of the kind\n', ['no proof of an entry']],
  ];
  for (const [what, change, expected] of changed) {
    test(`in which somebody changed ${what} is named`, async () => {
      const bad = change(proof);
      assert.notEqual(bad, proof, 'the change changes something');
      const window = await openWindow(browser, { url, width: 1280 });
      await window.page.goto('/en/verify');
      await choose(window.page, [bad]);
      assert.match(await verdict(window.page), /A check fails/);
      const failing = await window.page.locator('[role=status] li:has(.tag.red)').allInnerTexts();
      for (const words of expected) assert.ok(failing.some((line) => line.includes(words)), `${words}: ${failing}`);
      assertQuiet(window);
      await window.close();
    });
  }

  // The reasons of the rules are English; a reader gets them in the page's language, values and all.
  const broken = (text) => withNote(text, (note) => note.replace(/\namount /, '\namount x'));
  const said = {
    es: [
      'El texto no es un asiento como lo pide el formato: línea LINE: el campo «amount» no está escrito',
      'El archivo no es la prueba de un asiento: línea 1: un archivo de prueba tiene otra cosa aquí',
    ],
    zh: [
      '该文本不是符合格式的条目：第 LINE 行：字段“amount”的写法不符合格式',
      '该文件不是条目的证明：第 1 行：证明文件此处应为其他内容',
    ],
  };
  for (const [code, expected] of Object.entries(said)) {
    test(`that fails says why in ${code}`, async () => {
      const { tag } = languages.find((one) => one.code === code);
      const window = await openWindow(browser, { url, width: 360, language: tag });
      await window.page.goto(`/${code}/verify`);
      await choose(window.page, [broken(proof), 'none\n']);
      await window.page.locator('[role=status] .lead').waitFor();
      const failing = (await window.page.locator('[role=status] li:has(.tag.red)').allInnerTexts()).join('\n');
      const line = noteIn(proof).split('\n').findIndex((one) => one.startsWith('amount ')) + 1;
      for (const words of expected.map((one) => one.replace('LINE', line))) assert.ok(failing.includes(words), `${words}: ${failing}`);
      await assertFits(window.page);
      await assertAccessible(window.page);
      await window.close();
    });
  }

  test('is checked while offline, and its signature where the enrolling entry is beside it', async () => {
    const window = await openWindow(browser, { url, width: 360 });
    await window.page.goto('/en/verify');
    await window.page.getByLabel('Proof files').waitFor();
    await window.page.context().setOffline(true);
    await choose(window.page, [proof]);
    assert.match(await verdict(window.page), /something couldn’t be checked/);
    await drop(window.page, [proof, ...enrolling]);
    await window.page.getByText('Every check holds.').waitFor();
    await window.close();
  });
});

test('without JavaScript the page says how to check', async () => {
  const window = await openWindow(browser, { url, width: 1280, script: false });
  await window.page.goto(`/en/verify/${identity}`);
  const commands = await window.page.locator('main pre').innerText();
  assert.match(commands, new RegExp(`curl -o \\S+ '\\S+/log/proof/${identity}'\ncountersign verify \\S+ --vkey '\\S+\\+[0-9a-f]{8}\\+\\S+'`));
  assert.ok(await window.page.getByText('needs JavaScript').isVisible());
  assert.equal(await window.page.locator('main button:visible, main input:visible, main textarea:visible').count(), 0);
  await window.close();
});

test('what the browser loads is small, may start nothing else, and is kept', async (t) => {
  const answer = await fetch(`${url}/en/verify`);
  const policy = answer.headers.get('content-security-policy');
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.match(policy, /default-src 'none'/);
  const boot = /<script type="module" src="([^"]+)">/.exec(await answer.text())[1];
  const module = await fetchText(boot);
  const named = [...module.matchAll(/'\.\/(islands-[^']+)'/g)].map((found) => `/front/${found[1]}`);
  assert.equal(named.length, 2, 'the glue and the wasm');
  const sizes = await Promise.all([boot, ...named].map(bytesSent));
  const whole = sizes.reduce((sum, bytes) => sum + bytes, 0);
  t.diagnostic(`script and wasm: ${sizes.join(' + ')} = ${whole} bytes in brotli`);
  assert.ok(whole <= FRONT_BYTES_MAX, `${whole} bytes`);
});

/** The tags of the result, once there is one. */
async function outcome(page) {
  await page.locator('[role=status] .lead').waitFor();
  return page.locator('[role=status] li:has(.tag)').evaluateAll((lines) =>
    lines.map((line) => ({ holds: line.querySelector('.tag').classList.contains('green'), said: line.innerText })),
  );
}

async function verdict(page) {
  await page.locator('[role=status] .lead').waitFor();
  return page.locator('[role=status] .lead').innerText();
}

/** Chooses files as a reader does: once the form is there, for before that nobody listens. */
async function choose(page, texts) {
  await page.locator('#verify').waitFor();
  await page.locator('#verify input[type=file]').setInputFiles(texts.map(file));
}

function file(text, place) {
  return { name: `${place}.tlog-proof`, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

async function drop(page, texts) {
  const dataTransfer = await page.evaluateHandle((all) => {
    const dropped = new DataTransfer();
    all.forEach((text, place) => dropped.items.add(new File([text], `${place}.tlog-proof`)));
    return dropped;
  }, texts);
  await page.getByLabel('Proof files').dispatchEvent('drop', { dataTransfer });
}

function withNote(text, change) {
  return text.replace(/\nextra \S+\n/, `\nextra ${Buffer.from(change(noteIn(text))).toString('base64')}\n`);
}

/** Another first character in what follows `before`: still base64. */
function flipLine(text, before) {
  const found = before.exec(text);
  const at = found.index + found[0].length;
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

function fetchText(path) {
  return fetchAt(url, path);
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
