import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { siteMatrix, worstSites } from '../../core/snapshot/spread.ts';
import type { Standing } from '../../core/snapshot/standing.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import { oneLine, versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, levels, type ActionContext, type Failure, type Permission } from '../../platform/action.ts';
import { storedProfileValue } from '../profile/stored.ts';
import { printRating, printSheet, printSite, printSites } from './print.ts';
import { deleteSite, insertSite, readRatingsAt, renameSite, type SiteRow } from './queries.ts';
import { rateAt, rateInput, rateArguments } from './rate-site.ts';
import { findSite, siteName } from './find-site.ts';
import { standingNow } from './stored.ts';
import { siteRatingView, siteSheetView, siteView, sitesView, type SiteSheetView } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

/** More than any organisation of ours has, and as many columns as a page can bear. */
const mostSites = 50;

const may = ({ level }: Context, wanted: Permission): boolean => levels.indexOf(level) >= levels.indexOf(wanted);

/** The stored profile; before the first answer one that says nothing, so that the minimum set is the assumed one. */
async function profileOf(context: Context): Promise<Result<Profile, Failure>> {
  return profileFromValue((await storedProfileValue(context)) ?? { name: '-' }, context.services.library);
}

const listSites = defineAction({
  name: 'sites.list',
  summary:
    'The sites: how far each is on the minimum set, the worst of each safeguard, and where it differs from our own rating',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/sites',
  needsStore: true,
  input: z.strictObject({ language: languageInput }),
  output: sitesView,
  command: {
    usage: 'sites list',
    options: [languageOption],
    example: './theriac sites list',
    toInput: async ({ options: { language } }) => ok({ language }),
    print: printSites,
  },
  run: async (context: Context, { language }) => {
    const [library, profile] = [libraryIn(context.services, language), await profileOf(context)];
    if (!library.ok) return library;
    if (!profile.ok) return profile;
    const { sites, standing } = await standingNow(context, profile.value, library.value);
    return ok({
      sites: [...sites],
      mostSites,
      mayRate: may(context, 'contributor'),
      mayRemove: may(context, 'administrator'),
      heads: siteMatrix(standing).map((head) => ({ ...head, sites: [...head.sites] })),
      worst: worstSites(standing).map((one) => ({ ...one, sites: [...one.sites] })),
    });
  },
});

