import type { IsoDate } from '../../core/content/verification.ts';
import { changedFields, followFields, type FollowField, type FollowUp } from '../../core/follow-up/follow-up.ts';
import { followWords } from '../../core/follow-up/standing.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Services } from '../../library/services.ts';
import type { FollowedView, FollowUpView, ObligationView } from './views.ts';

const sayIn = ({ library }: Services) => library.words('en').translate;

/** `Done on 25 November 2026; next due on 25 November 2028`. */
function standingOf(record: FollowUp, today: string, services: Services): string {
  const say = sayIn(services);
  return followWords(record, today as IsoDate, formatsFor('en'))
    .map(({ key, values }) => say(`followUp.${key}`, values))
    .join('; ');
}

/** The counts, then a line a record: those that apply first. */
export function printFollowed({ counts, followUps, today }: FollowedView, services: Services): string {
  const say = sayIn(services);
  const line = (view: FollowedView['followUps'][number]) =>
    `  ${view.id}  ${view.title}: ${standingOf(view, today, services)}`;
  const gone = followUps.filter(({ applies }) => applies === 'no_longer');
  return [
    ...(counts === null ? [] : [say('followUp.counts', counts)]),
    ...(followUps.length === 0 ? [say('cli.followUp.none')] : []),
    ...followUps.filter(({ applies }) => applies !== 'no_longer').map(line),
    ...(gone.length === 0 ? [] : ['', say('register.followUp.gone'), ...gone.map(line)]),
  ].join('\n');
}

const shown = (record: FollowUp, field: FollowField, services: Services): string => {
  const say = sayIn(services);
  const { date } = formatsFor('en');
  const value = record[field];
  if (field === 'state') return say(`followUp.state.${record.state}`);
  if (field === 'evidence')
    return record.evidence.map(({ what, link }) => (link ? `${what} (${link})` : what)).join('; ') || '-';
  if (value === null) return '-';
  return field === 'doneOn' || field === 'nextDue' ? date(String(value)) : String(value);
};

/** Every part of a record that says something, a line each. */
export function printFollowUp(view: FollowUpView, services: Services): string {
  const say = sayIn(services);
  const said = followFields.filter((field) => field === 'state' || shown(view, field, services) !== '-');
  return [
    `${view.id}, ${say('cli.version', { version: view.version })}`,
    ...said.map((field) => `${say(`followUp.field.${field}`)}: ${shown(view, field, services)}`),
  ].join('\n');
}

/** One duty: its force, whom it goes to, what is kept of it, and every change. */
export function printObligation(view: ObligationView, services: Services): string {
  const say = sayIn(services);
  const { date } = formatsFor('en');
  const authorities = view.authorities.map(({ name, email, url, status, checkedOn }) =>
    [name, email, url, `${say(`verification.${status}`)}, ${date(checkedOn)}`]
      .filter((part) => part !== null)
      .join(', '),
  );
  const changes = view.changes.flatMap(({ at, by, before, after }) => [
    `${date(at.slice(0, 10))} ${at.slice(11, 16)} UTC, ${by.name ?? say(`cli.who.${by.kind}`)}`,
    ...changedFields(before, after).map(
      (field) =>
        `  ${say(`followUp.field.${field}`)}: ${shown(before, field, services)} → ${shown(after, field, services)}`,
    ),
  ]);
  return [
    view.title,
    ...(view.force === null ? [] : [say(`force.${view.force}`)]),
    ...(view.applies === 'no_longer' ? [say('register.followUp.gone')] : []),
    `${say('register.authority')}: ${authorities.join('; ') || say('cli.followUp.noAuthority')}`,
    printFollowUp(view.followUp, services),
    ...(changes.length === 0 ? [] : ['', ...changes]),
  ].join('\n');
}
