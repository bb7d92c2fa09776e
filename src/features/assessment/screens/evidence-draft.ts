import { fail, ok, type Result } from '../../../core/base.ts';
import type { IsoDate } from '../../../core/content/verification.ts';
import type { Evidence } from '../../../core/profile/profile.ts';

export const kinds = ['text', 'link', 'file'] as const;
export type Kind = (typeof kinds)[number];

/** A piece of evidence while it is written. */
export type Draft = {
  readonly kind: Kind;
  readonly what: string;
  readonly link: string;
  readonly file: File | null;
  readonly dated: string;
  readonly expires: string;
  readonly owner: string;
};

/** The field that is wrong, and the key of the words that say why. */
export type Missing = {
  readonly field: 'what' | 'link' | 'file';
  readonly why: 'missingWhat' | 'missingLink' | 'missingFile' | 'tooLarge';
};

/** Ends of the names of what the server keeps; it looks at the content all the same. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt,.csv,.tsv,.log,.md';

/** The largest file that the server keeps. */
export const largestFileBytes = 10_000_000;

/** Checks what can be checked without the server. */
export function readDraft(draft: Draft): Result<Evidence, Missing> {
  const { kind, file, link } = draft;
  if (kind === 'file' && file === null) return fail({ field: 'file', why: 'missingFile' });
  if (kind === 'file' && file !== null && file.size > largestFileBytes) return fail({ field: 'file', why: 'tooLarge' });
  const what = draft.what.trim() || (kind === 'file' ? (file?.name.replace(/\.[^.]+$/u, '') ?? '') : '');
  if (what === '') return fail({ field: 'what', why: 'missingWhat' });
  if (kind === 'link' && !/^https?:\/\/\S+$/u.test(link.trim())) return fail({ field: 'link', why: 'missingLink' });
  return ok({
    what,
    ...(draft.dated === '' ? {} : { dated: draft.dated as IsoDate }),
    ...(draft.owner.trim() === '' ? {} : { owner: draft.owner.trim() }),
    ...(draft.expires === '' ? {} : { expires: draft.expires as IsoDate }),
    ...(kind === 'link' ? { link: link.trim() } : {}),
  });
}
