// One entry checked on the reader's own machine: the built bundle in Chromium, beside the same check by the native
// program in the same run. `.ci/bench` calls it with a release that has the bundle in it.
//
//   COUNTERSIGN_BIN=target/release/countersign node bench.mjs [TIMES]
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow, startBrowser } from './helpers/browser.mjs';
import { enrollingProofs, fetchText, noteIn } from './helpers/proofs.mjs';
import { command, startServer } from './helpers/server.mjs';

const times = Number(process.argv[2] ?? 101);

const server = await startServer();
const browser = await startBrowser();
try {
  const { identity, proofs } = await entryOfAStep(server.url);
  const native = await nativeMicros(server, proofs);
  const { checks, answers } = await browserMs(identity);
  const ms = median(checks);
  // A plain ratio: both are the same function on the same bytes.
  const ratio = ((ms * 1000) / native).toFixed(1);
  console.log('check of one entry in the browser, fetched proofs at hand');
  console.log(`    median ${ms.toFixed(1)} ms = ${ratio} times the native check   [beside the native check, ${native} us]`);
  const whole = median(answers).toFixed(1);
  console.log(`    ${times} checks of entry ${identity.slice(0, 16)}; from the press of the button, fetching included: median ${whole} ms\n`);
} finally {
  await browser.close();
  await server.stop();
}

/** A receipt in the middle of the ledger, its proof first and then those of the entries that enrolled its keys. */
async function entryOfAStep(url) {
  const list = JSON.parse(await fetchText(url, '/api/v1/entries?limit=500&from=2000'));
  const { identity } = list.items.find(({ kind }) => kind === 'receipt');
  const proof = await fetchText(url, `/log/proof/${identity}`);
  return { identity, proofs: [proof, ...(await enrollingProofs(url, noteIn(proof)))] };
}

async function nativeMicros({ url, data }, proofs) {
  const files = proofs.map((_, place) => join(data, '..', `bench-${place}.tlog-proof`));
  await Promise.all(proofs.map((proof, place) => writeFile(files[place], proof)));
  const key = (await fetchText(url, '/log/vkey')).trim();
  return Number(await command('bench', ...files.flatMap((file) => ['--proof', file]), '--vkey', key));
}

/** Milliseconds of each check, as the page says them, and from the press of the button to the verdict. */
async function browserMs(identity) {
  const { page } = await openWindow(browser, { url: server.url, width: 1280 });
  await page.goto(`/en/verify/${identity}`);
  await page.getByText('Every check holds.').waitFor();
  // In the page itself: to be asked and answered from outside takes as long as the check.
  const measured = await page.evaluate(async (count) => {
    const [button, result] = [document.querySelector('#verify-start'), document.querySelector('#verify-result')];
    const checks = [];
    const answers = [];
    for (let turn = 0; turn < count; turn += 1) {
      const pressed = performance.now();
      const told = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          if (!result.querySelector('.lead')) return;
          watch.disconnect();
          resolve();
        });
        button.click();
        result.replaceChildren();
        watch.observe(result, { childList: true });
      });
      await told;
      answers.push(performance.now() - pressed);
      if (result.querySelector('.tag.red, .tag.amber')) throw new Error(result.innerText);
      checks.push(Number(/([\d.]+) ms/.exec(result.querySelector('.meta').textContent)[1]));
    }
    return { checks, answers };
  }, times);
  return measured;
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
