// The product under test: the built binary, on a demonstration ledger of its own and a free port.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The binary: `make test` builds the one for development, a release is named by COUNTERSIGN_BIN. */
export const binary = process.env.COUNTERSIGN_BIN ?? join(root, 'target/debug/countersign');

// The demonstration loads in seconds; a machine that is busy compiling gets minutes.
const DEMO_MS_MAX = 300_000;
const READY_MS_MAX = 60_000;
const STOP_MS_MAX = 15_000;

/** Runs the command line to its end and gives what it printed. */
export async function command(...words) {
  const { stdout } = await promisify(execFile)(binary, words, { timeout: DEMO_MS_MAX });
  return stdout;
}

/**
 * Fills a fresh folder, serves it, and answers `{ url, data, stop }`. `demo` are further words for the demonstration;
 * `found` fills it with something else in the demonstration's place; `prepare` is called with the folder before it is
 * served; `host` is what browsers call this machine.
 */
export async function startServer({ demo = [], found = null, prepare = async () => {}, host = '127.0.0.1' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-end2end-'));
  const data = join(folder, 'demo');
  await (found ? found(data) : command('demo', '--data', data, ...demo));
  await prepare(data);
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--base-url', url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(killer);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${error.message}; the server said:\n${output()}`);
  }
  return { url, data, stop };
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function waitUntilReady(url, child) {
  const end = Date.now() + READY_MS_MAX;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not ready after ${READY_MS_MAX} ms`);
}

// The last of what the server wrote: enough to say why it did not start, and no pipe fills up.
function collectOutput(child) {
  const LENGTH_MAX = 20_000;
  let text = '';
  const take = (chunk) => {
    text = (text + chunk).slice(-LENGTH_MAX);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return () => text;
}
