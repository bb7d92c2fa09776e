import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { changedFields, notFollowed } from '../../core/follow-up/follow-up.ts';
import { countFollowUps } from '../../core/follow-up/standing.ts';
import { obligationId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, levels, type ActionContext } from '../../platform/action.ts';
import { readNames } from '../../platform/identity/who.ts';
import { followObligation } from './follow-action.ts';
import { appliesIn, authoritiesOf, lawFor, noDuty, ruleOf } from './law.ts';
import { printFollowed, printObligation } from './print.ts';
import { readChanges, readFollowUp, readFollowUps } from './queries.ts';
import { followedView, obligationView, viewAuthority, viewChange, viewFollowUp } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const mayChange = ({ level }: Context): boolean => levels.indexOf(level) >= levels.indexOf('contributor');

export const listFollowed = defineAction({
  name: 'obligations.followed',
  summary: 'What is followed up of the obligations, what is overdue, and what is due soon',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/follow-ups',
  needsStore: true,
  input: z.strictObject({}),
  output: followedView,
  command: {
    usage: 'obligations followed',
    example: './theriac obligations followed',
    toInput: async () => ok({}),
    print: printFollowed,
  },
  run: async (context: Context) => {
    const law = await lawFor(context);
    if (!law.ok) return law;
    const [stored, names] = await context.store.read(async (db) => {
      const rows = (await readFollowUps(db)).filter(({ record }) => changedFields(notFollowed, record).length > 0);
      return [
        rows,
        await readNames(
          db,
          rows.flatMap(({ changedBy }) => changedBy ?? []),
        ),
      ] as const;
    });
    const records = new Map(stored.map(({ id, record }) => [id, record]));
    return ok({
      today: context.today,
      mayChange: mayChange(context),
      counts: law.value === null ? null : countFollowUps(law.value.obligations, records, context.today as IsoDate),
      followUps: stored.map((row) => ({
        ...viewFollowUp(row, names),
        title: ruleOf(context, row.id)?.title ?? row.id,
        applies: appliesIn(law.value, row.id),
      })),
    });
  },
});

export const showObligation = defineAction({
  name: 'obligations.show',
  summary: 'One obligation: whom it goes to, what is kept of it, and every change',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/follow-ups/{id}',
  needsStore: true,
  input: z.strictObject({ id: obligationId }),
  sample: { id: 'nis2-management-training' },
  output: obligationView,
  command: {
    usage: 'obligations show <id>',
    example: './theriac obligations show nis2-management-training',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: printObligation,
  },
  run: async (context: Context, { id }) => {
    const law = await lawFor(context);
    if (!law.ok) return law;
    const [stored, changes, names] = await context.store.read(async (db) => {
      const [row, made] = [await readFollowUp(db, id), await readChanges(db, id)];
      return [row, made, await readNames(db, [row.changedBy ?? '', ...made.map(({ actor }) => actor)])] as const;
    });
    const rule = ruleOf(context, id);
    if (rule === undefined && stored.version === 0) return fail(noDuty(id));
    return ok({
      title: rule?.title ?? id,
      today: context.today,
      mayChange: mayChange(context),
      force: law.value?.obligations.find((duty) => duty.id === id)?.force ?? null,
      applies: appliesIn(law.value, id),
      authorities: rule === undefined ? [] : authoritiesOf(context, rule, law.value).map(viewAuthority),
      followUp: viewFollowUp(stored, names),
      changes: changes.map((change) => viewChange(change, names)),
    });
  },
});

export const followUpActions = [listFollowed, showObligation, followObligation] as const;
