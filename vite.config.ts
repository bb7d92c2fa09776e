import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The pages are served under a policy that allows no inline script and no data: address, hence the settings marked CSP.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false }, // CSP
    assetsInlineLimit: 0, // CSP
  },
});
