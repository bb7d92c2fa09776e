import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sitesQuery } from '../../../web/client/sites.ts';
import { formatList } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

/** By safeguard, in words: the worst site, where it differs from the organisation's own rating. */
export type WorstSites = ReadonlyMap<string, string>;

/** Empty until it is known: the list does not wait for the sites. */
export function useWorstSites(): WorstSites {
  const { data } = useQuery(sitesQuery);
  return useMemo(
    () =>
      new Map(
        (data?.worst ?? [])
          .filter(({ isDifferent }) => isDifferent)
          .map(({ id, worst, sites }) => [
            id,
            say('sites.worstAt', { rating: say(`rating.${worst}`), names: formatList(sites) }),
          ]),
      ),
    [data],
  );
}
