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
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
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

/** One document in one language under one heading, with no script and no style inside the markup: an island’s is linked. */
export async function assertPlain(page, language) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    inline: [...document.querySelectorAll('script:not([src]), style, [style], [onclick], [onload]')].map((e) => e.outerHTML),
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

/**
 * Every link, field and button of the page is reached by Tab alone, in the page's own order, and shows that it has the
 * focus; the first of them is the way past the header. Needs a window with script.
 */
export async function assertKeyboard(page) {
  const wanted = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'),
    ];
    // Tab reaches one of a group of radio buttons, the arrow keys the others.
    const groups = new Map();
    for (const e of all.filter((one) => one.type === 'radio')) {
      if (e.checked || !groups.has(e.name)) groups.set(e.name, e);
    }
    const reachable = (e) => e.type !== 'radio' || groups.get(e.name) === e;
    const visible = all.filter((e) => reachable(e) && (e.checkVisibility?.() ?? e.offsetParent !== null));
    globalThis.reached = new Set();
    globalThis.unseen = [];
    // Noted in the page itself: asking it after each key would take most of the time.
    document.addEventListener('focusin', ({ target }) => {
      globalThis.reached.add(target);
      const { outlineStyle, boxShadow } = getComputedStyle(target);
      if (outlineStyle === 'none' && boxShadow === 'none') globalThis.unseen.push(target.outerHTML.slice(0, 200));
    });
    globalThis.wanted = visible;
    // A field for a day holds one stop each for day, month, year and calendar.
    return visible.length + 3 * visible.filter((e) => e.type === 'date').length;
  });
  // Sent one after the other without waiting for each to be answered: they arrive in this order. The last few lead
  // out of the page, where the browser's own controls stand.
  const keys = await page.context().newCDPSession(page);
  const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  await Promise.all(Array.from({ length: wanted + 5 }, () => keys.send('Input.dispatchKeyEvent', tab)));
  await keys.detach();
  const seen = await page.evaluate(() => ({
    first: [...globalThis.reached][0]?.className,
    missed: globalThis.wanted.filter((e) => !globalThis.reached.has(e)).map((e) => e.outerHTML.slice(0, 200)),
    unseen: globalThis.unseen,
  }));
  assert.deepEqual(seen, { first: 'skip', missed: [], unseen: [] }, `${page.url()} by the keyboard`);
}

/** The first Tab shows the way past the header, and taking it leads into the page's own part. */
export async function assertSkips(page) {
  await page.keyboard.press('Tab');
  const box = await page.locator('a.skip:focus').boundingBox();
  assert.ok(box && box.y >= 0 && box.height >= 24, `${page.url()}: the skip link is shown`);
  await page.keyboard.press('Enter');
  const at = await page.evaluate(() => document.activeElement.id);
  assert.equal(at, 'main', `${page.url()}: the skip link leads past the header`);
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.activeElement.closest('main, footer') !== null);
  assert.ok(inside, `${page.url()}: and the next Tab goes on from there`);
}

/**
 * What must be scrolled sideways is a table, or a note whose lines are kept as they were signed: in a region with a name
 * that the keyboard reaches, and nothing else.
 */
export async function assertScrollsOnlyTables(page) {
  const strays = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const wide = [...document.body.querySelectorAll('*')].filter((e) => {
      const { overflowX } = getComputedStyle(e);
      return (overflowX === 'auto' || overflowX === 'scroll') && e.scrollWidth > e.clientWidth;
    });
    const named = (e) => e.getAttribute('role') === 'region' && (e.ariaLabel || e.hasAttribute('aria-labelledby')) && e.tabIndex === 0;
    const meant = (e) => named(e) && (e.tagName === 'PRE' || e.querySelector('table'));
    return wide.filter((e) => !meant(e)).map((e) => e.outerHTML.slice(0, 200));
  });
  assert.deepEqual(strays, [], `${page.url()} scrolls both ways outside of a table`);
}

/** No words are cut off by their box: what is hidden on purpose is hidden whole. */
export async function assertUncut(page) {
  const cut = await page.evaluate(() => {
    const boxes = [...document.body.querySelectorAll('*')].filter((e) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(e);
      if (e.closest('svg') || clipPath !== 'none' || e.clientWidth === 0) return false;
      const across = (overflowX === 'hidden' || overflowX === 'clip') && e.scrollWidth > e.clientWidth + 1;
      const down = (overflowY === 'hidden' || overflowY === 'clip') && e.scrollHeight > e.clientHeight + 1;
      return across || down;
    });
    return boxes.map((e) => e.outerHTML.slice(0, 200));
  });
  assert.deepEqual(cut, [], `${page.url()} cuts words off`);
}

