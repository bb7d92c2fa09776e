import type { Result } from '../../core/base.ts';
import type { RatingField } from '../../core/profile/rating-state.ts';
import { ask, type Failure } from './ask.ts';

/** One part of a rating before and after, in words; null where nothing stands there. */
export type SheetField = { readonly field: RatingField; readonly before: string | null; readonly after: string | null };
export type SheetChange = {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly fields: readonly SheetField[];
};
/** What a sheet suggests, and what of it could not be carried over. */
export type SheetReading = {
  readonly file: string;
  readonly changes: readonly SheetChange[];
  readonly problems: readonly { readonly row: number; readonly message: string }[];
  readonly unchanged: number;
  readonly ignored: readonly string[];
  readonly stored: number;
};
export type SheetFile = {
  readonly name: string;
  /** Base64. */
  readonly content: string;
};

const path = '/api/ratings/import';

/** Reads a sheet; nothing is stored. */
export const readSheet = (file: SheetFile, signal: AbortSignal): Promise<Result<SheetReading, Failure>> =>
  ask({ method: 'POST', path, body: { file }, signal, isSpoken: true });

/** Stores the changes that were chosen, as they were seen: all of them or none. */
export const storeChanges = (file: SheetFile, chosen: readonly SheetChange[]): Promise<Result<SheetReading, Failure>> =>
  ask({
    method: 'POST',
    path,
    body: { file, accept: chosen.map(({ id, version }) => ({ id, version })) },
    isSpoken: true,
  });
