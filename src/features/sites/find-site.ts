import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { findNamed } from '../../core/snapshot/named.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { readSites, type SiteRow } from './queries.ts';

/** How a site is named from outside: by its id, or by its name. */
export const siteName = z.string().trim().min(1).max(120);

/** The site that has this id or this name, capitals or not. */
export async function findSite({ store }: ActionContext<Services>, wanted: string): Promise<Result<SiteRow, Failure>> {
  const sites = await store.read(readSites);
  const found = findNamed(sites, wanted);
  return found === undefined ? fail(noSite(wanted, sites)) : ok(found);
}

const noSite = (wanted: string, sites: readonly SiteRow[]): Failure => ({
  kind: 'not_found',
  message: `No site is called "${wanted}". ${
    sites.length === 0
      ? 'There is none yet: add one with "theriac sites add".'
      : `There are ${sites.map(({ name }) => `"${name}"`).join(', ')}.`
  }`,
});
