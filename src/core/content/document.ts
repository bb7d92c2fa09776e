import type { ChapterId, DocumentId, RoleId, TopicId } from './ids.ts';
import type { IsoDate, Verification } from './verification.ts';

/** What sort of publication it is. */
export const documentKinds = [
  'law',
  'proposal',
  'standard',
  'guideline',
  'good-practice',
  'strategy',
  'policy',
  'study',
  'tool',
  'audit-framework',
  'programme',
  'project',
  'body',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** `in-steps`: in force, but not yet all of it. */
export type DocumentStatus =
  | 'in-force'
  | 'in-steps'
  | 'in-use'
  | 'proposed'
  | 'superseded'
  | 'repealed'
  | 'historical'
  | 'closed';

/** How one document stands to another, as its own title or text says; checked as well as the document itself. */
export const documentRelations = ['implements', 'transposes', 'amends', 'explains', 'builds-on'] as const;
export type DocumentRelation = (typeof documentRelations)[number];

/** A published law, standard, guideline or tool; also the register of sources that citations resolve to. */
export type Document = {
  readonly id: DocumentId;
  readonly title: string;
  /** What a citation prints: `NIS2`, `GDPR`, `ENISA health threat landscape`. */
  readonly shortTitle: string;
  readonly publisher: string;
  /** Day, month or year of publication as far as known; null where only recalled. */
  readonly date: string | null;
  readonly kind: DocumentKind;
  readonly url: string | null;
  readonly audience: readonly RoleId[];
  readonly topics: readonly TopicId[];
  readonly chapters: readonly ChapterId[];
  readonly status: DocumentStatus;
  readonly statusNote?: string | undefined;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly supersededBy?: DocumentId | undefined;
  readonly relations?: readonly { readonly as: DocumentRelation; readonly to: DocumentId }[] | undefined;
  readonly lifecycle: readonly { readonly date: IsoDate; readonly event: string }[];
  /** What it is good for and for whom, in one honest sentence of our own. */
  readonly purpose: string;
  readonly note?: string | undefined;
  readonly verification: Verification;
};
