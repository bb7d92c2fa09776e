import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Force } from '../../core/content/obligation-rule.ts';
import type { SizeClass } from '../../core/content/safeguard.ts';
import type { VerificationStatus } from '../../core/content/verification.ts';
import type { EntityClass } from '../../core/obligations/assess.ts';
import type { FactName } from '../../core/profile/facts.ts';
import type { RowState } from '../../core/report/report.ts';
import { askOrThrow } from './ask.ts';

export type Cite = { readonly document: string; readonly locator: string };
export type Checked = { readonly status: VerificationStatus; readonly note?: string };

export type Touch = {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly rating: RowState;
  readonly isNamed: boolean;
};

/** A duty with its force, its reason and the safeguards that touch it. */
export type Duty = {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly force: Force;
  readonly from?: string;
  readonly reason: string;
  readonly cite: Cite;
  readonly verification: Checked;
  readonly contested: boolean;
  readonly ask: readonly FactName[];
  readonly onEvent: boolean;
  readonly nationalAct?: { readonly title: string; readonly url: string | null };
  readonly safeguards: readonly Touch[];
};

export type Stage = {
  readonly date: string;
  readonly duties: readonly string[];
  readonly event: string | null;
  readonly status: VerificationStatus;
};
export type Lane = {
  readonly document: string;
  readonly title: string;
  readonly isBinding: boolean;
  readonly isSinceUnknown: boolean;
  readonly stages: readonly Stage[];
};

export type Obligations = {
  readonly on: string;
  readonly today: string;
  readonly name: string;
  readonly class: EntityClass;
  readonly classReason: string;
  readonly classCite: Cite;
  readonly classVerification: Checked;
  readonly size: SizeClass | 'unknown';
  readonly obligations: readonly Duty[];
  readonly timeLine: readonly Lane[];
  readonly questions: readonly {
    readonly fact: FactName;
    readonly decides: readonly string[];
    readonly decidesClass: boolean;
  }[];
};

/** What applies to the stored profile on a day; without one, today. Its key is under the profile, which changes it. */
export const obligationsQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['profile', 'obligations', on ?? 'today'],
    queryFn: ({ signal }) =>
      askOrThrow<Obligations>({
        method: 'POST',
        path: '/api/obligations',
        body: on === undefined ? {} : { on },
        signal,
        isSpoken: true,
      }),
    // The former day stays in view until the next is there, and with it the focus in the field that asks.
    placeholderData: keepPreviousData,
  });
