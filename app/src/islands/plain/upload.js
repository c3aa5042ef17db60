// Sends a photo or PDF in parts as soon as it is chosen, so that a line that breaks costs one part and not the whole.
// The answer waits until the file is there. Where no part is taken, the file goes along with the answer.
const PART_BYTES_MIN = 65_536;
const PART_BYTES_MAX = 1_048_576;
// A part that took less than this is followed by a larger one.
const QUICK_MS = 2_000;
const PATIENCE_MS = 60_000;
const REST_MS = 5_000;
const KILOBYTE = 1_000;

// One question, or one part; nothing where the line is gone.
function asked(address, come, part) {
  const signal = AbortSignal.timeout?.(PATIENCE_MS);
  const how = part
    ? { method: 'PATCH', headers: { 'content-type': 'application/partial-upload', 'upload-offset': come }, body: part }
    : { method: 'HEAD' };
  return fetch(address, { ...how, redirect: 'manual', signal }).catch(() => null);
}

const rest = () => new Promise((resolve) => {
  addEventListener('online', resolve, { once: true });
  setTimeout(resolve, REST_MS);
});

// The file's name on the server: the first half of its SHA-256.
async function nameOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Sends what isn't there yet; gives the file's name, or nothing where it isn't taken like this.
async function sent(file, parts, tell, isOver) {
  const bytes = await file.arrayBuffer();
  const name = await nameOf(bytes);
  let come = null;
  let size = PART_BYTES_MIN;
  while (!isOver()) {
    if (come >= file.size) return name;
    const began = performance.now();
    const answer = await asked(parts + name, come, come === null ? null : bytes.slice(come, come + size));
    if (answer?.status === 204 || answer?.status === 409) {
      if (come !== null && performance.now() - began < QUICK_MS) size = Math.min(2 * size, PART_BYTES_MAX);
      come = Number(answer.headers.get('upload-offset'));
      tell('sending', come);
      continue;
    }
    if (answer && answer.status !== 408 && answer.status !== 429 && answer.status < 500) return '';
    tell('waiting', come ?? 0);
    // How much has come after all, the server says.
    come = null;
    size = PART_BYTES_MIN;
    await rest();
  }
  return '';
}

function watch(place) {
  const form = place.closest('form');
  const field = form.querySelector('input[type=file]');
  const leave = form.querySelector('.parts-leave');
  const { parts, most } = place.dataset;
  let choice = 0;
  let there = '';
  let said = ['', 0];
  let busy = false;
  let held = null;

  function show() {
    const [state, come] = said;
    const kilobytes = (count) => String(Math.ceil(count / KILOBYTE));
    const words = (place.dataset[state] ?? '').replace('{done}', kilobytes(come)).replace('{all}', kilobytes(field.files[0]?.size ?? 0));
    place.textContent = busy && held ? `${words} ${place.dataset.held}` : words;
    place.hidden = !words;
    leave.hidden = !busy;
  }

  function tell(...now) {
    said = now;
    show();
  }

  function end(state) {
    busy = false;
    tell(state, 0);
    const button = held;
    held = null;
    if (button) form.requestSubmit(button);
  }

  async function begin() {
    const own = ++choice;
    const isOver = () => own !== choice;
    const [file] = field.files;
    there = '';
    busy = Boolean(file) && file.size <= Number(most);
    tell('', 0);
    if (!busy) return;
    const name = await sent(file, parts, (...now) => isOver() || tell(...now), isOver).catch(() => '');
    if (isOver()) return;
    there = name;
    end(name ? 'there' : 'along');
  }

  field.addEventListener('ready', begin);
  form.addEventListener('submit', (event) => {
    if (!busy) return;
    event.preventDefault();
    held = event.submitter;
    show();
    place.scrollIntoView({ block: 'nearest' });
  });
  form.addEventListener('formdata', ({ formData }) => {
    if (!there) return;
    formData.delete('file');
    formData.set('in-parts', there);
  });
  leave.addEventListener('click', () => {
    choice += 1;
    field.value = '';
    end('');
  });
  // A browser that keeps what was chosen goes on where it stopped.
  if (field.files.length) begin();
}

document.querySelectorAll('.parts').forEach(watch);
