// Digests that tell whether something made earlier still fits its sources.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string | Uint8Array} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The text of a file, or nothing where it is absent.
 * @param {string} path
 */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Every file under a path, which may be a file itself or absent. Paths use "/" on every system and are sorted.
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * One digest of many files: it changes when a file changes, comes, goes or is renamed.
 * @param {string} root
 * @param {readonly string[]} paths
 */
export const digestOf = (root, paths) =>
  sha256(paths.map((path) => `${path}\0${sha256(readFileSync(join(root, path)))}\n`).join(''));
