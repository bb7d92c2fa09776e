import { useId } from 'react';
import type { Citation, RichText, Run } from '../../../core/report/prose.ts';
import type { Source } from '../../../core/report/report.ts';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { useReader, type Reader } from './reader-context.ts';

/** Running text: emphasis, links and citations. */
export const Rich = ({ text }: { readonly text: RichText }) => text.map((run, index) => <OneRun key={index} run={run} />);

function OneRun({ run }: { readonly run: Run }) {
  if (typeof run === 'string') return run;
  if ('cite' in run) return <Cited citation={run} />;
  if ('strong' in run) return <strong>{run.strong}</strong>;
  if ('em' in run) return <em>{run.em}</em>;
  if ('href' in run) return <a href={run.href} rel="noreferrer">{run.text}</a>;
  return <span lang={run.language}>{run.foreign}</span>;
}

/** Short name, place and mark: leads to the list of sources, from where a link leads back. */
function Cited({ citation }: { readonly citation: Citation }) {
  const reader = useReader();
  const id = useId();
  const source = reader.sources.get(citation.cite);
  if (source === undefined) return null;
  const name = nameOf(source, reader);
  return (
    <a className="cite" id={id} href={`#source-${source.number}`} onClick={() => reader.follow(source.number, id)}>
      {citation.locator === undefined ? name : `${name} ${citation.locator}`}<CheckSquare status={source.checked} />
    </a>
  );
}

/** `NIS2`, `ST-10`, `our ratings`. */
export function nameOf({ id, number }: Source, { documents }: Reader): string {
  if (id === 'own:profile') return say('guide.own.profile');
  if (id === 'own:ratings') return say('guide.own.ratings');
  return documents.get(id)?.shortTitle ?? (/^ST-\d+$/u.test(id) ? id : say('guide.sourceNumber', { number }));
}
