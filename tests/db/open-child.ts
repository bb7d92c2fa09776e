/** A process that opens a data folder, says how that went in one line of JSON, and keeps it open until it is killed. */
import { openDatabase } from '../../src/platform/db/database.ts';
import { migrationsFolder } from '../support/database.ts';

const [dataFolder = '', templateFile] = process.argv.slice(2);
const opened = await openDatabase(
  { dataFolder, ...(templateFile === undefined ? {} : { templateFile }) },
  migrationsFolder,
);
console.log(JSON.stringify(opened.ok ? { ok: true, pid: process.pid } : opened));
