import type { Country } from '../content/country.ts';
import type { ObligationId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import type { World } from './world.ts';

/** What the national act makes of a duty of the directive on a day. */
export type ActForce = {
  readonly force: 'binding_now' | 'binding_from' | 'recommended' | 'does_not_apply';
  readonly from?: IsoDate | undefined;
  /** The act is out, but its commencement was not read. */
  readonly startNotConfirmed: boolean;
  readonly country: Country;
  /** The state of the act in one sentence of content. */
  readonly note: string;
  /** What we know is older than the day assessed, and there was no act: ask. */
  readonly asksStatus: boolean;
};

/**
 * The force of a duty under one state's act (rows A1 to A6). A directive alone binds states, not bodies: without an act its
 * duties are recommended.
 * @source Treaty on the Functioning of the European Union, Art. 288; Directive (EU) 2022/2555, Art. 41
 */
export function actForce(country: Country, on: IsoDate, duty: ObligationId | null): ActForce {
  const { nis2 } = country;
  const later = nis2.laterDuties.find(({ obligation }) => obligation === duty);
  const base = { country, startNotConfirmed: false, note: later?.note ?? nis2.statusNote, asksStatus: false };
  if (nis2.status === 'not_applicable') return { ...base, force: 'does_not_apply' };
  if (nis2.status === 'none' || nis2.status === 'draft')
    return { ...base, force: 'recommended', asksStatus: on > nis2.asOf };
  const start = later?.from ?? nis2.inForceFrom;
  if (start !== undefined && start > on) return { ...base, force: 'binding_from', from: start };
  if (nis2.status === 'in_force' && start !== undefined) return { ...base, force: 'binding_now' };
  const isOut = nis2.publishedOn !== undefined && nis2.publishedOn <= on;
  return isOut ? { ...base, force: 'binding_now', startNotConfirmed: true } : { ...base, force: 'recommended' };
}

/**
 * The strongest force among the states that have jurisdiction: a body with branches in two states falls under both acts.
 * Undefined: the states are not known, or there are none.
 * @source Directive (EU) 2022/2555, Art. 26(1)
 */
export function strongestAct(world: World, duty: ObligationId | null): ActForce | undefined {
  const forces = (jurisdictionOf(world) ?? []).flatMap((code) => {
    const country = world.countries.get(code);
    return country === undefined ? [] : [actForce(country, world.on, duty)];
  });
  return forces.length < 2
    ? forces[0]
    : forces.toSorted(
        (left, right) => order.indexOf(left.force) - order.indexOf(right.force) || compare(left.from, right.from),
      )[0];
}

const order: readonly ActForce['force'][] = ['binding_now', 'binding_from', 'recommended', 'does_not_apply'];
const compare = (left: string | undefined, right: string | undefined): number =>
  (left ?? '') < (right ?? '') ? -1 : Number((left ?? '') > (right ?? ''));
