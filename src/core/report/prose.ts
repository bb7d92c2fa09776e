/** Report: the model that every document is, before it has a format. Builders choose and order; outputs draw. */

/** A piece of running text. Emphasis and links are data, never markup inside a string. */
export type Run =
  | string
  | { readonly strong: string }
  | { readonly em: string }
  | { readonly text: string; readonly href: string }
  | { readonly foreign: string; readonly language: string }
  | Citation;

/** A mark that resolves in the annex. `source` is a document id, a statistic id or an own record (`own:ratings`). */
export type Citation = { readonly cite: string; readonly locator?: string | undefined };

/** A piece without its looks: nothing for a mark. */
export function plainRun(run: Run): string {
  if (typeof run === 'string') return run;
  if ('strong' in run) return run.strong;
  if ('em' in run) return run.em;
  if ('foreign' in run) return run.foreign;
  return 'text' in run ? run.text : '';
}

/** Running text as pieces. */
export type RichText = readonly Run[];

/** A mark as prose writes it: what it names and where in it. */
export type Mark = { readonly target: string; readonly locator?: string | undefined };

const markPattern =
  /\[((?:[a-z][a-z0-9.-]*:[^\],]+)|(?:ST-\d{2})|(?:S-\d{3})|(?:[a-z][a-z0-9]*(?:-[a-z0-9.]+)+))(?:,\s*([^\]]+))?\]/gu;

/** The marks of a piece of prose, in order. */
export const marksOf = (prose: string): readonly Mark[] =>
  [...prose.matchAll(markPattern)].map(([, target, locator]) => ({ target: target ?? '', locator }));

/** Splits prose at its marks; `resolve` says what a mark becomes (several runs where it cites several things). */
export function proseRuns(prose: string, resolve: (mark: Mark) => readonly Run[]): RichText {
  const runs: Run[] = [];
  let from = 0;
  for (const match of prose.matchAll(markPattern)) {
    if (match.index > from) runs.push(prose.slice(from, match.index));
    runs.push(...resolve({ target: match[1] ?? '', locator: match[2] }));
    from = match.index + match[0].length;
  }
  if (from < prose.length) runs.push(prose.slice(from));
  return runs;
}

/** Prose without its marks, for a place that cannot hold them. */
export const withoutMarks = (prose: string): string =>
  prose
    .replace(markPattern, '')
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/\s{2,}/gu, ' ')
    .trim();
