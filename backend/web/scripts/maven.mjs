// What Maven calls: `node scripts/maven.mjs build <folder for the static files>` and `node scripts/maven.mjs test`.
// Quiet when all is well; on a failure the tool's own output is shown and the build stops.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { lockHash, readStamp, sourceHash } from './stamp.mjs';

const root = new URL('..', import.meta.url).pathname;
const modules = join(root, 'node_modules');
const installed = join(modules, '.lecture-halls-lock');
const dist = join(root, 'dist');
const built = join(dist, '.stamp');
const tested = join(modules, '.lecture-halls-tested');

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, CI: 'true', NO_COLOR: '1' } });
  if (result.status !== 0) {
    console.error(`${command} ${args.join(' ')} failed`);
    console.error(result.error?.message ?? `${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  return result.stdout;
}

function install() {
  if (readStamp(installed) === lockHash()) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installed, lockHash());
}

function build(target) {
  const hash = sourceHash();
  if (readStamp(built) !== hash) {
    install();
    run('npm', ['run', '--silent', 'generate']);
    run('npx', ['--no-install', 'vue-tsc', '--noEmit']);
    run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']);
    console.log(run('node', ['scripts/weight.mjs']).trim());
    writeFileSync(built, hash);
  }
  const copied = join(target, '..', '..', 'web.stamp');
  if (existsSync(target) && readStamp(copied) === hash) return;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  cpSync(dist, target, { recursive: true, filter: (from) => !relative(dist, from).startsWith('.') });
  writeFileSync(copied, hash);
}

function test() {
  const hash = sourceHash();
  install();
  if (readStamp(tested) === hash) return;
  const output = run('npx', ['--no-install', 'vitest', 'run']);
  console.log(output.split('\n').filter((line) => /Tests|Test Files/.test(line)).join('\n'));
  writeFileSync(tested, hash);
}

const [task, target] = process.argv.slice(2);
if (task === 'build' && target) build(target);
else if (task === 'test') test();
else {
  console.error('usage: node scripts/maven.mjs build <folder> | test');
  process.exit(1);
}
