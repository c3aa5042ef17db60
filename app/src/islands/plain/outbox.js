// Keeps what this device signed until the server has it. A signature is written down here before it is sent; where
// the line is lost it is sent again when the line is back, or a page of the desk is opened. However often the
// server gets it, it is one receipt.
const at = (id) => document.getElementById(id);
const place = at('outbox');
const words = place?.dataset;

// A slow line is waited for; a dead one is tried again.
const PATIENCE_MS = 30_000;
const REST_MS = 20_000;
const TAKEN = /\/desk\/(confirmed|drafts)\/[0-9a-f]+$/;
const isDraft = ({ action }) => action.includes('/desk/drafts/');

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('countersign-outbox', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('signed', { keyPath: 'once' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
opened.catch(() => {});

// Does something with the store, and is done when it is on the disk.
async function store(mode, work) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('signed', mode, { durability: 'strict' });
    const request = work(transaction.objectStore('signed'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const keep = (one) => store('readwrite', (signed) => signed.put(one));
const drop = (one) => store('readwrite', (signed) => signed.delete(one.once));
const kept = async () => {
  const all = await store('readonly', (signed) => signed.getAll());
  return all.filter(({ account }) => account === words.account).sort((one, other) => one.made - other.made);
};

// One try, and how things stand after it. What the server says no to is told in the words of its page.
async function tried(one, code) {
  const body = new URLSearchParams(one.fields);
  if (code) body.set('code', code);
  try {
    const answer = await fetch(one.action, { method: 'POST', body, signal: AbortSignal.timeout?.(PATIENCE_MS) });
    const { pathname } = new URL(answer.url);
    // A press that was taken leads on: to the receipt, or back to the draft.
    if (answer.ok && answer.redirected && TAKEN.test(pathname)) return { state: 'sent', receipt: pathname };
    if (pathname.includes('/desk/sign-in')) return { state: 'door', door: pathname };
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return { state: 'waiting' };
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const wrong = page.querySelector('[role=alert] a');
    if (wrong?.getAttribute('href') === '#code') return { state: 'code' };
    return { state: 'refused', why: wrong?.textContent ?? page.querySelector('h1')?.textContent ?? String(answer.status) };
  } catch {
    return { state: 'waiting' };
  }
}

// Sends what waits, one after the other and in one window at a time.
const alone = (work) => (navigator.locks ? navigator.locks.request('countersign-outbox', work) : work());

function send(one, code) {
  return alone(async () => {
    // Another window may have sent it while this one waited.
    if (!(await kept()).some(({ once }) => once === one.once)) return one;
    const after = { ...one, ...(await tried(one, code)) };
    await (after.state === 'sent' ? drop(one) : keep(after));
    return after;
  });
}

const sent = [];

async function sendAll() {
  for (const one of await kept()) {
    if (one.state === 'refused' || one.state === 'code') continue;
    const after = await send(one);
    if (after.state === 'sent') sent.push(after);
    await show();
    if (after.state === 'waiting') break;
  }
}

function made(tag, text, parts = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, parts);
}

const wordOf = (word, one) => words[isDraft(one) ? `${word}Draft` : word] ?? words[word];
const say = (state, one) => wordOf(state, one).replace('{what}', one.what).replace('{why}', one.why ?? '');

function item(one) {
  const line = made('li', '');
  line.append(made('p', say(one.state, one)));
  if (one.state === 'sent') line.append(made('a', wordOf('see', one), { href: one.receipt }));
  if (one.state === 'door') line.append(made('a', words.enter, { href: `${one.door}?next=${location.pathname}` }));
  if (one.state === 'refused') {
    line.append(made('button', words.remove, { className: 'quiet', onclick: async () => { await drop(one); await show(); } }));
  }
  if (one.state === 'code') {
    const id = `code-${one.once}`;
    const field = made('input', '', { id, className: 'brief num', inputMode: 'numeric', autocomplete: 'one-time-code' });
    const form = made('form', '', { method: 'post', action: one.action });
    form.append(made('label', words.label, { htmlFor: id }), field, made('button', words.send));
    form.onsubmit = async (event) => {
      event.preventDefault();
      const after = await send(one, field.value);
      if (after.state === 'sent') sent.push(after);
      await show();
    };
    line.append(form);
  }
  return line;
}

// A step that is signed here isn't asked about again while its receipt waits.
function mark(all) {
  for (const { action, once, state } of all) {
    if (state === 'refused') continue;
    // A step or a draft; a draft that is new is known by its form alone.
    const [, id] = /\/(?:sign|drafts)\/([0-9a-f]{32,})/.exec(action) ?? [];
    const here = id ? `main form[action*="/${id}"]` : `main form:has(input[name="once"][value="${once}"])`;
    for (const form of document.querySelectorAll(here)) {
      if (place.contains(form)) continue;
      // With what belongs to the form elsewhere on the page.
      for (const one of [form, ...form.elements]) one.hidden = true;
      if (at('device-said')) at('device-said').hidden = true;
    }
    const row = document.querySelector(`.tasks a[href$="/confirm/${id}"]`)?.closest('li');
    if (row) row.hidden = true;
  }
}

async function show() {
  const all = [...sent, ...(await kept())];
  // A code that somebody is typing stays.
  if (place.contains(document.activeElement) && document.activeElement.value) return;
  at('outbox-list').replaceChildren(...all.map(item));
  place.hidden = all.length === 0;
  mark(all);
}

// The device's own module signs and then submits the form: from here on by way of the store.
function takeOver(form) {
  form.submit = async () => {
    const fields = [...new FormData(form)].filter(([name]) => name !== 'code');
    // A draft's text is one whole, however often it is signed here.
    const { once, text_identity: text } = Object.fromEntries(fields);
    const one = { once: once ?? text, account: words.account, action: form.action, what: words.what, made: Date.now(), state: 'waiting', fields };
    const code = new FormData(form).get('code');
    try {
      await keep(one);
    } catch {
      HTMLFormElement.prototype.submit.call(form);
      return;
    }
    const after = await send(one, code);
    if (after.state === 'sent') {
      location.assign(after.receipt);
      return;
    }
    await show();
    place.focus();
  };
}

if (place) {
  const form = at('device-sign');
  if (form) takeOver(form);
  addEventListener('online', sendAll);
  setInterval(sendAll, REST_MS);
  show().then(sendAll).catch(() => {});
}
