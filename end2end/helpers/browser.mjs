// Debian's Chromium, told to speak to nobody but the page under test.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A phone held upright and a desk: the two widths that every page is looked at. */
export const widths = [360, 1280];

/** What somebody chooses who wants letters of twice the size: 16 px and 13 px are the browser's own. */
export const LARGE_TEXT = '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26';

/** Starts the browser with a fresh profile. Root, as in a container, cannot have the sandbox. */
export function startBrowser(...wishes) {
  const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium: .ci/need browser installs it');
  const args = [...flags, ...wishes, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args, headless: true });
}

/**
 * Opens a window, with `colours` such as `{ colorScheme: 'dark' }`, and keeps what went wrong in it: `requests` to any other host, `errors` from the
 * console (a blocked script or style is one) and from the page.
 */
export async function openWindow(browser, { url, width, script = true, language = 'en', colours = {} }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 600 ? 740 : 900 },
    javaScriptEnabled: script,
    locale: language,
    reducedMotion: 'reduce',
    ...colours,
  });
  const page = await context.newPage();
  const strangers = [];
  const errors = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, strangers, errors, close: () => context.close() };
}
