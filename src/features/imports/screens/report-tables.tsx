import type { ImportFinding, ImportLoss } from '../../../core/guidance/bundle.ts';
import { say } from '../../../web/say.ts';
import { Table } from './table.tsx';

/** Findings, in the English of whoever reads the file. */
export const FindingTable = ({ rows }: { readonly rows: readonly ImportFinding[] }) => (
  <Table
    caption={say('importing.findings')}
    isCaptionHidden
    heads={[{ word: say('importing.severity') }, { word: say('importing.finding') }, { word: say('importing.place') }]}
    rows={rows.map(({ code, severity, at, line, message }, index) => ({
      key: `${index} ${code} ${at}`,
      head: <span className={`imp-severity ${severity}`}>{say(`imports.severity.${severity}`)}</span>,
      cells: [
        <span key="message" lang="en">
          {message}
        </span>,
        <span key="at">
          {line === undefined ? null : `${say('importing.line', { line })} `}
          <code>{at}</code>
        </span>,
      ],
    }))}
  />
);

/** What was not carried, item by item. */
export const LossTable = ({ rows }: { readonly rows: readonly ImportLoss[] }) => (
  <Table
    caption={say('importing.losses')}
    isCaptionHidden
    heads={[{ word: say('importing.loss') }, { word: say('importing.lossKind') }, { word: say('importing.place') }]}
    rows={rows.map(({ code, at, what }, index) => ({
      key: `${index} ${code} ${at}`,
      head: what,
      cells: [
        <span key="code" lang="en">
          {code.replaceAll('_', ' ')}
        </span>,
        <code key="at">{at}</code>,
      ],
    }))}
  />
);
