import type { Row } from '../../../core/library-item/page.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { ItemLink } from './item-link.tsx';

/** Clauses with how many safeguards touch each or what stands below it; parts stand in from their group. */
export const ClauseTable = ({ rows }: { readonly rows: readonly Row[] }) => (
  <table className="lib-table lib-clauses">
    <thead>
      <tr>
        <th scope="col">{say('library.clause')}</th>
        <th scope="col">{say('library.question')}</th>
        <th scope="col" className="end">
          {say('library.safeguardCount')}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.ref} className={row.depth === undefined ? undefined : `depth-${Math.min(row.depth, 3)}`}>
          <td className="soft">{row.code}</td>
          <th scope="row">
            <ItemLink to={row}>
              <InLanguage of={row.language} text={row.title} />
            </ItemLink>
          </th>
          <td className="end">
            {row.safeguards === 0 ? (
              <span className="soft">
                <span aria-hidden="true">–</span>
                <span className="hidden">{say('library.touchedBy', { count: 0 })}</span>
              </span>
            ) : (
              row.safeguards
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
