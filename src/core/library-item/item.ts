/**
 * Library items: what ships in content/, each with one address and what else in the library touches it. Only what content
 * says; an organisation's own state comes in from outside.
 */
import type { Content } from '../content/content.ts';
import type { Framework, Requirement } from '../content/framework.ts';

/** Every kind that has a page, in the order in which lists show them. */
export const itemKinds = [
  'document',
  'framework',
  'requirement',
  'safeguard',
  'obligation',
  'topic',
  'chapter',
  'threat',
  'asset-group',
  'role',
  'country',
  'statistic',
  'practice',
  'pipeline-law',
  'term',
] as const;
/** One of the kinds that have a page. */
export type ItemKind = (typeof itemKinds)[number];

/** The name by which addresses, marks and commands call an item: `eu-nis2`, `nis2:21(2)(d)`, `S-043`, `topic:cloud`. */
export type ItemRef = string;

/** An item as others name it. */
export type ItemLink = {
  readonly ref: ItemRef;
  readonly kind: ItemKind;
  /** What people cite it by: `S-043`, `NIS2 Art. 21(2)(d)`, `ST-10`. */
  readonly code?: string | undefined;
  readonly title: string;
  /** Of the title, where it is not English. */
  readonly language?: string | undefined;
};

/** Kinds whose ids are unlike any other and stand alone; `framework:id` names a requirement. */
const bare: ReadonlySet<ItemKind> = new Set(['document', 'safeguard', 'statistic']);

/** The name of an item of a kind. */
export const refOf = (kind: ItemKind, id: string): ItemRef => (bare.has(kind) ? id : `${kind}:${id}`);

/** The name of a requirement, as marks in prose write it. */
export const requirementRef = (framework: Pick<Framework, 'id'>, requirement: Pick<Requirement, 'id'>): ItemRef =>
  `${framework.id}:${requirement.id}`;

/** Items of the kinds that are content files of their own, by the kind that pages call them. */
export const filedKinds = {
  document: 'documents',
  framework: 'frameworks',
  safeguard: 'safeguards',
  statistic: 'statistics',
  obligation: 'obligations',
  topic: 'topics',
  chapter: 'chapters',
  threat: 'threats',
  'asset-group': 'asset-groups',
  role: 'roles',
  country: 'countries',
  practice: 'practices',
  'pipeline-law': 'pipeline',
  term: 'terms',
} as const satisfies Readonly<Record<Exclude<ItemKind, 'requirement'>, keyof Content>>;
/** A kind with files of its own. */
export type FiledKind = keyof typeof filedKinds;

/** The item that a content file is shown as; null for a kind that has no page of its own. */
export function refOfFile(kind: keyof Content, id: string): ItemRef | null {
  const found = Object.entries(filedKinds).find(([, folder]) => folder === kind);
  return found === undefined ? null : refOf(found[0] as FiledKind, id);
}
