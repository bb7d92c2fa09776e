import type { ProfileField } from '../../../core/profile/fact-groups.ts';
import type { Assessment } from '../../../web/client/analysis.ts';
import { isWordKey, say } from '../../../web/say.ts';

/** What an answer feeds: what law would ask for it if it were missing, and what else is made from it. */
export function feedsText(field: ProfileField, withoutAnswers: Assessment | undefined): string {
  const question = withoutAnswers?.questions.find(({ fact }) => fact === field);
  const duties = question?.decides ?? [];
  const first = withoutAnswers?.obligations.find(({ id }) => id === duties[0])?.title;
  const other = `profile.feeds.${field}`;
  const sentences = [
    ...(question?.decidesClass === true ? [say('profile.feeds.theClass')] : []),
    ...(first === undefined ? [] : [say('profile.feeds.duties', { count: duties.length, first })]),
    ...(isWordKey(other) ? [say('profile.feeds.into', { what: say(other) })] : []),
  ];
  if (sentences.length > 0) return sentences.join(' ');
  return withoutAnswers === undefined ? '' : say('profile.feeds.nothing');
}
