import type { ProfileFile } from '../../library/profile-schema.ts';
import type { NewPin, PinRow } from './pin-queries.ts';

type Places = NonNullable<ProfileFile['plan_pins']>;

/** A stored place as a profile file writes it. */
export const pinValue = ({ quarter, set_aside_reason: reason }: PinRow): Places[string] =>
  quarter ?? { set_aside: reason ?? '' };

/** The places of a profile file as rows. */
export const pinRows = (places: Places): readonly NewPin[] =>
  Object.entries(places).map(([id, place]) => ({
    safeguard_id: id,
    quarter: typeof place === 'string' ? place : null,
    set_aside_reason: typeof place === 'string' ? null : place.set_aside,
  }));
