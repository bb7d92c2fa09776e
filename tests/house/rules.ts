import { docstrings, lawHasSource, noOpenEnds } from './comments.ts';
import { dependencies } from './dependencies.ts';
import { noBarrel, noDefaultExport } from './exports.ts';
import { imports } from './imports.ts';
import { noMachinePaths } from './machine-paths.ts';
import { declaredNames, fileNames } from './names.ts';
import { coreIsPure, noClock } from './purity.ts';
import type { Rule } from './rule.ts';
import { fileLength, functionLength } from './sizes.ts';
import { sqlStaysHome } from './sql.ts';
import { everyTestRuns, noMocks } from './test-habits.ts';
import { noAny, noSilencedTypes } from './types.ts';
import { wordsStandInCatalogues } from './words.ts';

/** Every rule of the house. A remark that would be made twice in review becomes a row here. */
export const rules: readonly Rule[] = [
  imports,
  dependencies,
  sqlStaysHome,
  coreIsPure,
  noClock,
  fileLength,
  functionLength,
  noAny,
  noSilencedTypes,
  noDefaultExport,
  noBarrel,
  docstrings,
  lawHasSource,
  noOpenEnds,
  fileNames,
  declaredNames,
  noMachinePaths,
  wordsStandInCatalogues,
  everyTestRuns,
  noMocks,
];

/** Files that break a rule for a reason. A row whose file no longer breaks it fails the test: the list only shrinks. */
export const exceptions: readonly { readonly rule: string; readonly path: string; readonly why: string }[] = [];
