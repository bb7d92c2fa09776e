import { Link } from '@tanstack/react-router';
import type { Coverage } from '../../../web/client/upkeep.ts';
import { say } from '../../../web/say.ts';

/** How many requirements of each framework some safeguard touches; never how many are met. */
export function CoverageTable({ coverage: { safeguards, mappings, frameworks } }: { readonly coverage: Coverage }) {
  return (
    <section className="section" aria-labelledby="coverage">
      <h2 id="coverage">{say('coverage.title')}</h2>
      <p>{say('upkeep.coverage.lead', { safeguards, mappings })}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
      <section className="lib-scroll" tabIndex={0} aria-label={say('upkeep.coverage.table')}>
        <table className="lib-table">
          <thead>
            <tr>
              <th scope="col">{say('coverage.heads.framework')}</th>
              <th scope="col" className="end">
                {say('coverage.heads.ends')}
              </th>
              <th scope="col" className="end">
                {say('coverage.heads.touched')}
              </th>
              <th scope="col" className="end">
                {say('coverage.heads.untouched')}
              </th>
            </tr>
          </thead>
          <tbody>
            {frameworks.map(({ id, shortTitle, rows, isPromised }) => {
              const touched = rows.filter(({ touching }) => touching.length > 0).length;
              return (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/library/$id" params={{ id }}>
                      {shortTitle}
                    </Link>{' '}
                    {isPromised ? null : <span className="soft">({say('upkeep.coverage.compared')})</span>}
                  </th>
                  <td className="end">{rows.length}</td>
                  <td className="end">{touched}</td>
                  <td className="end">{rows.length - touched}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
