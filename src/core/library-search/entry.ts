import type { Force } from '../content/obligation-rule.ts';
import type { VerificationStatus } from '../content/verification.ts';
import type { ItemKind, ItemRef } from '../library-item/item.ts';

/** A document's life in three words: in force or in use, not yet law, or of the past. */
export const entryStates = ['current', 'proposed', 'past'] as const;
/** One of them. */
export type EntryState = (typeof entryStates)[number];

/** A text of an entry and how much a word in it says about the entry. Lists of names and ids are found, not shown. */
export type Field = {
  readonly weight: number;
  readonly text: string;
  readonly isShown: boolean;
  /** Where it is not English. */
  readonly language?: string | undefined;
};

/** What search knows of an item. */
export type Entry = {
  readonly ref: ItemRef;
  readonly kind: ItemKind;
  readonly code?: string | undefined;
  readonly title: string;
  /** Of the title, where it is not English. */
  readonly language?: string | undefined;
  /** Texts that an answer may show, besides code and title; the first one describes the item. */
  readonly fields: readonly Field[];
  readonly topics: readonly string[];
  readonly roles: readonly string[];
  readonly state: EntryState;
  /** As content calls it, for documents and what comes from them. */
  readonly status?: string | undefined;
  /** A country, `EU` or `INT`; null where an item belongs to no place. */
  readonly place: string | null;
  /** The sort of document, or the name of the framework. */
  readonly sort?: string | undefined;
  /** Of which framework it is or is a clause. */
  readonly framework?: string | undefined;
  /** Languages in which its words may be found. */
  readonly writtenIn: readonly string[];
  readonly date: string | null;
  /** Null: nobody here checked it, since it came in a file. */
  readonly verification: VerificationStatus | null;
};

/** Forces for one organisation on one day, by item. */
export type Forces = ReadonlyMap<ItemRef, { readonly force: Force; readonly from?: string | undefined }>;
