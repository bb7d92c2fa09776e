/** Composition root of the server: opens the data, reads content, mounts every action and the pages. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { serveInstallation } = await import('./server-main.ts');
await serveInstallation();
