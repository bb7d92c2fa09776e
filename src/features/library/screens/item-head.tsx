import { Link } from '@tanstack/react-router';
import type { ItemPage } from '../../../core/library-item/page.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { forceWord, formatDay } from './formats.ts';
import { ItemLink } from './item-link.tsx';
import { RichProse } from './rich-prose.tsx';
import { sayKey } from './value-words.ts';

/** Where it stands, what it is, one honest sentence, and three signs: how binding, how far, how well known. */
export function ItemHead({ page }: { readonly page: ItemPage }) {
  const { code, title, language, kind, lead, ref } = page;
  return (
    <header className="lib-head">
      <Crumbs page={page} />
      <p className="small soft">{kindWord(page)}</p>
      <PageHeading
        title={kind === 'statistic' || kind === 'requirement' ? (code ?? title) : title}
        address={`/library/${ref}`}
      >
        {code === null || kind === 'framework' || kind === 'country' ? null : <span className="lib-code">{code} </span>}
        <InLanguage of={language} text={title} />
      </PageHeading>
      {lead === null ? null : (
        <p className="lead">
          <RichProse text={lead} language={language} />
        </p>
      )}
      <Signs page={page} />
      {page.verification.status === 'recall' ? (
        <Note look="ochre">
          <p>{say('library.unconfirmedItem')}</p>
        </Note>
      ) : null}
    </header>
  );
}

const Crumbs = ({ page: { kind, crumbs } }: { readonly page: ItemPage }) => (
  <nav className="lib-crumbs small" aria-label={say('library.crumbs')}>
    <ol>
      <li>
        <Link to="/library">{say('library.library')}</Link>
      </li>
      <li>
        <Link to="/library" search={{ kind }}>
          {say(`library.kinds.${kind}`)}
        </Link>
      </li>
      {crumbs.map((crumb) => (
        <li key={crumb.ref}>
          <ItemLink to={crumb}>
            <InLanguage
              of={crumb.language}
              text={crumb.kind === 'requirement' ? (crumb.code ?? crumb.title) : crumb.title}
            />
          </ItemLink>
        </li>
      ))}
    </ol>
  </nav>
);

const kindWord = ({ kind, sort }: ItemPage): string =>
  kind === 'document' && sort !== null ? sayKey(`library.sort.${sort}`) : say(`library.kind.${kind}`);

function Signs({ page: { own, url, verification, kind } }: { readonly page: ItemPage }) {
  const { force = null, rating = null } = own ?? {};
  return (
    <p className="lib-signs">
      {force === null ? null : <ForceMark force={force.force} word={throughWord(force)} />}
      {rating === null ? null : <RatingMark state={rating} />}
      <CheckMark
        status={verification.status}
        word={say('library.verifiedOn', {
          status: say(`verification.${verification.status}`),
          date: formatDay(verification.checkedOn),
        })}
      />
      {url === null ? null : (
        <Official
          url={url}
          word={say(kind === 'country' || kind === 'statistic' ? 'library.source' : 'library.official')}
        />
      )}
    </p>
  );
}

function throughWord({ force, from, through }: NonNullable<NonNullable<ItemPage['own']>['force']>): string {
  const word = forceWord(force, from);
  return through === undefined ? word : say('library.through', { force: word, act: through });
}

/** Only addresses of the web are followed, and where they lead is said. */
function Official({ url, word }: { readonly url: string; readonly word: string }) {
  if (!/^https?:\/\//u.test(url)) return null;
  return (
    <span>
      <a href={url} rel="noreferrer">
        {word}
      </a>{' '}
      <span className="soft small lib-host">{new URL(url).host}</span>
    </span>
  );
}
