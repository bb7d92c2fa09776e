/** What makes a file system keep its word: a file's bytes, and the entry of its name in the folder above, are synced apart. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Forces a file to the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Forces the names in a folder to the disk. Windows has no such call, and needs none. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncFile(path);
}

/** Forces a folder and all below it to the disk. */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) syncTree(inner);
    else if (entry.isFile()) syncFile(inner);
  }
  syncFolder(path);
}

/** Makes a folder that only its owner reads, and those above it that are missing, so that a power cut leaves all of them. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let folder = resolve(path); folder !== top; folder = dirname(folder)) syncFolder(folder);
  syncFolder(top);
}
