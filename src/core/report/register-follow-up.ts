import { notFollowed, type FollowUp } from '../follow-up/follow-up.ts';
import { countFollowUps, followWords, isFollowed, noLongerApplying, type FollowUps } from '../follow-up/standing.ts';
import type { Obligation } from '../obligations/assess.ts';
import type { GuideContext, OrganisationInput } from './guide-input.ts';
import { isConfirmed } from './legal.ts';
import type { RichText } from './prose.ts';
import type { Block, Column, Section } from './report.ts';

/** What a register knows of follow-up. Null: nothing, as of a profile that was handed in. */
export type FollowedContext = GuideContext & {
  readonly organisation: OrganisationInput;
  readonly followUps: FollowUps | null;
};

const column = (head: string, width: Column['width']): Column => ({ head, width, align: 'start' });

/** The state of a record in a sentence, with its days. */
function wordsOf({ say, formats, on }: FollowedContext, record: FollowUp): string {
  const parts = followWords(record, on, formats).map(({ key, values }) => say(`followUp.${key}`, values));
  return say('register.followUp.sentence', { parts: parts.join(say('report.semicolon')) });
}

/** The line of one duty: state, day done, next due day, who, and what proves it. */
export function followUpText(context: FollowedContext, { id }: Obligation): RichText {
  const { say, followUps } = context;
  const record = followUps?.get(id) ?? notFollowed;
  const more = [
    ...(record.repeatMonths === null ? [] : [say('register.followUp.repeat', { months: record.repeatMonths })]),
    ...(record.owner === null ? [] : [say('register.followUp.owner', { owner: record.owner })]),
    ...(record.evidence.length === 0
      ? []
      : [
          say('register.followUp.evidence', {
            evidence: record.evidence.map(({ what }) => what).join(say('report.semicolon')),
          }),
        ]),
    ...(record.note === null ? [] : [say('register.followUp.note', { note: record.note })]),
  ];
  return [[wordsOf(context, record), ...more].join(' ')];
}

/**
 * Confirmed duties with state, day done, next due day and owner; then what is only recalled, where somebody follows it up.
 * Nothing where follow-up is not known.
 */
export function followUpSection(context: FollowedContext, confirmed: readonly Obligation[]): readonly Section[] {
  const { say, followUps, on, organisation } = context;
  if (followUps === null) return [];
  const recalled = organisation.assessment.obligations.filter(
    (duty) =>
      !isConfirmed(duty) && duty.force !== 'does_not_apply' && isFollowed(followUps.get(duty.id) ?? notFollowed),
  );
  const duties = [...confirmed, ...recalled];
  if (duties.length === 0) return [];
  const counts = countFollowUps(duties, followUps, on);
  return [
    {
      id: 'follow-up',
      title: say('register.followUp.title'),
      blocks: [
        { kind: 'paragraph', text: [say('followUp.counts', counts)] },
        tableOf(
          context,
          duties.map(({ id, title }) => ({ title, record: followUps.get(id) ?? notFollowed })),
        ),
      ],
    },
  ];
}

/** What is on record of duties that no longer apply. */
export function goneSection(context: FollowedContext): readonly Section[] {
  const { say, followUps, organisation, content } = context;
  const gone = followUps === null ? [] : noLongerApplying(organisation.assessment.obligations, followUps);
  if (gone.length === 0) return [];
  const titles = new Map(content.obligations.map(({ id, title }) => [id as string, title]));
  const rows = gone.map((id) => ({ title: titles.get(id) ?? id, record: followUps?.get(id) ?? notFollowed }));
  return [
    {
      id: 'still-on-record',
      title: say('register.followUp.gone'),
      blocks: [{ kind: 'paragraph', text: [say('register.followUp.goneIntro')] }, tableOf(context, rows)],
    },
  ];
}

type Row = { readonly title: string; readonly record: FollowUp };

function tableOf({ say, formats }: FollowedContext, rows: readonly Row[]): Block {
  const day = (iso: string | null): string => (iso === null ? '–' : formats.date(iso));
  return {
    kind: 'table',
    table: {
      columns: [
        column(say('register.heads.duty'), { fr: 1 }),
        column(say('register.followUp.heads.state'), { mm: 28 }),
        column(say('register.followUp.heads.doneOn'), { mm: 30 }),
        column(say('register.followUp.heads.nextDue'), { mm: 30 }),
        column(say('register.followUp.heads.owner'), { mm: 32 }),
      ],
      rows: rows.map(({ title, record: { state, doneOn, nextDue, owner } }) => [
        [title],
        [say(`followUp.state.${state}`)],
        [day(doneOn)],
        [day(nextDue)],
        [owner ?? '–'],
      ]),
    },
  };
}
