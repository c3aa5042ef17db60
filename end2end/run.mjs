// Makes one demonstration ledger, serves it, and tells every story to it.
//
//   node run.mjs [FILE...]     the stories to tell; all of them by default
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './helpers/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const found = (await readdir(join(here, 'stories'))).filter((name) => name.endsWith('.test.mjs')).sort();
const files = named.length > 0 ? named : found.map((name) => join('stories', name));
if (files.length === 0) throw new Error('no story to tell');

const server = await startServer();
const runner = spawn(process.execPath, ['--test', ...files], {
  cwd: here,
  stdio: 'inherit',
  env: { ...process.env, COUNTERSIGN_URL: server.url, COUNTERSIGN_DATA: server.data },
});
process.exitCode = await new Promise((resolve) => {
  runner.once('exit', (code) => resolve(code ?? 1));
});
await server.stop();
