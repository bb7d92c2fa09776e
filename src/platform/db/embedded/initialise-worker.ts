/**
 * Makes a new database folder, in a thread that ends afterwards: initdb peaks at about a gigabyte, which goes with it.
 * A folder called `pg` is always whole: it is made and synced under another name first. Loaded by start-folder.ts only.
 */
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { syncFolder, syncTree } from './fsync.ts';
import { createFromTemplate } from './template.ts';

/** Where to make the database, under which name until it is whole, and the template to use, if any. */
export type Initialisation = {
  readonly folder: string;
  readonly sideFolder: string;
  readonly templateFile: string | undefined;
};

if (parentPort !== null) await initialise(workerData as Initialisation);

async function initialise({ folder, sideFolder, templateFile }: Initialisation): Promise<void> {
  // What a start that was cut short left behind.
  rmSync(sideFolder, { recursive: true, force: true });
  const engine = await createFromTemplate(templateFile, { dataDir: sideFolder });
  await engine.close();
  syncTree(sideFolder);
  renameSync(sideFolder, folder);
  syncFolder(dirname(folder));
}
