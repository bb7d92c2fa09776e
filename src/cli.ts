/** Composition root of the command line: the same actions as HTTP. Holds one of the two catch-alls. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('./cli-main.ts');
process.exitCode = await main(process.argv.slice(2));
