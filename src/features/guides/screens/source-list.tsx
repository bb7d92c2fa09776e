import type { Source } from '../../../core/report/report.ts';
import { CheckMark } from '../../../web/kit/signs/signs.tsx';
import { langOf, say } from '../../../web/say.ts';
import { useReader } from './reader-context.ts';
import { nameOf } from './rich.tsx';

/** What the citations lead to, each with a way back to the one that was followed. */
export const SourceList = ({ sources }: { readonly sources: readonly Source[] }) => (
  <ol className="sources">
    {sources.map((source) => (
      <OneSource key={source.id} source={source} />
    ))}
  </ol>
);

function OneSource({ source }: { readonly source: Source }) {
  const reader = useReader();
  const { number, title, url, publisher, date, status, checked, checkedWord, note } = source;
  const back = reader.followed[number];
  return (
    <li id={`source-${number}`} tabIndex={-1}>
      <span className="source-name">{nameOf(source, reader)}</span>
      <div>
        <p lang={checked === 'own' ? undefined : langOf()}>
          {url === null ? (
            title
          ) : (
            <a href={url} rel="noreferrer">
              {title}
            </a>
          )}
        </p>
        <p className="soft">
          {say('guide.published', { publisher, date, status })} {note}
        </p>
        <p>
          <CheckMark status={checked} word={checkedWord} />
          {back === undefined ? null : (
            <>
              {' '}
              <a href={`#${back}`}>{say('guide.backToText')}</a>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
