import { useContext } from 'react';
import type { Fact, ItemPage } from '../../../core/library-item/page.ts';
import { Note } from '../../../web/kit/note/note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { CheckMark, CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { langOf, say } from '../../../web/say.ts';
import { formatDay } from './formats.ts';
import { ItemLink } from './item-link.tsx';
import { CitedContext, RichProse } from './rich-prose.tsx';
import { sayKey } from './value-words.ts';

/** Beside the text: what to keep in mind, properties, life, and what it was checked against. */
export const ItemAside = ({ page }: { readonly page: ItemPage }) => (
  <div className="lib-aside">
    {page.notes.length === 0 ? null : (
      <Note look="ochre">
        <h2>{say('library.notes')}</h2>
        {page.notes.map((note) => (
          <p key={note}>
            <RichProse text={note} />
          </p>
        ))}
      </Note>
    )}
    {page.facts.length === 0 ? null : (
      <section className="lib-section lesser" aria-labelledby="facts">
        <h2 id="facts">{say('library.facts')}</h2>
        <dl className="lib-facts">
          {page.facts.map((fact) => (
            <div key={fact.id}>
              <dt>{sayKey(`library.fact.${fact.id}`)}</dt>
              <dd>
                <FactValue fact={fact} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )}
    <Life life={page.life} />
    <Sources verification={page.verification} />
  </div>
);

function FactValue({ fact: { text, date, word, url, links, check } }: { readonly fact: Fact }) {
  const said = word === undefined ? text === undefined ? undefined : <InLanguage text={text} /> : sayKey(word);
  return (
    <>
      {url === undefined ? said : <a href={url}>{said}</a>}
      {date === undefined ? null : formatDay(date)}
      {links?.map((link, index) => (
        <span key={link.ref}>
          {index > 0 || said !== undefined ? ', ' : null}
          <ItemLink to={link}>
            <InLanguage of={link.language} text={(link.kind === 'statistic' ? link.code : undefined) ?? link.title} />
          </ItemLink>
        </span>
      ))}
      {check === undefined ? null : <CheckSquare status={check} />}
    </>
  );
}

const Life = ({ life }: { readonly life: ItemPage['life'] }) =>
  life.length === 0 ? null : (
    <section className="lib-section lesser" aria-labelledby="life">
      <h2 id="life">{say('library.life')}</h2>
      <ol className="lib-life">
        {life.map(({ date, event, isAhead }) => (
          <li key={`${date} ${event}`} className={isAhead ? 'ahead' : undefined}>
            <time dateTime={date}>{formatDay(date)}</time>
            {event === 'published' ? say('library.published') : <InLanguage text={event} />}
            {isAhead ? <span className="hidden"> ({say('library.ahead')})</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );

/** Sources are documents of the library, addresses of the web, or words that name a record. */
const Sources = ({ verification: { status, sources, note, checkedOn } }: Pick<ItemPage, 'verification'>) => (
  <section className="lib-section lesser" aria-labelledby="checked">
    <h2 id="checked">{say('library.sources')}</h2>
    <p className="small">
      <CheckMark
        status={status}
        word={say('library.verifiedOn', { status: say(`verification.${status}`), date: formatDay(checkedOn) })}
      />
    </p>
    <ul className="lib-sources small">
      {sources.map((source) => (
        <li key={source}>
          <Source source={source} />
        </li>
      ))}
    </ul>
    {note === undefined ? null : (
      <p className="small soft" lang={langOf()}>
        {note}
      </p>
    )}
  </section>
);

function Source({ source }: { readonly source: string }) {
  const named = useContext(CitedContext)[source];
  if (/^https?:\/\//u.test(source))
    return (
      <a href={source} rel="noreferrer">
        {shortAddress(source)}
      </a>
    );
  return named === undefined ? source : <ItemLink to={named}>{named.name}</ItemLink>;
}

const shortAddress = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
