import type { Translate } from '../../core/report/words.ts';
import { textTable } from '../../platform/text-table.ts';
import type { AnswersView } from './search-view.ts';

const widestTitle = 72;

/** Answers for a terminal: one line each, then what was kept away or may have been meant. */
export function printAnswers(answers: AnswersView, say: Translate): string {
  const { total, hits, leftOut, suggestion, isPartial, isOwn } = answers;
  const heads = ['id', 'kind', 'title', 'state', ...(isOwn ? ['force'] : [])];
  const table = textTable(
    heads.map((head) => say(`search.heads.${head}`)),
    hits.map((hit) => rowOf(hit, isOwn, say)),
    heads.map(() => 'start'),
  );
  const status = leftOut.find(({ name }) => name === 'status');
  return [
    say('web.library.search.answers', { count: total }),
    ...(isPartial && total > 0 ? [say('web.library.search.partial')] : []),
    ...(suggestion === null ? [] : [say('search.meant', { words: suggestion })]),
    ...(total === 0 ? [] : ['', table]),
    ...(hits.length < total ? ['', say('search.more', { rest: total - hits.length })] : []),
    ...(status === undefined ? [] : ['', say('search.leftOut', { count: status.count })]),
  ].join('\n');
}

function rowOf(hit: AnswersView['hits'][number], isOwn: boolean, say: Translate): readonly string[] {
  const code = hit.code === null || hit.code === hit.ref ? '' : `${hit.code}: `;
  const title = `${code}${hit.title.text}`;
  return [
    hit.ref,
    say(`web.library.kind.${hit.kind}`),
    title.length > widestTitle ? `${title.slice(0, widestTitle - 2)} …` : title,
    [stateOf(hit, say), withoutOf(hit, say)].filter((part) => part !== '').join(', '),
    ...(isOwn ? [hit.force === null ? '' : say(`forceShort.${hit.force}`)] : []),
  ];
}

const withoutOf = ({ reason: { without } }: AnswersView['hits'][number], say: Translate): string =>
  without.length === 0 ? '' : say('search.without', { words: without.join(', ') });

function stateOf({ rating, status }: AnswersView['hits'][number], say: Translate): string {
  if (rating !== null) return say(`rating.${rating}`);
  return status === null ? '' : say(`documentStatus.${status}`);
}
