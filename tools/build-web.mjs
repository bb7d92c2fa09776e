// Builds the web when a file it is made of has changed. Nothing else of Theriac has a build step.
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';
import { digestOf, filesUnder, readIfThere } from './stamp.mjs';

const FIXED_SOURCES = ['content/words', 'package-lock.json', 'src/core', 'src/web', 'vite.config.ts'];

/**
 * The files the web is made of. Tests are none of them.
 * @param {string} root
 */
export function webSources(root) {
  const features = existsSync(join(root, 'src/features')) ? readdirSync(join(root, 'src/features')).toSorted() : [];
  const folders = [...FIXED_SOURCES, ...features.map((name) => `src/features/${name}/screens`)];
  return folders.flatMap((path) => filesUnder(root, path)).filter((path) => !/\.test\.tsx?$/.test(path));
}

/** @param {string} root */
const placesOf = (root) => ({ built: join(root, 'dist/web'), stamp: join(root, 'dist/web.sha256') });

/**
 * Whether dist/web was made of the sources as they are.
 * @param {string} root
 */
export function isWebBuilt(root) {
  const { built, stamp } = placesOf(root);
  return existsSync(join(built, 'index.html')) && readIfThere(stamp) === digestOf(root, webSources(root));
}

/**
 * Makes dist/web fit its sources. The build goes to a folder beside it and is moved in when it is complete,
 * so a failed build leaves the last good one, and a running server misses its files for an instant only.
 * @param {string} root
 * @param {string} node
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function buildWeb(root, node, say) {
  say('Building the pages.');
  const { built, stamp } = placesOf(root);
  const digest = digestOf(root, webSources(root));
  const next = `${built}.${process.pid}`;
  const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', next, '--logLevel', 'warn'];
  // React has another, slower build for development: a NODE_ENV of the caller must not choose it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runChild(node, args, { cwd: root, env });
  if (code === 0) {
    replaceFolder(next, built);
    writeFileSync(stamp, digest);
  } else say(`${output}Cannot build the pages: vite ended with ${code}.`);
  rmSync(next, { recursive: true, force: true });
  return code;
}

/**
 * @param {string} next
 * @param {string} place
 */
function replaceFolder(next, place) {
  const old = `${next}.old`;
  if (existsSync(place)) renameSync(place, old);
  renameSync(next, place);
  rmSync(old, { recursive: true, force: true });
}
