import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LibraryHit } from '../../../web/client/library-search.ts';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { langOf, say } from '../../../web/say.ts';
import { forceWord, formatDay } from './formats.ts';
import { HitReason } from './hit-reason.tsx';
import { ItemLink } from './item-link.tsx';
import { MarkedText } from './marked-text.tsx';
import { sayKey } from './value-words.ts';

/** Answers, each with why it was found and what it is worth. */
export const HitList = ({ hits }: { readonly hits: readonly LibraryHit[] }) => (
  <ul className="lib-hits">
    {hits.map((hit) => (
      <li key={hit.imported === null ? hit.ref : `${hit.imported.edition} ${hit.ref}`} className="lib-hit">
        <p className="small soft">{kindLine(hit)}</p>
        <h3 lang={langOf(hit.language)}>
          <HitLink hit={hit}>
            <MarkedText {...hit.title} />
          </HitLink>
        </h3>
        {hit.excerpt.text === '' ? null : (
          <p lang={langOf(hit.excerptLanguage)}>
            <MarkedText {...hit.excerpt} />
          </p>
        )}
        <HitReason reason={hit.reason} />
        <HitMarks hit={hit} />
      </li>
    ))}
  </ul>
);

/** What came in a file has its place in its edition; the rest has a page of its own. */
const HitLink = ({ hit, children }: { readonly hit: LibraryHit; readonly children: ReactNode }) =>
  hit.imported === null ? (
    <ItemLink to={hit}>{children}</ItemLink>
  ) : (
    <Link
      to="/library/editions/$id"
      params={{ id: hit.imported.edition }}
      search={{ words: hit.language ?? 'en', at: hit.imported.requirement }}
    >
      {children}
    </Link>
  );

/** "Safeguard S-043", "Clause, NIS2 Art. 21(2)(d)", "Law". */
function kindLine({ kind, code, sort, imported }: LibraryHit): string {
  if (imported !== null)
    return code === null
      ? say('library.search.importedLineBare', { edition: imported.title })
      : say('library.search.importedLine', { number: code, edition: imported.title });
  switch (kind) {
    case 'document':
      return sort === null ? say('library.kind.document') : sayKey(`library.sort.${sort}`);
    case 'requirement':
      return say('library.clauseLine', { cite: code ?? '' });
    case 'chapter':
      return say('library.chapterNumber', { number: code ?? '' });
    case 'obligation':
      return sort === null ? say('library.kind.obligation') : say('library.dutyOf', { law: sort });
    case 'safeguard':
    case 'statistic':
      return `${say(`library.kind.${kind}`)} ${code ?? ''}`;
    default:
      return say(`library.kind.${kind}`);
  }
}

function HitMarks({ hit }: { readonly hit: LibraryHit }) {
  const { force, from, rating, status, date, kind, check } = hit;
  const isWorth = kind === 'document' || kind === 'framework';
  return (
    <p className="small soft lib-marks">
      {force === null ? null : <ForceMark force={force} word={forceWord(force, from)} />}
      {rating === null ? null : <RatingMark state={rating} />}
      {status === null || (status !== 'proposed' && !isWorth && !isPast(status)) ? null : (
        <span>{sayKey(`documentStatus.${status}`)}</span>
      )}
      {date !== null && (isWorth || kind === 'statistic') ? <span>{formatDay(date)}</span> : null}
      {check === null ? <span>{say('library.search.imported')}</span> : <CheckMark status={check} />}
    </p>
  );
}

const isPast = (status: string): boolean => ['superseded', 'repealed', 'historical', 'closed'].includes(status);
