/** The four examples, analysed with shipped content on a fixed day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/core/analysis.ts';
import { roleIds, type RoleId } from '../../src/core/content/ids.ts';
import type { IsoDate } from '../../src/core/content/verification.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { buildGuide } from '../../src/core/report/build-guide.ts';
import type { Report } from '../../src/core/report/report.ts';
import { openLibrary } from '../../src/library/library.ts';
import { readProfileText } from '../../src/library/profile.ts';

const root = join(import.meta.dirname, '../..');

export const day = '2026-11-25' as IsoDate;
export const library = openLibrary(join(root, 'content'));
export const exampleNames = ['hospital-greece', 'clinic-germany', 'practice-ireland', 'sparse'] as const;
export type ExampleName = (typeof exampleNames)[number];
export const examplePath = (name: ExampleName): string => join(root, 'examples', `${name}.yaml`);
export const exampleText = (name: ExampleName): string => readFileSync(examplePath(name), 'utf8');

export function exampleProfile(name: ExampleName): Profile {
  const read = readProfileText(exampleText(name), `${name}.yaml`, library.safeguardIds);
  if (!read.ok)
    throw new Error(`Cannot read the example "${name}": ${read.error.map(({ message }) => message).join('; ')}`);
  return read.value;
}

export const exampleAnalysis = (name: ExampleName) => analyse(exampleProfile(name), library.content, day);

/** The guide of an example, or the common one, for a role. */
export const guideOf = (name: ExampleName | 'common', role: RoleId): Report =>
  buildGuide({
    role,
    language: 'en',
    on: day,
    edition: '0.0.0',
    content: library.content,
    organisation: name === 'common' ? null : exampleAnalysis(name),
    say: library.words('en').translate,
    digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
  });

export { roleIds };
