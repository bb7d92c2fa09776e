import { useId } from 'react';
import type { Citation, RichText, Run } from '../../../core/report/prose.ts';
import type { Source } from '../../../core/report/report.ts';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { useReader, type Reader } from './reader-context.ts';

/** Running text: emphasis, links and citations. */
export const Rich = ({ text }: { readonly text: RichText }) =>
  text.map((run, index) => <OneRun key={index} run={run} before={text.slice(0, index)} />);

function OneRun({ run, before }: { readonly run: Run; readonly before: RichText }) {
  if (typeof run === 'string') return run;
  if ('cite' in run) return <Cited citation={run} before={before} />;
  if ('strong' in run) return <strong>{run.strong}</strong>;
  if ('em' in run) return <em>{run.em}</em>;
  if ('href' in run) {
    return (
      <a href={run.href} rel="noreferrer">
        {run.text}
      </a>
    );
  }
  return <span lang={run.language}>{run.foreign}</span>;
}

const longestOnOneLine = 36;

/** Short name, place and mark: leads to the list of sources, from where a link leads back. */
function Cited({ citation, before }: { readonly citation: Citation; readonly before: RichText }) {
  const reader = useReader();
  const id = useId();
  const source = reader.sources.get(citation.cite);
  if (source === undefined) return null;
  const name = nameOf(source, reader);
  const text = citation.locator === undefined ? unlessSaid(name, source, before) : `${name} ${citation.locator.trim()}`;
  return (
    <a
      className={text.length > longestOnOneLine ? 'cite long' : 'cite'}
      id={id}
      href={`#source-${source.number}`}
      onClick={() => reader.follow(source.number, id)}
    >
      {text}
      <CheckSquare status={source.checked} />
    </a>
  );
}

/** Where the name has just been said, the number of the source does. */
function unlessSaid(name: string, { number }: Source, before: RichText): string {
  const last = before.findLast((run) => typeof run !== 'string' || run.trim() !== '');
  const isSaid = typeof last === 'object' && 'strong' in last && last.strong === name;
  return isSaid ? say('guide.sourceNumber', { number }) : name;
}

/** `NIS2`, `ST-10`, `our ratings`, `national act`. */
export function nameOf({ id, number }: Source, { documents }: Reader): string {
  if (id === 'own:profile') return say('guide.own.profile');
  if (id === 'own:ratings') return say('guide.own.ratings');
  if (id.startsWith('country:')) return say('guide.nationalAct');
  return documents.get(id)?.shortTitle ?? (/^ST-\d+$/u.test(id) ? id : say('guide.sourceNumber', { number }));
}
