import { z } from 'zod';
import { ok, type Result } from '../../core/base.ts';
import type { FollowUps } from '../../core/follow-up/standing.ts';
import type { Obligation } from '../../core/obligations/assess.ts';
import { formatsFor } from '../../core/report/formats.ts';
import { isConfirmed } from '../../core/report/legal.ts';
import { languageInput, languageOption } from '../../library/language-input.ts';
import { onInput, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderCalendar, type CalendarDay } from '../../outputs/ics.ts';
import type { ActionContext, Bytes, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { documentInput, followUpsOf, onOption, organisationSource } from './document-source.ts';

const defineAction = actionsOver<Services>();

type Source = Extract<Awaited<ReturnType<typeof organisationSource>>, { ok: true }>['value'];

/** What begins to bind after the day, each with its source; what is unconfirmed has no date that could be stated. */
function daysAhead({ organisation, content, on, say }: Source): readonly CalendarDay[] {
  const documents = new Map(content.documents.map((document) => [document.id as string, document]));
  const dayOf = (obligation: Obligation, from: string): CalendarDay => {
    const document = documents.get(obligation.cite.document);
    return {
      id: `${obligation.id}-${from}`,
      date: from,
      title: say('calendar.begins', { title: obligation.title }),
      text: [
        obligation.sentence,
        obligation.reason,
        say('calendar.source', {
          document: document?.shortTitle ?? obligation.cite.document,
          locator: obligation.cite.locator,
          checked: say(`verification.${obligation.verification.status}`),
        }),
      ].join('\n'),
      url: document?.url ?? null,
    };
  };
  return organisation.assessment.obligations
    .filter((obligation) => isConfirmed(obligation) && obligation.force === 'binding_from')
    .flatMap((obligation) =>
      obligation.from === undefined || obligation.from <= on ? [] : [dayOf(obligation, obligation.from)],
    );
}

/** By when more is due of what is followed up. The entry of a duty keeps its name, so that a new day moves it. */
function dueDays(source: Source, followUps: FollowUps): readonly CalendarDay[] {
  const { say } = source;
  const { date } = formatsFor(source.language);
  return source.organisation.assessment.obligations.flatMap((duty) => {
    const record = followUps.get(duty.id);
    if (record === undefined || record.nextDue === null || duty.force === 'does_not_apply') return [];
    const { nextDue, doneOn, owner } = record;
    const text = [
      ...(isConfirmed(duty) ? [duty.sentence] : []),
      say(`followUp.state.${record.state}`),
      ...(doneOn === null ? [] : [say('calendar.lastDone', { date: date(doneOn) })]),
      ...(owner === null ? [] : [say('calendar.owner', { owner })]),
    ].join('\n');
    const title = say('calendar.due', { title: duty.title });
    return [{ id: `follow-up-${duty.id}`, date: nextDue, title, text, url: null }];
  });
}

const inOrder = (days: readonly CalendarDay[]): readonly CalendarDay[] =>
  days.toSorted((left, right) => left.date.localeCompare(right.date) || left.id.localeCompare(right.id));

export const makeCalendar = defineAction({
  name: 'obligations.calendar',
  summary: 'The days on which obligations begin, and by which followed-up ones are due, as a calendar file (ICS)',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/obligations/calendar',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({ profile: profileInput, language: languageInput, on: onInput }),
  sample: { on: '2026-11-25' },
  output: 'bytes',
  command: {
    usage: 'calendar [profile]',
    options: [languageOption, onOption],
    example: './theriac calendar examples/hospital-greece.yaml --out obligations.ics',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: ActionContext<Services>, request): Promise<Result<Bytes, Failure>> => {
    const source = await organisationSource(context, request);
    if (!source.ok) return source;
    const { organisation, on, say } = source.value;
    const followUps = (await followUpsOf(context, request)) ?? new Map();
    const days = inOrder([...daysAhead(source.value), ...dueDays(source.value, followUps)]);
    const name = say('calendar.name', { name: organisation.profile.shortName ?? organisation.profile.name });
    return ok({
      bytes: renderCalendar(name, days, on),
      mediaType: 'text/calendar; charset=utf-8',
      fileName: `obligations-${on}.ics`,
    });
  },
});
