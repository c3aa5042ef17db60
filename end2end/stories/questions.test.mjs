// Questions of citizens and officials. Each is answered with JavaScript off, from the front page, in at most
// three clicks: a link, or a form that is sent. Typing and choosing in a form is no click.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, startBrowser } from '../helpers/browser.mjs';
import { url } from '../helpers/walk.mjs';

const CLICKS_MAX = 3;

const OVERVIEW = [];
const PROGRAMME = ['main .cards a[href^="/en/programmes/"]'];
const FINDINGS = ['header a[href="/en/findings"]'];
const CAAZAPA = [...PROGRAMME, '#regions tbody a:text-matches("caazap", "i")', '#compare tbody a'];
const BY_MONTH = 'table:has(caption:text("By month"))';
const BOOKS = ['footer a[href="/en/books"]'];
const MEMBER = [...PROGRAMME, 'main a[href^="/en/members/"]'];
const FINDING = [...FINDINGS, 'main article.finding h2 a'];
const ENTRY = [...FINDING, '#proof ~ ol a[href^="/en/entries/"]'];

const choose = (name, value) => async (page) => {
  await page.locator(`form.filter select[name="${name}"]`).selectOption(value);
  await page.locator('form.filter button').click();
};

const QUESTIONS = [
  ['How much came in?', OVERVIEW, 'main .lead', /PYG [0-9,]{9,} went into/],
  ['Where is the money now?', OVERVIEW, 'table.identity, .identity table, main table', /Held[^]*In transit/],
  ['How much is missing?', OVERVIEW, 'main .lead', /PYG [0-9,]+ is missing\./],
  ['When did the ledger last move?', OVERVIEW, '#facts ~ dl', /Last moved\s*\d+ [A-Z]/],
  ['How much of August’s money is unconfirmed?', PROGRAMME, 'table:has(caption:text("By month"))', /August 2019[^]*[0-9]/],
  ['How much is missing by place?', PROGRAMME, 'table:has(caption:text("By place"))', /Missing[^]*DEPARTAMENTAL[^]*[0-9]/],
  ['How many days does money take?', PROGRAMME, 'main', /Average days[^]*\d+\.\d/],
  ['Who opened this programme?', PROGRAMME, 'main dl.summary', /Opened by\s*\S/],
  ['What did this office receive, by its own word?', MEMBER, 'main dl.account', /Received, by its own word\s*PYG/],
  ['What does this office still have to confirm?', MEMBER, 'main dl.account', /Still to confirm\s*PYG/],
  ['How much of August’s money for Caazapá is unconfirmed?', CAAZAPA, BY_MONTH, /Not confirmed[^]*August 2019[^]*[0-9]/],
  ['Which office is slowest?', [...PROGRAMME, '#hops-table tbody tr:last-child a'], '#compare', /Average days[^]*[0-9]+\.[0-9]/],
  ['Who may sign for this office?', MEMBER, 'main', /Who may sign/],
  ['Which answers are overdue?', [...FINDINGS, choose('code', 'receipt-overdue')], 'p.found', /[1-9]\d* findings/],
  ['What are the serious findings?', [...FINDINGS, choose('severity', 'serious')], 'p.found', /[1-9]\d* findings/],
  ['What is open in this place?', [...FINDINGS, choose('place', { index: 1 })], 'p.found', /findings?\./],
  ['By how much do the two sides differ?', FINDING, '#formula ~ *', /Sent|Days between/],
  ['What proves it?', FINDING, '#proof ~ ol', /Entry [0-9,]+/],
  ['Who signed this?', ENTRY, '#signatures ~ ul', /Person \S+ of .+ signed with key [0-9a-f]{8}/],
  ['What does this signature not say?', ENTRY, '#signatures ~ p', /This signature doesn’t say/],
  ['Who runs this server, and what can’t it do?', BOOKS, 'main', /runs this server[^]*What it can’t do/],
  ['Are these figures real?', ['footer a[href="/en/about"]'], '#simulated ~ p', /made up|real/],
];

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

describe('a reader’s questions', () => {
  let window;
  before(async () => {
    window = await openWindow(browser, { url, width: 360, script: false });
  });
  after(() => window?.close());

  test('there are at least twenty of them', () => assert.ok(QUESTIONS.length >= 20));

  for (const [question, path, place, answer] of QUESTIONS) {
    test(question, async () => {
      const { page } = window;
      assert.ok(path.length <= CLICKS_MAX, `${path.length} clicks`);
      await page.goto('/en/');
      for (const click of path) {
        await (typeof click === 'string' ? page.locator(click).first().click() : click(page));
        await page.waitForLoadState();
      }
      const found = await page.locator(place).allInnerTexts();
      assert.ok(found.some((text) => answer.test(text.trim())), `${page.url()}: ${found.join(' | ').slice(0, 600)}`);
    });
  }
});
