import type { FollowField, FollowPatch } from '../../../core/follow-up/follow-up.ts';
import type { Who } from '../../../web/client/assessment.ts';
import { formatDate } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

/** One part of a record in words. */
export function valueText(record: FollowPatch, field: FollowField): string {
  if (field === 'state') return say(`followUp.state.${record.state ?? 'not_followed'}`);
  if (field === 'evidence')
    return (record.evidence ?? []).map(({ what }) => what).join('; ') || say('follow.record.nothing');
  const value = record[field] ?? null;
  if (value === null) return say('follow.record.nothing');
  if (field === 'repeatMonths') return say('follow.record.repeat', { months: value });
  return field === 'doneOn' || field === 'nextDue' ? formatDate(String(value)) : String(value);
}

/** A part by its name: a repeat says its unit in the value. */
export const fieldName = (field: FollowField): string =>
  say(field === 'repeatMonths' ? 'follow.form.repeat' : `followUp.field.${field}`);

export const whoText = (who: Who | null): string => who?.name ?? say(`follow.who.${who?.kind ?? 'other'}`);
