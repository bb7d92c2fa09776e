import { cellStates, type CellState } from '../../../core/variation.ts';
import type { VariationView } from '../../../web/client/variation.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';

type ClausesProps = { readonly view: VariationView; readonly read: VariationView['countries'] };

/** The citations behind the squares: one list a country. */
export function VariationClauses({ view, read }: ClausesProps) {
  return (
    <section className="section" aria-labelledby="clauses">
      <h2 id="clauses">{say('variation.show')}</h2>
      {read.map(({ code, name }) => {
        const rows = view.rows.map(({ id, cells }) => ({ id, cell: cells.find(({ country }) => country === code) }));
        const count = (state: CellState): number => rows.filter(({ cell }) => cell?.state === state).length;
        const [law, framework, recommended, missing] = cellStates.map(count);
        return (
          <Twin
            key={code}
            title={say('variation.counts', {
              country: name,
              law: law ?? 0,
              framework: framework ?? 0,
              recommended: recommended ?? 0,
              missing: missing ?? 0,
            })}
          >
            <ul className="small">
              {rows.flatMap(({ id, cell }) =>
                cell === undefined || cell.cites.length === 0
                  ? []
                  : [
                      <li key={id}>
                        {id}: {cell.cites.map(({ title, cite, asks }) => `${title} ${cite} (${asks})`).join('; ')}
                      </li>,
                    ],
              )}
            </ul>
          </Twin>
        );
      })}
    </section>
  );
}
