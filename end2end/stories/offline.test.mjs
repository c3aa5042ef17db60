// A telephone that loses its line between signing and sending, with the module that was built:
//
// 1. The officer has a key on her device. She puts a photo beside her answer, and its place is left out.
// 2. The line is gone when she signs, twice in haste: the receipt waits on the device, and the page says so.
// 3. The line is back: the receipt goes out by itself, and it is one.
// 4. The server takes the next receipt, but its answer is lost: she opens the desk again, and it is one as well.
// 5. A PDF goes up in parts: where the line is lost it goes on where it stopped, also on a page that is opened anew.
// 6. What the server says no to stays with its reason, until she removes it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, signingAs, takeUp } from '../helpers/people.mjs';
import { command, startServer } from '../helpers/server.mjs';
import { languages } from '../helpers/walk.mjs';

const OFFICE = 'l30-108.fonacide.example';

let browser;
let server;
let invitation;
let signing;
// Where the list of entries ends when the story begins, and how many receipts stand behind that.
let begin = '0';
let earlier = 0;
let last;

before(async () => {
  browser = await startBrowser();
  server = await startServer({ demo: ['--keys-of', OFFICE], prepare });
  await receipts();
  begin = last;
  earlier = await receipts();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function prepare(data) {
  signing = await signingAs(OFFICE, data);
  await command('key', 'hold', OFFICE, ...signing);
  invitation = await invite(OFFICE, 'confirm', data);
}

/** How many receipts were added to the ledger since the story began. */
async function receipts() {
  let found = 0;
  for (let next = begin; next; ) {
    const list = await (await fetch(`${server.url}/api/v1/entries?limit=500&from=${next}`)).json();
    found += list.items.filter(({ kind }) => kind === 'receipt').length;
    last = next;
    next = list.next;
  }
  return found - earlier;
}

describe('a telephone that loses its line', () => {
  let window;
  let page;

  before(async () => {
    window = await openWindow(browser, { url: server.url, width: 360 });
    page = window.page;
    await takeUp(page, invitation, 'officer');
    await page.goto('/en/desk/device');
    await page.click('#device-make button');
    await page.click('#device-prove button');
    await page.getByText('countersign device approve').waitFor();
    const [waiting] = JSON.parse(await command('device', 'list', '--data', server.data, '--json'));
    await command('device', 'approve', waiting.id, ...signing, '--server', server.url);
  });
  after(() => window?.close());

  test('a large photo is made smaller before it is sent', async () => {
    await page.goto('/en/desk');
    await page.locator('main .tasks a[href*="/desk/confirm/"]').first().click();
    const buffer = await makePhoto({ width: 2400, height: 1200 });
    assert.ok(buffer.length > 400_000, `${buffer.length} bytes`);
    const field = page.locator('form.ask input[type=file]');
    await page.locator('form.ask details.document summary').click();
    await field.setInputFiles({ name: 'slip.jpg', mimeType: 'image/jpeg', buffer });
    await page.waitForFunction(() => document.querySelector('form.ask input[type=file]').files[0]?.name === 'photo.jpg');
    const sides = await field.evaluate(async ({ files: [file] }) => {
      const picture = await createImageBitmap(file);
      return [picture.width, picture.height];
    });
    assert.deepEqual(sides, [1600, 800]);
    await look();
  });

  test('a photo goes beside the answer, and what it tells of its place does not', async () => {
    await page.goto('/en/desk');
    await answer({ photo: true });
    assert.match(await page.locator('dl.answers').innerText(), /Photo \(JPEG\), \d+ kB/);
    await look();
  });

  test('signed without a line, twice in haste, it waits on the device', async () => {
    await page.context().setOffline(true);
    await page.dblclick('#device-sign button');
    await page.locator('#outbox-list li', { hasText: 'waiting on this device' }).waitFor();
    assert.equal(await page.locator('#outbox-list li').count(), 1);
    assert.equal(await page.locator('#device-sign').isVisible(), false);
    assert.equal(await page.locator('#check-through').isVisible(), false);
    assert.equal((await queued()).length, 1);
    await look();
    assert.equal(await receipts(), 0);
  });

  test('the line is back: it goes out by itself, once', async () => {
    await page.context().setOffline(false);
    await page.locator('#outbox-list li', { hasText: 'on the record' }).waitFor();
    await look();
    assert.deepEqual(await queued(), []);
    assert.equal(await receipts(), 1);
    await page.click('#outbox-list a');
    await page.waitForURL(/\/confirmed\//);
    assert.match(await page.locator('main').innerText(), /Signed on your own device/);
  });

  test('the photo can be opened by who confirmed, as a file without its place', async () => {
    await page.click('main a[href*="/desk/evidence/"]');
    await page.waitForURL(/\/evidence\//);
    await look();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('main .cards a.button')]);
    assert.match(saved.suggestedFilename(), /^[0-9a-f]{64}\.jpg$/);
    const stream = await saved.createReadStream();
    const bytes = Buffer.concat(await stream.toArray());
    assert.equal(bytes.includes('25.28 S'), false);
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8]);
    const sides = await page.evaluate(async (data) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(data)]));
      return [picture.width, picture.height];
    }, [...bytes]);
    assert.deepEqual(sides, [60, 40]);
  });

  test('an answer that is lost on its way is no second receipt', async () => {
    await page.goto('/en/desk');
    await answer();
    await page.route('**/desk/sign/*', async (route) => {
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await page.click('#device-sign button');
    await page.locator('#outbox-list li', { hasText: 'waiting on this device' }).waitFor();
    assert.equal(await receipts(), 2);
    await page.unroute('**/desk/sign/*');
    await page.goto('/en/desk');
    await page.locator('#outbox-list li', { hasText: 'on the record' }).waitFor();
    assert.deepEqual(await queued(), []);
    assert.equal(await receipts(), 2);
    await look();
  });

  test('a PDF whose line is lost goes on where it stopped, also on a page that is opened anew', async () => {
    await page.goto('/en/desk');
    const first = page.locator('main .tasks li:visible a[href*="/desk/confirm/"]').first();
    const step = (await first.getAttribute('href')).split('/').pop();
    const buffer = Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.alloc(500_000, 'x'), Buffer.from('\n%%EOF\n')]);
    const begun = [];
    let passing;
    await page.route('**/desk/parts/*', (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      begun.push(Number(request.headers()['upload-offset']));
      passing -= 1;
      return passing < 0 ? route.abort('connectionreset') : route.continue();
    });
    const words = { en: 'The line is gone', zh: '网络已断开', es: 'No hay conexión' };
    for (const code of ['zh', 'es', 'en']) {
      passing = 1;
      await page.goto(`/${code}/desk/confirm/${step}`);
      await page.locator('form.ask details.document summary').click();
      await page.setInputFiles('form.ask input[type=file]', { name: 'slip.pdf', mimeType: 'application/pdf', buffer });
      await page.locator('form.ask .parts', { hasText: words[code] }).waitFor();
      await look();
    }
    assert.deepEqual([begun[0], begun[2], begun[4]], [0, 65_536, 131_072]);
    await page.click('button[name="answer"][value="all"]');
    await page.locator('form.ask .parts', { hasText: 'Your answer follows' }).waitFor();
    await look();
    passing = Infinity;
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
    assert.match(await page.locator('dl.answers').innerText(), /PDF, 501 kB/);
    await page.unroute('**/desk/parts/*');
    await page.click('#device-sign button');
    await page.waitForURL(/\/confirmed\//);
    assert.match(await page.locator('main').innerText(), /PDF, 501 kB/);
    assert.equal(await receipts(), 3);
  });

  test('what the server says no to stays with its reason until it is removed', async () => {
    await page.goto('/en/desk');
    await page.evaluate(async () => {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open('countersign-outbox', 1);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const step = document.querySelector('a[href*="/entries/"]').href.split('/').pop();
      const account = document.getElementById('outbox').dataset.account;
      const fields = [['once', '0'.repeat(32)], ['answer', 'all'], ['signature', 'none']];
      const one = { once: '0'.repeat(32), account, action: `/en/desk/sign/${step}`, what: 'Something', made: 1, state: 'waiting', fields };
      const transaction = database.transaction('signed', 'readwrite');
      transaction.objectStore('signed').put(one);
      await new Promise((resolve) => { transaction.oncomplete = resolve; });
    });
    for (const { code, tag } of languages) {
      await page.goto(`/${code}/desk`);
      await page.locator('#outbox-list li button').waitFor();
      await assertPlain(page, tag);
      await look();
    }
    await page.locator('#outbox-list li button').focus();
    await page.keyboard.press('Enter');
    await page.locator('#outbox').waitFor({ state: 'hidden' });
    assert.deepEqual(await queued(), []);
  });

  test('and nothing else went wrong in the browser', () => {
    assertQuiet(window, { expected: [/422/, /net::ERR_INTERNET_DISCONNECTED/, /net::ERR_CONNECTION_RESET/] });
  });

  /** Says that all came of the first step that waits. */
  async function answer({ photo = false } = {}) {
    await page.locator('main .tasks li:visible a[href*="/desk/confirm/"]').first().click();
    if (photo) {
      await page.locator('form.ask details.document summary').click();
      await page.setInputFiles('form.ask input[type=file]', { name: 'slip.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() });
    }
    await page.click('button[name="answer"][value="all"]');
    await page.locator('#device-said', { hasText: 'This device signs' }).waitFor();
  }

  /** A photo as a camera writes it: with a comment that tells its place. */
  async function makePhoto({ width = 60, height = 40 } = {}) {
    const drawn = await page.evaluate(async (sides) => {
      const canvas = Object.assign(document.createElement('canvas'), sides);
      const paper = canvas.getContext('2d');
      // Every other spot of another grey: a camera's noise, which packs badly.
      const spots = paper.createImageData(sides.width, sides.height);
      spots.data.forEach((_, at) => { spots.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251; });
      paper.putImageData(spots, 0, 0);
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
      return [...new Uint8Array(await blob.arrayBuffer())];
    }, { width, height });
    const place = Buffer.from('taken at 25.28 S 57.63 W');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, place.length + 2]), place]);
    return Buffer.concat([Buffer.from(drawn.slice(0, 2)), comment, Buffer.from(drawn.slice(2))]);
  }

  /** What the device keeps. */
  function queued() {
    return page.evaluate(async () => {
      const result = (request) =>
        new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
      const database = await result(indexedDB.open('countersign-outbox', 1));
      return result(database.transaction('signed').objectStore('signed').getAll());
    });
  }

  async function look() {
    await assertFits(page);
    await assertAccessible(page);
    if (process.env.COUNTERSIGN_LOOK) await page.screenshot({ path: join(process.env.COUNTERSIGN_LOOK, `offline-${seen++}.png`), fullPage: true });
  }
});

let seen = 0;
