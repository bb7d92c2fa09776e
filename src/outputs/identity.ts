/** Outputs: turns report models into files. One file a format; no clock, no database, no words of their own. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Profile } from '../core/profile/profile.ts';
import type { Report } from '../core/report/report.ts';

/** JSON with sorted keys and no spaces: equal values have equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((inner) => canonicalJson(inner ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The digest of a profile, its ratings included. */
export const profileDigest = (profile: Profile): string =>
  sha256(canonicalJson({ ...profile, ratings: [...profile.ratings] }));

const templates = new URL('./templates/', import.meta.url);

/** Templates decide what a page looks like, so they are part of a document's identity. */
const templatesDigest: string = sha256(
  readdirSync(templates)
    .toSorted()
    .map((name) => `${name}\0${readFileSync(new URL(name, templates), 'utf8')}`)
    .join('\0'),
);

/** Gives a report its digest, over everything in it and its templates, and the id that its pages carry. */
export function identified(report: Report): Report {
  const digest = sha256(canonicalJson({ ...report, id: '', digest: '' }) + templatesDigest);
  return {
    ...report,
    digest,
    id: `${kindOf(report)}-${report.edition}-${digest.slice(0, 12)}`,
  };
}

/** What kind of document it is: guides are told apart by who reads them. */
function kindOf({ layout, role }: Report): string {
  if (layout === 'comparison') return 'changes';
  return layout === 'card' || layout === 'register' ? layout : `guide-${role}`;
}
