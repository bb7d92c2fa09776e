import type { Services } from '../../library/services.ts';
import { textTable } from '../../platform/text-table.ts';
import type { QuestionView, SummaryView } from './views.ts';

const language = 'en';

/** A sentence of this feature for the command line. */
export const printed = (
  { library }: Services,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string => library.words(language).translate(`questions.${key}`, values);

const headsOf = (services: Services, heads: readonly string[]) =>
  heads.map((head) => printed(services, `heads.${head}`));

/** A line a question. */
export function printQuestions(
  { questions }: { readonly questions: readonly SummaryView[] },
  services: Services,
): string {
  if (questions.length === 0) return printed(services, 'none');
  const heads = headsOf(services, ['id', 'colleague', 'standing', 'safeguards', 'pending', 'until']);
  const rows = questions.map(({ id, colleague, standing, safeguards, pending, endsAt }) => [
    id,
    colleague,
    printed(services, `standing.${standing}`),
    String(safeguards),
    String(pending),
    endsAt.slice(0, 10),
  ]);
  return textTable(heads, rows, ['start', 'start', 'start', 'end', 'end', 'start']);
}

/** Each proposal beside the rating as it stands. */
export function printQuestion(view: QuestionView, services: Services): string {
  const say = services.library.words(language).translate;
  const heads = headsOf(services, ['safeguard', 'now', 'proposed', 'decision', 'note']);
  const rows = view.items.map(({ id, current, answer, decision, reason, note, isChanged }) => [
    id,
    `${say(`rating.${current.rating}`)}${isChanged ? ' *' : ''}`,
    answer === null ? '-' : answer === 'unknown' ? printed(services, 'doesNotKnow') : say(`rating.${answer}`),
    decision === null ? '-' : printed(services, `decision.${decision}`),
    [reason, note].filter((text) => text !== null).join('; '),
  ]);
  const lines = [
    `${view.colleague}: ${printed(services, `standing.${view.standing}`)}, ${view.endsAt.slice(0, 10)}`,
    textTable(heads, rows, ['start', 'start', 'start', 'start', 'start']),
  ];
  if (view.items.some(({ isChanged }) => isChanged)) lines.push(printed(services, 'changedSince'));
  return lines.join('\n');
}
