// Takes a picture of every page at both widths.
//
//   node screenshots.mjs FOLDER [LANGUAGE]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow, startBrowser, widths } from './helpers/browser.mjs';
import { startServer } from './helpers/server.mjs';

const [folder, language = 'en'] = process.argv.slice(2);
if (!folder) throw new Error('name a folder');
await mkdir(folder, { recursive: true });

const server = await startServer();
process.env.COUNTERSIGN_URL = server.url;
const { findPages } = await import('./helpers/walk.mjs');
const browser = await startBrowser();
try {
  const guide = await openWindow(browser, { url: server.url, width: 1280 });
  const pages = { ...(await findPages(guide.page)), 'not-found': 'nothing/here' };
  // Both as they stand once the check is made.
  const checked = { verify: pages.entry.replace('entries/', 'verify/'), total: `${pages.programme}/verify` };
  await guide.close();
  for (const width of widths) {
    for (const [name, path] of Object.entries(pages)) {
      const window = await openWindow(browser, { url: server.url, width, language });
      await window.page.goto(`/${language}/${path}`);
      await window.page.screenshot({ path: join(folder, `${name}-${language}-${width}.png`), fullPage: true });
      await window.close();
    }
    for (const [name, path] of Object.entries(checked)) {
      const window = await openWindow(browser, { url: server.url, width, language });
      await window.page.goto(`/${language}/${path}`);
      if (name === 'total') await window.page.locator('#total-start').click();
      await window.page.locator('[role=status] .lead').waitFor({ timeout: 120_000 });
      await window.page.screenshot({ path: join(folder, `${name}-${language}-${width}.png`), fullPage: true });
      await window.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
