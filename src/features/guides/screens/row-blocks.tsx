import type { Block, SafeguardHeads, SafeguardRow } from '../../../core/report/report.ts';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { language } from '../../../web/say.ts';
import { TableRegion } from './data-table.tsx';
import { useReader } from './reader-context.ts';
import { Rich } from './rich.tsx';

type Kind<Name extends Block['kind']> = Extract<Block, { kind: Name }>;

/** Safeguards with their state as circle and word. */
export const Safeguards = ({
  block: { heads, label, rows },
  id,
}: {
  readonly block: Kind<'safeguards'>;
  readonly id: string;
}) => (
  <TableRegion name={label ?? heads.safeguard} id={id}>
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{heads.safeguard}</th>
          <th scope="col">{heads.state}</th>
          <th scope="col">{heads.rank}</th>
          <th scope="col">{heads.duty}</th>
          <th scope="col" className="end">
            {heads.effort}
          </th>
          <th scope="col">{heads.quarter}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SafeguardLine key={row.id} row={row} heads={heads} />
        ))}
      </tbody>
    </table>
  </TableRegion>
);

const SafeguardLine = ({ row, heads }: { readonly row: SafeguardRow; readonly heads: SafeguardHeads }) => (
  <tr>
    <th scope="row">
      <InLanguage of={row.language ?? language} text={row.title} /> <span className="safeguard-id">{row.id}</span>
    </th>
    <td data-head={heads.state}>
      {row.state === null ? row.stateWord : <RatingMark state={row.state} word={row.stateWord} />}
    </td>
    <td data-head={heads.rank} className="no-wrap">
      {row.rankWord}
    </td>
    <td data-head={heads.duty}>
      <Rich text={row.duty} />
    </td>
    <td data-head={heads.effort} className="end no-wrap">
      {row.effort}
    </td>
    <td data-head={heads.quarter} className="no-wrap">
      {row.quarter}
    </td>
  </tr>
);

/** The things of a small practice; the column for the day stands on paper only. */
export function Things({ block: { heads, items } }: { readonly block: Kind<'things'> }) {
  const { report } = useReader();
  return (
    <table className="rows things">
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{report.words.number}</span>
          </th>
          <th scope="col">{heads.what}</th>
          <th scope="col">{heads.time}</th>
          <th scope="col" className="on-paper">
            {heads.done}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ number, what, how, time }) => (
          <tr key={number}>
            <td className="thing-number">{number}</td>
            <td>
              <p>
                <Rich text={what} />
              </p>
              {how.length === 0 ? null : (
                <p className="thing-how">
                  <Rich text={how} />
                </p>
              )}
            </td>
            <td data-head={heads.time} className="no-wrap">
              {time}
            </td>
            <td className="on-paper">{'\u00a0'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whom to tell; lines left blank are for the hand. */
export const Contacts = ({ block: { heads, items } }: { readonly block: Kind<'contacts'> }) => (
  <table className="rows">
    <thead>
      <tr>
        <th scope="col">{heads.who}</th>
        <th scope="col">{heads.when}</th>
        <th scope="col">{heads.how}</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ who, when, how, blank, note }, index) => (
        <tr key={index}>
          <th scope="row">{who}</th>
          <td data-head={heads.when}>{when}</td>
          <td data-head={heads.how}>
            <Rich text={how} />
            {blank ? <span className="blank" /> : null}
            {note.length === 0 ? null : (
              <p className="small soft">
                <Rich text={note} />
              </p>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