const showSite = defineAction({
  name: 'sites.show',
  summary: 'One site: the minimum set with its ratings there, beside our own',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/sites/{site}',
  needsStore: true,
  input: z.strictObject({ site: siteName, language: languageInput }),
  sample: { site: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: siteSheetView,
  command: {
    usage: 'sites show <site>',
    options: [languageOption],
    example: './theriac sites show "Day clinic"',
    toInput: async ({ args: [site], options: { language } }) => ok({ site, language }),
    print: printSheet,
  },
  run: async (context: Context, { site, language }) => {
    const library = libraryIn(context.services, language);
    const [found, profile] = [await findSite(context, site), await profileOf(context)];
    if (!library.ok) return library;
    if (!found.ok) return found;
    if (!profile.ok) return profile;
    const { standing } = await standingNow(context, profile.value, library.value);
    return ok(await sheetOf(context, found.value, standing));
  },
});

async function sheetOf(context: Context, site: SiteRow, { domains, safeguards }: Standing): Promise<SiteSheetView> {
  const rows = new Map(
    (await context.store.read((db) => readRatingsAt(db, site.id))).map((row) => [row.safeguard_id, row]),
  );
  const set = safeguards.filter(({ inMinimumSet }) => inMinimumSet);
  return {
    ...site,
    mayRate: may(context, 'contributor'),
    domains: domains
      .map(({ id, title }) => ({
        id,
        title,
        rows: set
          .filter(({ domain }) => domain === id)
          .map((safeguard) => {
            const { rating = 'unknown', reason = null, version = 0 } = rows.get(safeguard.id) ?? {};
            return {
              id: safeguard.id,
              title: safeguard.title,
              language: safeguard.language,
              organisation: safeguard.rating,
              rating,
              reason,
              version,
            };
          }),
      }))
      .filter((domain) => domain.rows.length > 0),
  };
}

const newName = oneLine.max(120);

const addSite = defineAction({
  name: 'sites.add',
  summary: 'Adds a site',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/sites',
  needsStore: true,
  input: z.strictObject({ name: newName }),
  sample: { name: 'Dialysis centre' },
  output: siteView,
  command: {
    usage: 'sites add <name>',
    example: './theriac sites add "Dialysis centre"',
    toInput: async ({ args: [name] }) => ok({ name }),
    print: printSite,
  },
  run: async ({ store, now }: Context, { name }) => {
    let refusal: Failure | null = null;
    const added = await store.attempt({ action: 'sites.add', object: 'site', detail: { name } }, async (db) => {
      const site = await insertSite(db, { name, at: now(), most: mostSites });
      if (typeof site !== 'string') return site;
      refusal = site === 'name_taken' ? nameTaken(name) : tooMany;
      return undefined;
    });
    return added === undefined ? fail(refusal ?? tooMany) : ok(added);
  },
});

const nameTaken = (name: string): Failure => ({
  kind: 'conflict',
  message: `There is a site "${name}" already. Nothing was changed.`,
  details: [{ path: 'name', message: 'another site has this name' }],
});

const tooMany: Failure = {
  kind: 'conflict',
  message: `An organisation has at most ${mostSites} sites. Take one away, or name a group of them as one.`,
};

const changeSiteName = defineAction({
  name: 'sites.rename',
  summary: 'Gives a site another name',
  permission: 'contributor',
  kind: 'command',
  method: 'patch',
  path: '/api/sites/{site}',
  needsStore: true,
  input: z.strictObject({ site: siteName, name: newName, version: versionInput.optional() }),
  sample: { site: '0b1c3c9e-0000-4000-8000-000000000001', name: 'Dialysis centre' },
  output: siteView,
  command: {
    usage: 'sites rename <site> <name>',
    example: './theriac sites rename "Day clinic" "Day clinic, Kifisia"',
    toInput: async ({ args: [site, name] }) => ok({ site, name }),
    print: printSite,
  },
  run: async (context: Context, { site, name, version }) => {
    const found = await findSite(context, site);
    if (!found.ok) return found;
    const { id } = found.value;
    const expected = { id, version: version ?? found.value.version };
    let refusal: Failure = staleSite;
    const note = { action: 'sites.rename', object: `site/${id}`, detail: { name } };
    const renamed = await context.store.attempt(note, async (db) => {
      const row = await renameSite(db, expected, name, context.now());
      if (typeof row !== 'string') return row;
      if (row === 'name_taken') refusal = nameTaken(name);
      return undefined;
    });
    return renamed === undefined ? fail(refusal) : ok(renamed);
  },
});

const staleSite: Failure = {
  kind: 'conflict',
  message: 'The site was changed by someone else in the meantime. Nothing was overwritten: read it again, then decide.',
};

const removeSite = defineAction({
  name: 'sites.remove',
  summary: 'Takes a site away, with its ratings; snapshots keep what they hold of it',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/sites/{site}',
  needsStore: true,
  input: z.strictObject({ site: siteName }),
  sample: { site: '0b1c3c9e-0000-4000-8000-000000000001' },
  output: z.object({ removed: z.string() }),
  command: {
    usage: 'sites remove <site>',
    example: './theriac sites remove "Day clinic"',
    toInput: async ({ args: [site] }) => ok({ site }),
    print: ({ removed }, { library }) => library.words('en').translate('sites.removed', { name: removed }),
  },
  run: async (context: Context, { site }) => {
    const found = await findSite(context, site);
    if (!found.ok) return found;
    const { id, name } = found.value;
    const note = { action: 'sites.remove', object: `site/${id}`, detail: { name } };
    await context.store.attempt(note, (db) => deleteSite(db, id));
    return ok({ removed: name });
  },
});

const rateSite = defineAction({
  name: 'sites.rate',
  summary: 'Rates one safeguard at one site; our own rating stays as it is',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/sites/{site}/ratings/{id}',
  needsStore: true,
  input: rateInput,
  sample: { site: '0b1c3c9e-0000-4000-8000-000000000001', id: 'S-071', rating: 'partially' },
  output: siteRatingView,
  command: {
    usage: 'sites rate <site> <safeguard> <rating>',
    options: [
      { flags: '--reason <text>', description: 'why it does not apply there' },
      { flags: '--if-version <number>', description: 'refuse if someone changed it since this version' },
    ],
    example: './theriac sites rate "Dialysis centre" S-041 partially',
    toInput: async (given) => ok(rateArguments(given)),
    print: printRating,
  },
  run: rateAt,
});

export const siteActions = [listSites, showSite, addSite, changeSiteName, removeSite, rateSite] as const;
