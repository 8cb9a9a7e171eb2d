import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Writes /sw.js: the worker in src/offline with the files of the first load and a version made of them. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = new Set<string>(['/', '/icon.svg', '/manifest.webmanifest']);
      const collect = (name: string) => {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk' || files.has(`/${name}`)) return;
        files.add(`/${name}`);
        chunk.viteMetadata?.importedCss.forEach((css) => files.add(`/${css}`));
        chunk.imports.forEach(collect);
      };
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry) collect(name);
      }
      const shell = [...files].sort();
      const version = createHash('sha256').update(shell.join()).digest('hex').slice(0, 12);
      const source = readFileSync(new URL('../src/offline/worker.js', import.meta.url), 'utf8')
        .replace('__VERSION__', version)
        .replace('__SHELL__', JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
