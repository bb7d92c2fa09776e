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
      // The page goes out with its nonce, below, and never as it lies there.
      rewriteRequestPath: (path) => (path === '/' || path === '/index.html' ? '/none' : path),
    }),
  );
  // A page in place of a script that an update took away would be kept for a year.
  app.all('/assets/*', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.text('Not found', 404);
  });
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
