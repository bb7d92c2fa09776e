import type { ReactNode } from 'react';
import type { Column, Table } from '../../../core/report/report.ts';
import { Rich } from './rich.tsx';
import './tables.css';

/** A table that scrolls by itself where it is wider than the page, and stacks where the page is narrow. */
export function DataTable({
  table,
  id,
  name,
}: {
  readonly table: Table;
  readonly id: string;
  readonly name?: string | undefined;
}) {
  const { caption, columns, rows } = table;
  return (
    <TableRegion name={caption ?? name ?? columns.map(({ head }) => head).join(', ')} id={id}>
      <table className="rows">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <colgroup>
          {columns.map((column, index) => (
            <col key={index} style={widthOf(column)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ head, align }, index) => (
              <th key={index} scope="col" className={align === 'end' ? 'end' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td
                  key={column}
                  data-head={columns[column]?.head}
                  className={columns[column]?.align === 'end' ? 'end' : undefined}
                >
                  <Rich text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** The keyboard can reach what scrolls. Ids of blocks keep names apart. */
export const TableRegion = ({
  name,
  id,
  children,
}: {
  readonly name: string;
  readonly id: string;
  readonly children: ReactNode;
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached, WCAG 2.1.1.
  <section className="table-region" aria-label={`${name} (${id})`} tabIndex={0}>
    {children}
  </section>
);

/** The paper's millimetres are a good measure of how much a column wants. */
const widthOf = ({ width }: Column) => ('mm' in width ? { inlineSize: `${width.mm * 0.28}rem` } : {});
