/** Composition root of the server: opens the data, reads content, mounts every action and the pages. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
// The database starts in a thread of its own, so it starts first, and the rest loads meanwhile.
const { openData } = await import('./data.ts');
const opening = openData();
const { serveInstallation } = await import('./server-main.ts');
await serveInstallation(opening);
