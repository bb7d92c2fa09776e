/** Content: what the library knows. Types only; reading files belongs to `library`, rules to the other folders of core. */
import type { Branded } from '../base.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = Branded<string, 'IsoDate'>;

/** How well a fact was checked. `recall` is never shown as fact. */
export type VerificationStatus = 'verified' | 'secondary' | 'editorial' | 'recall';

/** Where a fact comes from, when it was checked and how well. */
export type Verification = {
  readonly status: VerificationStatus;
  readonly checkedOn: IsoDate;
  /** Document ids (`eu-nis2`) or web addresses, the best one first. */
  readonly sources: readonly string[];
  /** What the check could not settle, in our words. */
  readonly note?: string | undefined;
};

/** A value that carries its own verification, because it may differ from that of the item around it. */
export type Sourced<Value> = { readonly value: Value; readonly verification: Verification };
