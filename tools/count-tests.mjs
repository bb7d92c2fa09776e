// The last line of continuous integration, from Vitest's JSON report: `node tools/count-tests.mjs <report> <exit code>`.
// Prints no count where the run cannot be trusted: a crash must never look like a pass.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} Report
 * @typedef {{ line: string, code: number }} Verdict
 */

/**
 * A file that failed without a failing test (it could not be loaded, or a hook threw) counts as one failure.
 * @param {Report} report
 */
export function countTests(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const of = (/** @type {readonly string[]} */ ...states) =>
    tests.filter((test) => states.includes(test.status)).length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: of('passed'),
    failed: of('failed') + brokenFiles.length,
    skipped: tests.length - of('passed', 'failed'),
  };
}

/**
 * @param {Report | undefined} report
 * @param {number} exitCode
 * @returns {Verdict}
 */
export function verdict(report, exitCode) {
  if (report === undefined)
    return { line: `Tests did not finish: vitest ended with ${exitCode}.`, code: exitCode || 1 };
  const { passed, failed, skipped } = countTests(report);
  if (passed + failed === 0) return { line: 'Tests did not run: none was found.', code: exitCode || 1 };
  if (failed === 0 && exitCode !== 0)
    return { line: `Tests did not finish well: vitest ended with ${exitCode}, though no test failed.`, code: exitCode };
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, code: failed > 0 ? exitCode || 1 : 0 };
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , path = '', exitCode = '1'] = process.argv;
  const { line, code } = verdict(readReport(path), Number(exitCode));
  console.log(line);
  process.exitCode = code;
}
