import type { ReactNode } from 'react';

export type TableHead = { readonly word: string; readonly isNumber?: boolean };
export type TableRow = { readonly key: string; readonly head: ReactNode; readonly cells: readonly ReactNode[] };

export type TableProps = {
  readonly caption: string;
  /** Whether the caption is only for those who do not see what stands above. */
  readonly isCaptionHidden?: boolean;
  readonly heads: readonly TableHead[];
  readonly rows: readonly TableRow[];
};

/** A calm table that scrolls by itself where the page is narrow. The first cell of a row names it. */
export const Table = ({ caption, isCaptionHidden = false, heads, rows }: TableProps) => (
  // A group, not a region: a page has many tables, and some of one name.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls sideways must be reached by keyboard.
  <div className="imp-scroll" role="group" tabIndex={0} aria-label={caption}>
    <table className="imp-table">
      <caption className={isCaptionHidden ? 'hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {heads.map(({ word, isNumber }) => (
            <th key={word} scope="col" className={isNumber === true ? 'end' : undefined}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]?.word} className={heads[index + 1]?.isNumber === true ? 'end' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
