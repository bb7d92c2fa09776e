import { Link } from '@tanstack/react-router';
import { cellStates, type CellState } from '../../../core/variation.ts';
import type { VariationView } from '../../../web/client/variation.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import './variation.css';

type GridProps = { readonly view: VariationView; readonly read: VariationView['countries'] };

/** A square for each country and safeguard; its letter says the same as its shade. */
export function VariationGrid({ view, read }: GridProps) {
  return (
    <>
      <p className="var-legend small">
        {cellStates.map((state) => (
          <span key={state}>
            <Sign state={state} /> {say(`variation.state.${state}`)}
          </span>
        ))}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
      <section className="var-scroll" tabIndex={0} aria-label={say('variation.caption')}>
        <table className="var-grid">
          <caption className="hidden">{say('variation.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('variation.heads.safeguard')}</th>
              {read.map(({ code, name }) => (
                <th key={code} scope="col">
                  <abbr title={name}>{code}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ id, title, language, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/library/$id" params={{ id }}>
                    {id}
                  </Link>{' '}
                  <InLanguage text={title} of={language} />
                </th>
                {read.map(({ code }) => {
                  const state = cells.find(({ country }) => country === code)?.state ?? 'not_checked';
                  return (
                    <td key={code}>
                      <Sign state={state} />
                      <span className="hidden">{say(`variation.state.${state}`)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const Sign = ({ state }: { readonly state: CellState }) => (
  <span className={`var-sign var-${state}`} aria-hidden="true">
    {say(`variation.sign.${state}`)}
  </span>
);
