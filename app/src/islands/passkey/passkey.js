// Asks the browser for a passkey when the form is sent, and sends the form with the answer.
const at = (id) => document.getElementById(id);
const form = at('passkey-form');

const bytes = (text) => {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
};
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

// The options come with base64url where the browser wants bytes.
function read({ publicKey }) {
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
  for (const list of ['excludeCredentials', 'allowCredentials']) {
    for (const one of publicKey[list] ?? []) one.id = bytes(one.id);
  }
  return { publicKey };
}

function written({ id, rawId, type, response }) {
  const parts = {};
  for (const name of ['attestationObject', 'clientDataJSON', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) parts[name] = text(response[name]);
  }
  return JSON.stringify({ id, rawId: text(rawId), type, extensions: {}, response: parts });
}

async function answer() {
  const begun = await fetch(form.dataset.begin, { method: 'POST' });
  if (!begun.ok) throw new Error(String(begun.status));
  const { ceremony, options } = await begun.json();
  const credential = await navigator.credentials[form.dataset.use](read(options));
  at('passkey-ceremony').value = ceremony;
  at('passkey-credential').value = written(credential);
}

function say(words) {
  at('passkey-said').textContent = words;
  at('passkey-said').hidden = !words;
}

let busy = false;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (busy) return;
  busy = true;
  say('');
  answer()
    .then(() => form.submit())
    .catch(() => say(form.dataset.failed))
    .finally(() => { busy = false; });
});

if (form && window.PublicKeyCredential) {
  form.hidden = false;
  const unstarted = at('passkey-unstarted');
  if (unstarted) unstarted.hidden = true;
}
