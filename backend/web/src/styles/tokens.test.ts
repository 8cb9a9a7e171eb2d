import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');

function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, hex]) => [name, hex]));
}
const dark = css.slice(css.indexOf('prefers-color-scheme: dark'));
const light = tokens(css.slice(0, css.indexOf('prefers-color-scheme: dark')));
const themes = { light, dark: { ...light, ...tokens(dark) } } as const;

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const text: [ink: string, ground: string][] = [
  ...['ink', 'ink-2', 'accent-ink', 'danger'].flatMap((ink) =>
    ['paper', 'card', 'sunken'].map((ground): [string, string] => [ink, ground]),
  ),
  ...['success', 'warning'].flatMap((ink) => ['paper', 'card'].map((ground): [string, string] => [ink, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['gold-ink', 'gold-soft'],
  ['gold-ink', 'paper'],
  ['success', 'success-soft'],
  ['warning', 'warning-soft'],
  ['ink', 'warning-soft'],
  ['danger', 'danger-soft'],
  ['on-screen-2', 'screen'],
  ...['lecture', 'story', 'song', 'opera', 'clapper', 'skit'].flatMap((form): [string, string][] => [
    ['cover-ink', `cover-${form}`],
    ['cover-ink', `cover-${form}-hill`],
  ]),
];

describe.each(Object.entries(themes))('the %s colours', (_, theme) => {
  it.each(text)('let %s be read on %s', (ink, ground) => {
    expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
  it('show borders of fields and buttons', () => {
    expect(contrast(theme['line-strong']!, theme.card!)).toBeGreaterThanOrEqual(3);
  });
});

describe('components', () => {
  function* files(folder: string): Generator<string> {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) yield* files(path);
      else if (/\.(vue|css)$/.test(name) && name !== 'tokens.css') yield path;
    }
  }
  it('use the roles and no colours of their own', () => {
    const literal = /#[0-9a-f]{3,8}\b(?=[;\s,)])|\brgba?\(|\bhsla?\(/i;
    const found = [...files(join(__dirname, '..'))].filter((file) => {
      const code = readFileSync(file, 'utf8');
      const style = file.endsWith('.css') ? code : [...code.matchAll(/<style[\s\S]*?<\/style>/g)].join('\n');
      return literal.test(style);
    });
    expect(found).toEqual([]);
  });
});
