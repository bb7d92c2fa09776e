import { z } from 'zod';
import { ok, type Result } from '../../core/base.ts';
import type { Obligation } from '../../core/obligations/assess.ts';
import { isConfirmed } from '../../core/report/legal.ts';
import { onInput, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderCalendar, type CalendarDay } from '../../outputs/ics.ts';
import type { ActionContext, Bytes, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { documentInput, language, languageOption, onOption, organisationSource } from './document-source.ts';

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
    )
    .toSorted((left, right) => left.date.localeCompare(right.date) || left.id.localeCompare(right.id));
}

export const makeCalendar = defineAction({
  name: 'obligations.calendar',
  summary: 'The days ahead on which obligations begin, as a calendar file (ICS)',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/obligations/calendar',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({ profile: profileInput, language, on: onInput }),
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
    const name = say('calendar.name', { name: organisation.profile.shortName ?? organisation.profile.name });
    return ok({
      bytes: renderCalendar(name, daysAhead(source.value), on),
      mediaType: 'text/calendar; charset=utf-8',
      fileName: `obligations-${on}.ics`,
    });
  },
});
