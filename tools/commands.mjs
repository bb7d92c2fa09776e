// The commands behind `node tools/boot.mjs`: each installs what is missing, picks Node 24, then runs the real thing.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb, isWebBuilt } from './build-web.mjs';
import { runChecks } from './check.mjs';
import { inTurn } from './in-turn.mjs';
import { install, isInstalled } from './install.mjs';
import { compileCache, pickNode, thisHost } from './pick-node.mjs';
import { runChild } from './run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
const say = (line) => console.error(`theriac: ${line}`);

/**
 * @typedef {{ node: string, args: readonly string[] }} Call
 * @typedef {{ web: boolean, run: (call: Call) => Promise<number> }} Command
 */

/** @type {Record<string, Command>} */
const commands = {
  start: { web: true, run: ({ node, args }) => serve(node, args) },
  test: { web: true, run: ({ node, args }) => runTests(node, args) },
  check: { web: false, run: ({ node, args }) => runChecks(root, node, args) },
  bench: { web: true, run: ({ node, args }) => runNode(node, ['tools/bench.ts', ...args]) },
  'bench:crosswalk': { web: false, run: ({ node, args }) => runNode(node, ['tools/bench-crosswalk.ts', ...args]) },
  stamp: { web: false, run: ({ node, args }) => runNode(node, ['tools/stamp-translations.ts', ...args]) },
  'release-content': { web: false, run: ({ node, args }) => runNode(node, ['tools/release-content.ts', ...args]) },
  powerloss: { web: false, run: ({ node, args }) => runNode(node, ['tools/powerloss.ts', ...args]) },
};

/**
 * @param {readonly string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function main([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return refuse(2, `Cannot run "${name}": wanted ${Object.keys(commands).join(', ')}.`);
  const installed = isInstalled(root) ? 0 : await inTurn(root, say, installUnlessDone);
  if (installed !== 0) return installed;
  const node = pickNode(root, thisHost(), existsSync);
  if ('problem' in node) return refuse(3, node.problem);
  // So that every `node` further down is the one chosen here.
  process.env['PATH'] = `${dirname(node.path)}${delimiter}${process.env['PATH'] ?? ''}`;
  const isReady = !command.web || isWebBuilt(root);
  const built = isReady ? 0 : await inTurn(root, say, () => buildUnlessDone(node.path));
  return built === 0 ? command.run({ node: node.path, args }) : built;
}

// Whoever waited for another may find the work done.
const installUnlessDone = async () => (isInstalled(root) ? 0 : install(root, say));
/** @param {string} node */
const buildUnlessDone = async (node) => (isWebBuilt(root) ? 0 : buildWeb(root, node, say));

/**
 * @param {number} code
 * @param {string} sentence
 */
function refuse(code, sentence) {
  say(sentence);
  return code;
}

/**
 * Runs the server until it ends. Contract with src/server.ts, so that it never outlives this script:
 * - it is started with an IPC channel, on which nothing is ever sent. `process.on('disconnect', …)` stops it in good order:
 *   the channel closes even when this script is killed outright. Where `process.send` exists and `process.connected` is
 *   false, that happened before anyone listened;
 * - SIGINT, SIGTERM and SIGHUP stop it in good order, and a second one changes nothing. Ctrl-C reaches it twice: from
 *   the terminal and from here;
 * - it ends with `process.exit()` or `process.disconnect()`, since listening to the channel keeps it alive.
 * @param {string} node
 * @param {readonly string[]} args
 */
async function serve(node, args) {
  const { code, output } = await runChild(node, [join(root, 'src/server.ts'), ...args], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache(root), ...process.env },
    stdio: 'ipc',
  });
  return output === '' ? code : refuse(code, output);
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 */
function runTests(node, args) {
  // Vitest sets NODE_ENV to "test" only where it is unset, and React under "production" cannot be tested.
  delete process.env['NODE_ENV'];
  // Tests start servers and commands by the dozen; each finds its code compiled, as a user's second start does.
  process.env['NODE_COMPILE_CACHE'] ??= compileCache(root);
  return runNode(node, ['node_modules/vitest/vitest.mjs', 'run', ...args]);
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 */
async function runNode(node, args) {
  const { code, output } = await runChild(node, args, { cwd: root });
  return output === '' ? code : refuse(code, output);
}
