// The first load of the home page must fit a 3G phone: everything that index.html pulls in
// (the home page is part of the entry, to spare slow lines a round trip), compressed.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const limit = 120 * 1024;
const dist = new URL('../dist', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const files = new Set();
function collect(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) collect(next);
}
collect('index.html');

const sizes = [...files].map((file) => [file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
if (process.argv.includes('--list')) {
  for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${kb(size).padStart(10)}  ${file}`);
}
console.log(`Home's first load: ${kb(total)} compressed in ${files.size} files (limit ${kb(limit)})`);
if (total > limit) {
  console.error('The home page is over its budget.');
  process.exit(1);
}
