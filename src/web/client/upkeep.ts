import { queryOptions } from '@tanstack/react-query';
import type { ContentKind } from '../../core/content/content.ts';
import type { Support } from '../../core/content/second-reading.ts';
import type { DueReason } from '../../core/review/due.ts';
import type { VerificationStatus } from '../../core/content/verification.ts';
import { askOrThrow } from './ask.ts';

export type DueFact = {
  readonly kind: ContentKind;
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly reason: DueReason;
  readonly checkedOn: string;
  readonly dueOn: string | null;
  readonly note: string | null;
};

export type Due = {
  readonly on: string;
  readonly counts: Readonly<Record<VerificationStatus, number>>;
  readonly readings: Readonly<Record<Support, number>>;
  readonly facts: readonly DueFact[];
};

export type ContentChange = {
  readonly kind: ContentKind;
  readonly id: string;
  readonly title: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly fields: readonly string[];
};

export type Changes = {
  readonly since: string;
  readonly on: string;
  readonly editions: readonly { readonly edition: string; readonly on: string }[];
  readonly changes: readonly ContentChange[];
};

export type Coverage = {
  readonly safeguards: number;
  readonly mappings: number;
  readonly frameworks: readonly {
    readonly id: string;
    readonly shortTitle: string;
    readonly isPromised: boolean;
    readonly rows: readonly { readonly touching: readonly unknown[]; readonly untouchedBecause: string | null }[];
  }[];
};

const read = <Answer>(name: string, path: string) =>
  queryOptions({
    queryKey: ['library', name],
    queryFn: ({ signal }) => askOrThrow<Answer>({ method: 'GET', path, signal, isSpoken: true }),
  });

export const dueQuery = read<Due>('due', '/api/library/due');
export const coverageQuery = read<Coverage>('coverage', '/api/library/coverage');
/** Since the latest edition. */
export const changesQuery = queryOptions({
  queryKey: ['library', 'changes'],
  queryFn: ({ signal }) => askOrThrow<Changes>({ method: 'GET', path: '/api/library/changes', signal }),
});
