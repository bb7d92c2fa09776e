import type { ReactNode } from 'react';
import type { ItemLink as Item } from '../../../core/library-item/item.ts';
import type { BodyLine, ItemPage, Section } from '../../../core/library-item/page.ts';
import { CheckMark, CheckSquare, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { langOf, say } from '../../../web/say.ts';
import { formatMoneySpan, formatSpan } from './formats.ts';
import { ItemLink } from './item-link.tsx';
import { ItemStates } from './item-states.tsx';
import { RichProse } from './rich-prose.tsx';
import { RowList } from './row-list.tsx';
import { sayKey } from './value-words.ts';

/** A part of a page under its heading. */
export const ItemSection = ({ section }: { readonly section: Section }) => (
  <section className="lib-section" aria-labelledby={`part-${section.id}`}>
    <h2 id={`part-${section.id}`}>
      {sayKey(`library.section.${section.id}`)}
      {section.kind === 'rows' ? <span className="lib-aside-count soft">{section.rows.length}</span> : null}
    </h2>
    <Body section={section} />
  </section>
);

function Body({ section }: { readonly section: Section }) {
  switch (section.kind) {
    case 'prose':
      return section.paragraphs.map((text) => (
        <p key={text}>
          <RichProse text={text} />
        </p>
      ));
    case 'list':
    case 'steps':
      return <Points section={section} />;
    case 'levels':
      return <Levels section={section} />;
    case 'effort':
      return <Effort section={section} />;
    case 'people':
      return (
        <Pairs
          rows={section.rows.map(({ part, roles }) => ({
            name: sayKey(`library.part.${part}`),
            value: <Links links={roles} />,
          }))}
        />
      );
    case 'voices':
      return (
        <Pairs
          rows={section.rows.map(({ role, text }) => ({
            name: (
              <ItemLink to={role}>
                <InLanguage text={role.title} />
              </ItemLink>
            ),
            value: <InLanguage text={text} />,
          }))}
        />
      );
    case 'rows':
      return <RowList id={section.id} rows={section.rows} />;
    case 'states':
      return <ItemStates rows={section.rows} />;
    case 'bodies':
      return <Bodies rows={section.rows} />;
  }
}

type Of<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>;

const Points = ({ section: { kind, items } }: { readonly section: Of<'list' | 'steps'> }) => {
  const lines = items.map((text) => (
    <li key={text}>
      <RichProse text={text} />
    </li>
  ));
  return kind === 'steps' ? <ol className="lib-steps">{lines}</ol> : <ul className="lib-points">{lines}</ul>;
};

const Levels = ({ section }: { readonly section: Of<'levels'> }) => (
  <Pairs
    rows={(['partially', 'largely', 'fully'] as const).map((level) => ({
      name: <RatingMark state={level} />,
      value: <InLanguage text={section[level]} />,
    }))}
  />
);

type Pair = { readonly name: ReactNode; readonly value: ReactNode };

const Pairs = ({ rows }: { readonly rows: readonly Pair[] }) => (
  <dl className="lib-pairs">
    {rows.map(({ name, value }, index) => (
      <div key={index}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const Effort = ({ section: { rows, note } }: { readonly section: Of<'effort'> }) => (
  <>
    <table className="lib-table">
      <caption>{say('library.effortCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('library.size')}</th>
          <th scope="col" className="end">
            {say('library.effortDays')}
          </th>
          <th scope="col" className="end">
            {say('library.effortCost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ size, days, costEur }) => (
          <tr key={size}>
            <th scope="row">{say(`size.${size}`)}</th>
            <td className="end">{formatSpan(days)}</td>
            <td className="end">{formatMoneySpan(costEur)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="small soft" lang={langOf()}>
      {note}
    </p>
  </>
);

function Bodies({ rows }: { readonly rows: readonly BodyLine[] }) {
  if (rows.length === 0) return <p className="soft">{say('library.noBodies')}</p>;
  return (
    <Pairs
      rows={rows.map(({ office, name, does, url, email, check }) => ({
        name: sayKey(`library.office.${office}`),
        value:
          name === null ? (
            <CheckMark status={check} word={say('library.bodyUnconfirmed')} />
          ) : (
            <>
              {url !== null && /^https?:\/\//u.test(url) ? (
                <a href={url} rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}
              <CheckSquare status={check} />
              <span className="small soft lib-line" lang={langOf()}>
                {does}
              </span>
              {email === null ? null : (
                <a className="small lib-line" href={`mailto:${email}`}>
                  {email}
                </a>
              )}
            </>
          ),
      }))}
    />
  );
}

const Links = ({ links }: { readonly links: readonly Item[] }) =>
  links.map((link, index) => (
    <span key={link.ref}>
      {index > 0 ? ', ' : null}
      <ItemLink to={link}>
        <InLanguage of={link.language} text={nameOf(link)} />
      </ItemLink>
    </span>
  ));

/** Figures, clauses and safeguards are called by what people cite, chapters by number and title. */
const nameOf = ({ kind, code, title }: Item): string => {
  if (code === undefined || kind === 'framework' || kind === 'country') return title;
  return kind === 'chapter' ? `${code} ${title}` : code;
};

/** So many links stand in a line; the rest opens. */
const mostInLine = 6;

/** Who cites the item, or rests on it. */
export const UsedSection = ({ used }: Pick<ItemPage, 'used'>) =>
  used.length === 0 ? null : (
    <section className="lib-section" aria-labelledby="part-used">
      <h2 id="part-used">{say('library.section.used')}</h2>
      <Pairs
        rows={used.map(({ of, links }) => ({
          name: say(`library.kinds.${of}`),
          value: (
            <>
              <Links links={links.slice(0, mostInLine)} />
              {links.length > mostInLine ? (
                <Twin title={say('library.more', { count: links.length - mostInLine })}>
                  <Links links={links.slice(mostInLine)} />
                </Twin>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
