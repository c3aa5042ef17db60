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
