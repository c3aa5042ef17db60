// A clerk signs in with a passkey, by Chromium's own virtual authenticator:
//
// 1. She has just joined, and adds a passkey.
// 2. She signs out, and in again with one press: no account, no password, no code.
// 3. What opened the door once doesn't open it again; neither does a copy of the key, nor a device that didn't see her.
// 4. She removes it, and it opens nothing more.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser, widths } from '../helpers/browser.mjs';
import { assertAccessible, assertFits, assertPlain, assertQuiet } from '../helpers/checks.mjs';
import { invite, takeUp } from '../helpers/people.mjs';
import { startServer } from '../helpers/server.mjs';
import { languages } from '../helpers/walk.mjs';

const OFFICE = 'l30-10.fonacide.example';

let browser;
let server;
let invitation;

before(async () => {
  browser = await startBrowser();
  const prepare = async (data) => {
    invitation = await invite(OFFICE, 'confirm', data);
  };
  // Browsers have no passkeys under a bare number.
  server = await startServer({ host: 'localhost', prepare });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a passkey', () => {
  let window;
  let page;
  let device;
  let authenticatorId;

  const authenticator = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true };

  before(async () => {
    window = await openWindow(browser, { url: server.url, width: 360 });
    page = window.page;
    device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    ({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options: authenticator }));
    await takeUp(page, invitation, 'clerk');
  });
  after(() => window?.close());

  const credentials = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  const signOut = () => page.context().clearCookies();

  /** Presses the button on the page for signing in, and gives what the browser sent. */
  async function press() {
    await page.goto('/en/desk/sign-in');
    const sent = page.waitForRequest((request) => request.url().endsWith('/sign-in/passkey'));
    await page.click('#passkey');
    return (await sent).postData();
  }

  const refused = () => page.locator('[role=alert]', { hasText: 'open the door' }).waitFor();

  test('is offered to whoever has joined, and made', async () => {
    assert.match(page.url(), /\/desk\/passkeys$/);
    await page.locator('#passkey').waitFor();
    await look(page);
    await page.click('#passkey');
    await page.getByText('not used yet').waitFor();
    await look(page);
    const [made] = await credentials();
    assert.equal(made.isResidentCredential, true);
    assert.equal(made.rpId, 'localhost');
  });

  test('opens the door with one press, once', async () => {
    await signOut();
    const sent = await press();
    await page.waitForURL(/\/desk$/);
    assert.match(await page.locator('.signed-in').innerText(), /clerk/);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const again = await page.request.post('/en/desk/sign-in/passkey', { data: sent, headers, maxRedirects: 0 });
    assert.equal(again.status(), 422);
  });

  test('opens nothing for a device that did not see her', async () => {
    await signOut();
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto('/en/desk/sign-in');
    await page.click('#passkey');
    await page.locator('#passkey-said', { hasText: 'open the door' }).waitFor();
    assert.match(page.url(), /\/sign-in$/);
    await look(page);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  });

  test('opens nothing as a copy whose count went back', async () => {
    const [made] = await credentials();
    await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: made.credentialId });
    await device.send('WebAuthn.addCredential', { authenticatorId, credential: { ...made, signCount: 0 } });
    await press();
    await refused();
    await look(page);
    await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: made.credentialId });
    await device.send('WebAuthn.addCredential', { authenticatorId, credential: { ...made, signCount: made.signCount + 10 } });
    await press();
    await page.waitForURL(/\/desk$/);
  });

  for (const { code, tag } of languages) {
    for (const width of widths) {
      test(`has pages that keep nobody out, in ${code} at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        for (const path of ['passkeys', 'sign-in']) {
          await page.goto(`/${code}/desk/${path}`);
          await page.locator('#passkey').waitFor();
          await assertPlain(page, tag);
          await look(page);
        }
      });
    }
  }

  test('is not asked for without JavaScript: the rest of the page stands', async () => {
    const plain = await openWindow(browser, { url: server.url, width: 360, script: false });
    await plain.page.goto('/en/desk/sign-in');
    await plain.page.locator('#account').waitFor();
    assert.equal(await plain.page.locator('#passkey').isVisible(), false);
    assertQuiet(plain);
    await plain.close();
  });

  test('opens nothing once it is removed', async () => {
    await page.goto('/en/desk/passkeys');
    await page.click('main details summary');
    await page.click('main details button');
    await page.getByText('None yet.').waitFor();
    await signOut();
    await press();
    await refused();
  });

  test('and nothing went wrong in the browser', () => assertQuiet(window, { expected: [/422/] }));
});

async function look(page) {
  await assertFits(page);
  await assertAccessible(page);
}
