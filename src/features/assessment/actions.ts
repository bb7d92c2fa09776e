import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { bySpine } from '../../core/assessment/overview.ts';
import { fail, ok } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { concernedOf } from '../../core/ranking/concern.ts';
import type { Ranking } from '../../core/ranking/rank.ts';
import { isInSet } from '../../core/ranking/tier.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, levels, type ActionContext } from '../../platform/action.ts';
import { storedProfileValue } from '../profile/stored.ts';
import { weightsFor } from '../settings/stored.ts';
import { guidanceFor } from './guidance.ts';
import { printGuidance, printOverview } from './print.ts';
import { assessmentView, guidanceView, type AssessmentView } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

export const showAssessment = defineAction({
  name: 'assessment.show',
  summary: 'Every safeguard by domain, with its rank and whether it belongs to the minimum set',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/assessment',
  needsStore: true,
  input: z.strictObject({ language: languageInput }),
  output: assessmentView,
  command: {
    usage: 'assessment list',
    options: [languageOption],
    example: './theriac assessment list',
    toInput: async ({ options: { language } }) => ok({ language }),
    print: printOverview,
  },
  run: async (context: Context, { language }) => {
    const { services, store, actor, level, today } = context;
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    const [stored, weights] = [await storedProfileValue(context), await weightsFor(context)];
    const profile = profileFromValue(stored ?? { name: '-' }, services.library);
    if (!profile.ok) return profile;
    const { ranking } = analyse(profile.value, content, today as IsoDate, weights);
    const row = rowFor(ranking, profile.value, stored !== null);
    return ok({
      organisation: store.orgId,
      actor,
      mayRate: levels.indexOf(level) >= levels.indexOf('contributor'),
      on: today,
      hasProfile: stored !== null,
      domains: bySpine(content.frameworks, concernedOf(content.safeguards, ranking)).map(({ id, title, groups }) => ({
        id,
        title,
        groups: groups.map((group) => ({ id: group.id, title: group.title, rows: group.safeguards.map(row) })),
      })),
      outside: ranking.outside.map(({ id, title, language: spoken }) => ({ id, title, language: spoken })),
    });
  },
});

type RowView = AssessmentView['domains'][number]['groups'][number]['rows'][number];

function rowFor(ranking: Ranking, { ratings }: Profile, isRanked: boolean): (safeguard: Safeguard) => RowView {
  const ranks = new Map(ranking.items.map(({ safeguard, placed }) => [safeguard.id, placed.rank]));
  return (safeguard) => ({
    id: safeguard.id,
    title: safeguard.title,
    language: safeguard.language,
    rating: ratings.get(safeguard.id)?.rating.kind ?? 'unknown',
    inMinimumSet: isInSet(safeguard, ranking.minimumSet.tier),
    rank: isRanked ? (ranks.get(safeguard.id) ?? null) : null,
    waitsFor: safeguard.needs.filter((id) => ranks.has(id)),
  });
}

export const showGuidance = defineAction({
  name: 'assessment.guidance',
  summary: 'When one safeguard is done, why it matters, what proves it, and where it comes from',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/assessment/{id}',
  needsStore: false,
  input: z.strictObject({ id: safeguardId, language: languageInput }),
  sample: { id: 'S-071' },
  output: guidanceView,
  command: {
    usage: 'assessment show <safeguard>',
    options: [languageOption],
    example: './theriac assessment show S-041',
    toInput: async ({ args: [id], options: { language } }) => ok({ id, language }),
    print: printGuidance,
  },
  run: async ({ services }: Context, { id, language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const { content } = library.value;
    const safeguard = content.safeguards.find((one) => one.id === id);
    return safeguard === undefined
      ? fail({ kind: 'not_found', message: `No safeguard has the id "${id}". "theriac assessment list" names them.` })
      : ok(guidanceFor(safeguard, content));
  },
});

export const assessmentActions = [showAssessment, showGuidance] as const;
