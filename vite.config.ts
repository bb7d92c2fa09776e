import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Beside each text a `.br` and a `.gz`: compressed once, as small as it gets, instead of at every request. */
const precompressed: Plugin = {
  name: 'precompressed',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(?:js|css)$/u.test(file))) {
      const bytes = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/**
 * Leaves the strings of widgets in all languages but English out of the bundle: each language brings its own with its words
 * (src/web/words), and thirty of them would come to everyone.
 */
const oneLanguageOfWidgets: Plugin = {
  name: 'one-language-of-widgets',
  enforce: 'pre',
  load: (id) =>
    /\/react-aria[\w-]*\/dist\/private\/intl\/.*[a-z]{2}-[A-Z]{2}\.m?js$/u.test(id) && !id.includes('en-US')
      ? 'export default undefined;'
      : null,
};

// The pages are served under a policy that allows no inline script and no data: address, hence the settings marked CSP.
export default defineConfig({
  root: 'src/web',
  plugins: [oneLanguageOfWidgets, react(), precompressed],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false }, // CSP
    assetsInlineLimit: 0, // CSP
  },
});