/**
 * In the few colours that a reader chose, every part of a picture stands out from the page or has a line around it that
 * does, and so do its words from what is beneath them. Needs a window with script and forced colours.
 */
export async function assertForced(page) {
  const faint = await page.evaluate((least) => {
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parse = (text) => {
      probe.clearRect(0, 0, 1, 1);
      probe.fillStyle = text;
      probe.fillRect(0, 0, 1, 1);
      return [...probe.getImageData(0, 0, 1, 1).data];
    };
    const over = ([r, g, b, a], ground, opacity) => {
      const part = (a / 255) * opacity;
      return [r, g, b].map((value, at) => value * part + ground[at] * (1 - part));
    };
    const luminance = (colour) => {
      const [r, g, b] = colour.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const canvas = parse(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
    const painted = (e, ground) => {
      const style = getComputedStyle(e);
      const colours = [];
      const solid = (value) => value !== 'none' && !value.startsWith('url(');
      if (solid(style.fill)) colours.push(over(parse(style.fill), ground, style.fillOpacity));
      const lined = solid(style.stroke) && parseFloat(style.strokeWidth) > 0;
      if (lined) colours.push(over(parse(style.stroke), ground, style.strokeOpacity));
      return colours;
    };
    const found = [];
    const shapes = 'svg.bar g rect:first-child, svg.picture g rect:first-child, svg.picture path, svg.picture circle';
    for (const e of document.querySelectorAll(`main :is(${shapes})`)) {
      const box = e.getBoundingClientRect();
      // A pattern lies over a part of the same shape.
      if (!e.checkVisibility() || box.width < 1 || box.height < 1 || getComputedStyle(e).fill.startsWith('url(')) continue;
      const best = Math.max(1, ...painted(e, canvas).map((colour) => contrast(colour, canvas)));
      if (best < least) found.push(`${best.toFixed(2)} ${e.parentElement.getAttribute('class')}: ${e.outerHTML.slice(0, 120)}`);
    }
    // Words on a part of a picture; others stand on the page itself.
    for (const e of document.querySelectorAll('main svg text')) {
      if (!e.checkVisibility() || e.getBoundingClientRect().width < 1) continue;
      const part = e.closest('.seg') ?? (e.matches('.on') ? e.parentElement.querySelector('.seg') : null);
      const beneath = part?.querySelector('rect, path');
      const ground = beneath ? painted(beneath, canvas)[0] : canvas;
      const best = contrast(over(parse(getComputedStyle(e).fill), ground, 1), ground);
      if (best < 4.5) found.push(`${best.toFixed(2)} words: ${e.outerHTML.slice(0, 120)}`);
    }
    for (const e of document.querySelectorAll('main :is(.tag, .filter, button, input, select)')) {
      const style = getComputedStyle(e);
      const line = parse(style.borderTopColor);
      const faint = parseFloat(style.borderTopWidth) === 0 || contrast(over(line, canvas, 1), canvas) < least;
      if (faint) found.push(`no edge: ${e.outerHTML.slice(0, 120)}`);
    }
    return found;
  }, 3);
  assert.deepEqual([...new Set(faint)], [], `${page.url()} is faint in forced colours`);
}

/** Nothing moves for whoever asked for stillness. */
export async function assertStill(page) {
  const moving = await page.evaluate(() => {
    const lasts = (value) => value.split(',').some((part) => parseFloat(part) > 0);
    const slow = [...document.querySelectorAll('*')].filter((e) => {
      const style = getComputedStyle(e);
      return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === 'smooth';
    });
    return [...slow.map((e) => e.outerHTML.slice(0, 120)), ...document.getAnimations().map((one) => String(one))];
  });
  assert.deepEqual(moving, [], `${page.url()} moves`);
}

/** On paper there is nothing to click through, and no table runs off the sheet. */
export async function assertPrints(page) {
  const seen = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('nav, form, .skip, .paging')].filter((e) => e.checkVisibility());
    const { clientWidth } = document.documentElement;
    const cut = [...document.querySelectorAll('table, svg.picture, pre')].filter((e) => {
      const { left, right, width } = e.getBoundingClientRect();
      const box = e.parentElement;
      const scrolled = box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'visible';
      return width > 0 && e.checkVisibility() && (left < -1 || right > clientWidth + 1 || scrolled);
    });
    return { shown: shown.map((e) => e.outerHTML.slice(0, 120)), cut: cut.map((e) => e.outerHTML.slice(0, 160)) };
  });
  assert.deepEqual(seen, { shown: [], cut: [] }, `${page.url()} on paper`);
}
