import { formatsFor } from '../../../core/report/formats.ts';
import { language, say } from '../../../web/say.ts';
import { sayKey } from './value-words.ts';

/** `23 November 2026`, also for a month or a year alone; spans of numbers and of money. */
export const { date: formatDay, span: formatSpan, moneySpan: formatMoneySpan } = formatsFor(language);

/** "Binding from 1 August 2026" where the day lies ahead. */
export const forceWord = (force: string, from: string | null | undefined): string =>
  force === 'binding_from' && typeof from === 'string'
    ? say('force.fromDate', { date: formatDay(from) })
    : sayKey(`force.${force}`);
