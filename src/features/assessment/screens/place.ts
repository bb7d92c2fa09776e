import type { Assessment } from '../../../web/client/assessment.ts';
import { everything, shows, type Filter, type Show } from './filters.ts';

/** The open row, and the domain that is shown. */
export type Place = { readonly openId: string | null; readonly domainId: string };

/** What the address says besides the open row. */
export type AssessmentSearch = {
  readonly domain?: string;
  readonly show?: Show;
  readonly owner?: string;
  readonly minimum?: true;
  readonly find?: string;
};

/** Reads the address; what it does not know it leaves out. */
export function readSearch(search: Readonly<Record<string, unknown>>): AssessmentSearch {
  const { domain, show, owner, minimum, find } = search;
  return {
    ...(/^\d$/u.test(String(domain)) ? { domain: String(domain) } : {}),
    ...((shows as readonly unknown[]).includes(show) && show !== 'all' ? { show: show as Show } : {}),
    ...(typeof owner === 'string' && owner !== '' ? { owner: owner.slice(0, 400) } : {}),
    ...(minimum === true ? { minimum } : {}),
    ...(typeof find === 'string' && find !== '' ? { find: find.slice(0, 200) } : {}),
  };
}

export const filterOf = ({ show, owner, minimum, find }: AssessmentSearch): Filter => ({
  show: show ?? everything.show,
  owner: owner ?? null,
  isMinimumSet: minimum === true,
  find: find ?? '',
});

export const searchOf = (filter: Filter, domain: string): AssessmentSearch => ({
  domain,
  ...(filter.show === 'all' ? {} : { show: filter.show }),
  ...(filter.owner === null ? {} : { owner: filter.owner }),
  ...(filter.isMinimumSet ? { minimum: true as const } : {}),
  ...(filter.find === '' ? {} : { find: filter.find }),
});

/** The domain that the address names, that of the open row, or the first. */
export function placeOf({ domains }: Assessment, openId: string | undefined, { domain }: AssessmentSearch): Place {
  const home = domains.find(({ groups }) => groups.some(({ rows }) => rows.some(({ id }) => id === openId)));
  const named = domains.find(({ id }) => id === domain);
  const at = home ?? named ?? domains[0];
  return { openId: home === undefined ? null : (openId ?? null), domainId: at?.id ?? '' };
}
