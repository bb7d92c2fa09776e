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

// The pages are served under a policy that allows no inline script and no data: address, hence the settings marked CSP.
export default defineConfig({
  root: 'src/web',
  plugins: [react(), precompressed],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false }, // CSP
    assetsInlineLimit: 0, // CSP
  },
});
