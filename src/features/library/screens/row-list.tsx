import type { Clause, Row } from '../../../core/library-item/page.ts';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { isWordKey, say } from '../../../web/say.ts';
import { ClauseTable } from './clause-table.tsx';
import { forceWord } from './formats.ts';
import { ItemLink } from './item-link.tsx';
import { RichProse } from './rich-prose.tsx';
import { sayKey } from './value-words.ts';

/** Longer lists show their beginning; the rest opens, and is open in print. */
const mostAtOnce = 12;
/** Lists of clauses are read as a whole, and compared by number. */
const clauseLists: ReadonlySet<string> = new Set(['tree', 'clauses', 'above', 'below', 'restsOn']);
/** Lists in which safeguards meet clauses: a relation is no coverage. */
const mappingLists: ReadonlySet<string> = new Set(['mapped', 'touching', 'touchingBelow', 'mappings']);

/** Items with the reason why each stands there. */
export function RowList({ id, rows }: { readonly id: string; readonly rows: readonly Row[] }) {
  if (clauseLists.has(id)) return <ClauseTable rows={rows} />;
  const isWhole = rows.length <= mostAtOnce + 2;
  const shown = isWhole ? rows : rows.slice(0, mostAtOnce);
  return (
    <>
      {id === 'questions' ? <p className="small soft">{say('library.questionsNote')}</p> : null}
      {mappingLists.has(id) ? <p className="small soft">{say('library.relationNote')}</p> : null}
      <Lines id={id} rows={shown} />
      {isWhole ? null : (
        <Twin title={say('library.more', { count: rows.length - mostAtOnce })}>
          <Lines id={id} rows={rows.slice(mostAtOnce)} />
        </Twin>
      )}
    </>
  );
}

/** Short codes of a list stand in a column of their own. */
const longestInColumn = 9;

const Lines = ({ id, rows }: { readonly id: string; readonly rows: readonly Row[] }) => (
  <ul
    className={
      rows.every(({ code = '' }) => code !== '' && code.length <= longestInColumn) ? 'lib-rows coded' : 'lib-rows'
    }
  >
    {rows.map((row) => (
      <li key={row.ref}>
        {row.code === undefined || row.kind === 'obligation' ? null : (
          <span className="lib-row-code soft">{row.code}</span>
        )}
        <p className="lib-row-name">
          <ItemLink to={row}>
            <InLanguage of={row.language} text={row.title} />
          </ItemLink>
        </p>
        {row.note === undefined ? null : (
          <p className="small lib-row-note">
            <RichProse text={row.note} />
          </p>
        )}
        <RowMarks id={id} row={row} />
      </li>
    ))}
  </ul>
);

/** What is known of the line, in words: relation, force, rating, strength, count, and how well it was checked. */
function RowMarks({ id, row }: { readonly id: string; readonly row: Row }) {
  const { clauses = [], force, from, rating, strength, safeguards, status, country, isNamed, check } = row;
  const words = [
    ...(row.kind === 'obligation' && row.code !== undefined ? [row.code] : []),
    ...(country === undefined ? [] : [country]),
    ...(status === undefined ? [] : [sayKey(status)]),
    ...(isNamed === true ? [say('library.isNamed')] : []),
    ...(strength === undefined ? [] : [strengthWord(strength)]),
    ...(safeguards === undefined ? [] : [say('library.touchedBy', { count: safeguards })]),
  ];
  const isOurs = row.kind === 'safeguard';
  if (clauses.length + words.length === 0 && force === undefined && rating === undefined && check === undefined)
    return null;
  return (
    <p className="small soft lib-marks">
      {force === undefined ? null : <ForceMark force={force} word={forceWord(force, from)} />}
      {rating === undefined ? null : <RatingMark state={rating} />}
      {clauses.length === 0 ? null : <Clauses id={id} row={row} />}
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {check === undefined || isOurs ? null : <CheckMark status={check} />}
    </p>
  );
}

/** "intersects with Art. 21(2)(d), Art. 21(2)(j)": clauses of one relation together. */
function Clauses({ id, row: { clauses = [] } }: { readonly id: string; readonly row: Row }) {
  const relations = [...new Set(clauses.map(({ relation }) => relation))];
  // Where the page or the line is the clause, its name is said already.
  if (id === 'touching' || id === 'mappings')
    return relations.map((relation) => <span key={relation}>{say(`library.relationToIt.${relation}`)}</span>);
  // A topic leads to its clauses; the relation is that of its safeguards.
  if (id === 'questions')
    return (
      <span>
        <ClauseLinks clauses={clauses} />
      </span>
    );
  return relations.map((relation) => (
    <span key={relation}>
      {say(`library.relation.${relation}`)}
      <ClauseLinks clauses={clauses.filter((clause) => clause.relation === relation)} />
    </span>
  ));
}

const ClauseLinks = ({ clauses }: { readonly clauses: readonly Clause[] }) =>
  clauses.map((clause, index) => (
    <span key={clause.ref}>
      {index > 0 ? ', ' : ' '}
      <ItemLink to={clause}>{clause.code}</ItemLink>
    </span>
  ));

function strengthWord(strength: number): string {
  const key = `library.strength.${strength}`;
  return isWordKey(key) ? say(key) : String(strength);
}
