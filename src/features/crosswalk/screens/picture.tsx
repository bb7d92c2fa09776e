import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { chartWidth } from '../../../core/chart/chart.ts';
import { matrixChart, matrixPlace, type MatrixPicture } from '../../../core/chart/matrix.ts';
import type { Group } from '../../../core/crosswalk/groups.ts';
import type { Matrix, MatrixCell } from '../../../core/crosswalk/matrix.ts';
import type { CrosswalkView } from '../../../core/crosswalk/view.ts';
import { formatNumber } from '../../../web/format.ts';
import { Chart } from '../../../web/kit/chart/chart.tsx';
import { frameworkName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { useWide } from '../../../web/kit/region/use-wide.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';
import { withPart, type CrosswalkAddress } from './address.ts';

export type PictureProps = {
  readonly view: CrosswalkView;
  readonly address: CrosswalkAddress;
  readonly onGo: (address: CrosswalkAddress) => void;
};

/** Which parts of the two meet, and how often; a square leads to its pairs, and so does its number in the table. */
export function Picture({ view, address, onGo }: PictureProps) {
  const isWide = useWide();
  const { matrix, from, to } = view;
  if (matrix.rows.length < 2 && matrix.columns.length < 2) return null;
  const table = (
    <MatrixTable
      matrix={matrix}
      address={address}
      caption={say('crosswalking.tableCaption', { from: frameworkName(from), to: frameworkName(to) })}
    />
  );
  return (
    <section className="section" aria-labelledby="picture">
      <h2 id="picture">{say('crosswalking.picture')}</h2>
      {isWide ? (
        <>
          <p className="small soft">{say('crosswalking.pictureHint')}</p>
          <Squares matrix={matrix} address={address} onGo={onGo} />
          <Twin title={say('crosswalking.table')}>{table}</Twin>
        </>
      ) : (
        // On a phone the numbers of a picture could not be read.
        <>
          <p className="small soft">{finding(matrix)}</p>
          {table}
        </>
      )}
    </section>
  );
}

function Squares({ matrix, address, onGo }: Pick<PictureProps, 'address' | 'onGo'> & { readonly matrix: Matrix }) {
  const picture = pictureOf(matrix);
  const press = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = chartWidth / box.width;
    const place = matrixPlace(picture, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
    const [row, column] = [matrix.rows[place?.row ?? -1], matrix.columns[place?.column ?? -1]];
    if (row !== undefined && column !== undefined && cellAt(matrix, row, column) !== undefined)
      onGo(withPart(address, { row: row.id, column: column.id }));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the table below has each square as a link.
    <div className="cw-picture" onClick={press}>
      <Chart chart={matrixChart(picture)} alt={finding(matrix)} />
    </div>
  );
}

const cellAt = ({ cells }: Matrix, row: Group, column: Group): MatrixCell | undefined =>
  cells.find((cell) => cell.row === row.id && cell.column === column.id);

const longestName = 14;
const shortName = ({ code, title, id }: Group): string => {
  const name = code === '' ? (title ?? id) : code;
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
};
const longName = ({ code, title }: Group): string => [code, title ?? ''].join(' ').trim();

const pictureOf = (matrix: Matrix): MatrixPicture => ({
  rows: matrix.rows.map(shortName),
  columns: matrix.columns.map(shortName),
  squares: matrix.cells.map((cell) => ({
    row: matrix.rows.findIndex(({ id }) => id === cell.row),
    column: matrix.columns.findIndex(({ id }) => id === cell.column),
    value: known(cell) || cell.candidates,
    isHint: known(cell) === 0,
  })),
});

const known = ({ stated, composed }: MatrixCell): number => stated + composed;

/** What the picture shows, in words. */
function finding(matrix: Matrix): string {
  const [best] = matrix.cells.toSorted(
    (left, right) => known(right) - known(left) || right.candidates - left.candidates,
  );
  const nameOf = (groups: readonly Group[], id: string): string => {
    const group = groups.find((one) => one.id === id);
    return group === undefined ? id : longName(group);
  };
  return best === undefined
    ? say('crosswalking.pictureNone')
    : say('crosswalking.pictureFinding', {
        count: known(best) || best.candidates,
        row: nameOf(matrix.rows, best.row),
        column: nameOf(matrix.columns, best.column),
        squares: matrix.cells.length,
      });
}

type TableProps = { readonly matrix: Matrix; readonly address: CrosswalkAddress; readonly caption: string };

const MatrixTable = ({ matrix, address, caption }: TableProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard.
  <section className="cw-scroll" tabIndex={0} aria-label={caption}>
    <table className="cw-table">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('crosswalking.row')}</th>
          {matrix.columns.map((column) => (
            <th key={column.id} scope="col" className="end">
              <abbr title={longName(column)}>{shortName(column)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{longName(row)}</th>
            {matrix.columns.map((column) => (
              <td key={column.id} className="end">
                <Cell cell={cellAt(matrix, row, column)} address={address} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function Cell({ cell, address }: { readonly cell: MatrixCell | undefined; readonly address: CrosswalkAddress }) {
  if (cell === undefined) return null;
  const isHint = known(cell) === 0;
  const pairs = known(cell) || cell.candidates;
  return (
    <Link
      to="/library/crosswalk"
      search={withPart(address, { row: cell.row, column: cell.column })}
      resetScroll={false}
      aria-label={say(isHint ? 'crosswalking.cellHint' : 'crosswalking.cell', { pairs })}
      className={isHint ? 'soft' : undefined}
    >
      {isHint ? `(${formatNumber(pairs)})` : formatNumber(pairs)}
    </Link>
  );
}
