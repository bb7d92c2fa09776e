/** A profile: what an organisation says about itself, with its ratings. Types and small questions; reading files is library's. */
import type { RoleId, SafeguardId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Pin } from '../plan/pins.ts';
import type { Facts } from './facts.ts';

/** Rating words as files write them. */
export const ratings = ['not_implemented', 'partially', 'largely', 'fully', 'not_applicable'] as const;

/** Process attribute ratings N-P-L-F of ISO/IEC 33020, and not applicable. No rating at all means unknown, never zero. */
export type Rating =
  | { readonly kind: 'not_implemented' | 'partially' | 'largely' | 'fully' }
  | { readonly kind: 'not_applicable'; readonly reason: string };

/** Something that proves a rating: said in words, behind an address, or in a file of the organisation. */
export type Evidence = {
  readonly what: string;
  readonly dated?: IsoDate | undefined;
  readonly owner?: string | undefined;
  /** The last day on which it proves anything. */
  readonly expires?: IsoDate | undefined;
  readonly link?: string | undefined;
  /** Id of a stored file. */
  readonly file?: string | undefined;
};

/** A rating with who said so, when, by when more is due, and what proves it. */
export type RatingEntry = {
  readonly rating: Rating;
  readonly ratedOn?: IsoDate | undefined;
  readonly owner?: string | undefined;
  readonly due?: IsoDate | undefined;
  readonly note?: string | undefined;
  readonly evidence: readonly Evidence[];
};

/** People and money that may be spent on security work, per quarter. */
export type Capacity = {
  readonly personDays: number;
  readonly moneyEur: number;
  readonly firstQuarter?: string | undefined;
};

/** All that is known of an organisation. */
export type Profile = {
  readonly name: string;
  readonly nativeName?: { readonly text: string; readonly language: string } | undefined;
  readonly shortName?: string | undefined;
  /** An invented organisation: every screen and document says so. */
  readonly isExample: boolean;
  readonly facts: Facts;
  readonly rolesPresent: readonly RoleId[] | null;
  readonly capacity: Capacity | null;
  readonly dayRateEur: number | null;
  /** Cost of an hour without a service, as the organisation itself estimates it, for the board's guide. */
  readonly downtime: readonly {
    readonly service: string;
    readonly eurPerHour: number;
    readonly note?: string | undefined;
  }[];
  readonly ratings: ReadonlyMap<SafeguardId, RatingEntry>;
  readonly statedOn?: IsoDate | undefined;
  /** Where people moved something in the plan, or left it out. */
  readonly planPins?: readonly Pin[] | undefined;
};
