import type { Framework } from '../content/framework.ts';
import type { FrameworkEdition } from './edition.ts';

/** The URN by which files may point to a framework of our own content. */
export const shippedUrn = (id: string): string => `urn:theriac:framework:${id.toLowerCase()}`;

/** A framework of our own content as an edition, so that what comes in can be compared with it. */
export const shippedEdition = ({ id, title, shortTitle, edition, requirements }: Framework): FrameworkEdition => ({
  urn: shippedUrn(id),
  edition,
  number: shortTitle,
  title,
  text: null,
  language: 'en',
  publisher: null,
  publishedOn: null,
  groups: [],
  scale: null,
  requirements: requirements.map((requirement) => ({
    id: requirement.id.toLowerCase(),
    parent: requirement.parent?.toLowerCase() ?? null,
    number: requirement.id,
    title: requirement.title,
    text: null,
    note: null,
    isAssessable: !requirements.some(({ parent }) => parent === requirement.id),
    groups: [],
    evidence: null,
    weight: null,
    refersTo: [],
    questions: [],
    translations: {},
  })),
  translations: {},
});

/** A framework of ours whose numbers an imported one has, most of them at least. */
export type Likeness = { readonly id: string; readonly title: string; readonly shared: number; readonly of: number };

/** Below half, common numbers such as 1 and 2 say nothing. */
const leastShare = 0.5;
const fewest = 3;

/** The framework of our content that an imported one seems to be, by its numbers: a hint, never a relation. */
export function likest(edition: FrameworkEdition, frameworks: readonly Framework[]): Likeness | null {
  const numbers = new Set(edition.requirements.flatMap(({ number }) => (number === null ? [] : [plain(number)])));
  const [best] = frameworks
    .map(({ id, title, requirements }) => ({
      id,
      title,
      shared: requirements.filter((one) => numbers.has(plain(one.id))).length,
      of: requirements.length,
    }))
    .filter(({ shared, of }) => shared >= fewest && shared >= leastShare * of)
    .toSorted((left, right) => right.shared / right.of - left.shared / left.of);
  return best ?? null;
}

const plain = (number: string): string => number.toLowerCase().replaceAll(/\s/gu, '');
