import { fileURLToPath, URL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver, VantResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vitest/config';
import { offlineShell } from './scripts/offline.ts';

const backend = process.env.BACKEND_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    vue(),
    offlineShell(),
    components({
      dirs: [],
      dts: 'src/components.d.ts',
      resolvers: [VantResolver(), ElementPlusResolver({ importStyle: 'css' })],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    // Phones in the villages are often five years behind.
    target: ['es2020', 'chrome80', 'safari14'],
    cssTarget: ['chrome80', 'safari14'],
    assetsDir: 'assets',
    // Nothing is inlined: the content security policy allows only files of our own.
    assetsInlineLimit: 0,
    manifest: '.vite/manifest.json',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What every first load needs comes in one file: on a line of 150 ms each round of requests is felt.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  server: {
    proxy: { '/api': backend },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    // Its components bring style sheets along.
    server: { deps: { inline: ['element-plus'] } },
    reporters: ['dot'],
  },
});
