import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { App } from './http.ts';

/** Serves the built pages: hashed assets for a year, and the one page that the router in the browser fills. */
export function mountPages(app: App, folder: string): void {
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use(
    '/*',
    serveStatic({
      root: folder,
      // The build leaves a compressed copy beside each text.
      precompressed: true,
      rewriteRequestPath: (path) => (path === '/' ? '/none' : path),
    }),
  );
  app.get('*', (context) => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(
      '%NONCE%',
      context.get('secureHeadersNonce') ?? '',
    );
    // The nonce is for this answer alone.
    context.header('Cache-Control', 'no-store');
    return context.html(page);
  });
}
