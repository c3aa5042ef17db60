// What holds for every page, whatever it shows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nobody is kept out: no violation of WCAG 2.2 AA that a machine can find. Needs a window with script. */
export async function assertAccessible(page) {
  // Evaluated by the debugger, not by a tag: the page's own policy forbids scripts and stays in force.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
    RULES,
  );
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  assert.deepEqual(told, [], `${page.url()} keeps somebody out`);
}

/** A phone shows the page without sideways scrolling; wide tables scroll in a box of their own. */
export async function assertFits(page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window} px`);
}

/**
 * The page in no language at all, from right to left: every letter takes an accent and every text grows by 40 %,
 * as a translation may. Needs a window with script.
 */
export async function turnPseudo(page) {
  await page.evaluate(() => {
    const accents = { a: 'á', e: 'ê', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û', n: 'ñ', s: 'š' };
    const grown = (text) => {
      const said = text.replace(/[aeiouAEIOUns]/g, (letter) => accents[letter]);
      const words = said.trim().split(/\s+/);
      const more = Math.ceil((said.trim().length * 2) / 5);
      // Filled up by whole words of the text itself, so that lines may break where they would.
      let filling = '';
      for (let at = 0; filling.length < more; at += 1) filling += ` ${words[at % words.length]}`;
      return said + filling.slice(0, more + 1);
    };
    const kept = new Set(['CODE', 'PRE', 'TIME', 'STYLE', 'TITLE']);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (/[A-Za-z]{2}/.test(text.data) && !kept.has(parent.tagName) && !parent.closest('svg')) text.data = grown(text.data);
    }
    document.documentElement.dir = 'rtl';
  });
}

/** One document in one language under one heading, with no script and no style inside the markup. */
export async function assertPlain(page, language) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    inline: [...document.querySelectorAll('script, style, [style], [onclick], [onload]')].map((e) => e.outerHTML),
  }));
  assert.notEqual(seen.title, '', `${page.url()} has no title`);
  assert.deepEqual(
    { ...seen, title: undefined },
    { language, title: undefined, headings: 1, mains: 1, inline: [] },
    page.url(),
  );
}

/** Nothing was fetched from elsewhere and nothing was blocked or broken. */
export function assertQuiet({ strangers, errors }, { expected = [] } = {}) {
  assert.deepEqual(strangers, [], 'asked another host');
  assert.deepEqual(errors.filter((text) => !expected.some((pattern) => pattern.test(text))), []);
}

/** Every link, field and button of the page is reached by Tab alone, and shows that it has the focus. */
export async function assertKeyboard(page) {
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
    const visible = all.filter((e) => e.checkVisibility?.() ?? e.offsetParent !== null);
    visible.forEach((e, i) => e.setAttribute('data-reach', i));
    return visible.length;
  });
  const reached = new Set();
  for (let pressed = 0; pressed < wanted + 20 && reached.size < wanted; pressed += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return { index: e.getAttribute('data-reach'), shown, html: e.outerHTML.slice(0, 200) };
    });
    if (focus.index === null) continue;
    assert.ok(focus.shown, `no focus ring on ${focus.html}`);
    reached.add(focus.index);
  }
  assert.equal(reached.size, wanted, `${page.url()}: some of its controls are out of the keyboard's reach`);
}
