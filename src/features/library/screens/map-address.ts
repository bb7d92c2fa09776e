import { forces, type Force } from '../../../core/content/obligation-rule.ts';

/** Which part of the map is shown, so that it can be linked to. */
export type MapAddress = { readonly topic?: string; readonly force?: Force };

/** Reads an address: what it does not understand is left out. */
export function readMapAddress({ topic, force }: Readonly<Record<string, unknown>>): MapAddress {
  const known = forces.find((one) => one === force);
  return {
    ...(typeof topic === 'string' && topic !== '' ? { topic } : {}),
    ...(known === undefined ? {} : { force: known }),
  };
}
