import type { IsoDate } from '../../../core/content/verification.ts';
import type { FollowUp } from '../../../core/follow-up/follow-up.ts';
import { followWords } from '../../../core/follow-up/standing.ts';
import { formatsFor } from '../../../core/report/formats.ts';
import { locale, say } from '../../say.ts';

const formats = formatsFor(locale.slice(0, 2));

/** `Done on 25 November 2026; next due on 25 November 2028`. */
export const followText = (record: FollowUp, today: IsoDate): string =>
  followWords(record, today, formats)
    .map(({ key, values }) => say(`followUp.${key}`, values))
    .join('; ');
