import type { OscalFinding } from '../../../web/client/oscal.ts';
import { say } from '../../../web/say.ts';

/** Findings, each with its place in the document, in the English of whoever reads OSCAL. */
export const FindingTable = ({ rows }: { readonly rows: readonly OscalFinding[] }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls sideways must be reached by keyboard.
  <div className="oscal-scroll" role="group" tabIndex={0} aria-label={say('oscalPage.findingsTable')}>
    <table className="oscal-table">
      <caption className="hidden">{say('oscalPage.findingsTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('oscalPage.severity')}</th>
          <th scope="col">{say('oscalPage.finding')}</th>
          <th scope="col">{say('oscalPage.place')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ severity, pointer, message }, index) => (
          // The same mistake may stand twice at one place.
          <tr key={`${index} ${pointer}`}>
            <th scope="row" className={`oscal-${severity}`}>
              {say(`oscal.severity.${severity}`)}
            </th>
            <td lang="en">{message}</td>
            <td>
              <code>{pointer}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
