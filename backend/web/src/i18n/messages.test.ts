import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(__dirname, '..');
type Tree = { [key: string]: string | Tree };

function read(locale: string): Record<string, string> {
  const folder = join(__dirname, locale);
  const flat: Record<string, string> = {};
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat[path + key] = value;
      else walk(value, `${path}${key}.`);
    }
  };
  readdirSync(folder).forEach((file) => walk(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree, ''));
  return flat;
}

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts')) yield path;
  }
}

const zh = read('zh-CN');
const en = read('en');
/** Of each form, where one and many are said differently. */
const placeholders = (text: string) => text.split(' | ').map((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());

describe('messages', () => {
  it('exist in both languages, with the same places to fill', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh)) for (const form of placeholders(en[key]!)) expect([key, form]).toEqual([key, placeholders(zh[key]!)[0]]);
  });

  it('are there for every key that the code asks for', () => {
    const missing: string[] = [];
    for (const file of sources(src)) {
      const code = readFileSync(file, 'utf8');
      for (const [, key] of code.matchAll(/\bt\('([\w.-]+)'/g)) if (key && !(key in zh)) missing.push(`${file}: ${key}`);
    }
    expect(missing).toEqual([]);
  });

  it('hold every word of Chinese: none stands in the code', () => {
    const stray: string[] = [];
    for (const file of sources(src)) {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '')
        .replace(/<!--[\s\S]*?-->/g, '');
      if (/[\u4e00-\u9fff]/.test(code) && !file.endsWith('shared/format.ts')) stray.push(file);
    }
    expect(stray).toEqual([]);
  });

  it('speak calmly', () => {
    for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) {
      expect(text, key).not.toMatch(/[!！]/);
    }
  });

  it('are punctuated as their language is', () => {
    for (const [key, text] of Object.entries(zh)) expect(text, key).not.toMatch(/[\u4e00-\u9fff”}] ?[(),;:?]|[(),;:?] ?[\u4e00-\u9fff“]/);
    for (const [key, text] of Object.entries(en)) expect(text, key).not.toMatch(/[\u3000-\u303f\uff00-\uffef]/);
  });
});
