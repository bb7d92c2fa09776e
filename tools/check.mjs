// `npm run check`: everything that can be told about the tree without running it. Every step runs, whatever the first found.
import { join } from 'node:path';
import { runChild, wasStopped } from './run-child.mjs';

/** @typedef {{ name: string, args: readonly string[] }} Step */

/**
 * Each step is a script for Node, relative to the root.
 * @type {readonly Step[]}
 */
export const steps = [
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', '--report-unused-disable-directives'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the web', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json'] },
  { name: 'content', args: ['theriac', 'library', 'check'] },
  { name: 'house', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/house.test.ts'] },
];

/**
 * Runs the steps named, or all of them, and says of each how it went and how long it took.
 * @param {string} root
 * @param {string} node
 * @param {readonly string[]} names
 * @returns {Promise<number>} exit code: 0 clean, 1 something found, 2 no such step
 */
export async function runChecks(root, node, names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(`Cannot check "${unknown}": wanted ${steps.map((step) => `"${step.name}"`).join(', ')}`);
    return 2;
  }
  const failed = [];
  for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const code = await runStep(root, node, step);
    if (wasStopped(code)) return code;
    if (code !== 0) failed.push(step.name);
  }
  console.log(failed.length === 0 ? 'Check found nothing.' : `Check failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

/**
 * @param {string} root
 * @param {string} node
 * @param {Step} step
 */
async function runStep(root, node, step) {
  const startedMs = performance.now();
  const args = step.args.map((arg, index) => (index === 0 ? join(root, arg) : arg));
  const env = { ...process.env };
  delete env['CI']; // Where it is set, oxlint colours its output even into a file.
  const { code, output } = await runChild(node, args, { cwd: root, env, stdio: 'capture' });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${step.name}  ${seconds} s`);
  return code;
}
