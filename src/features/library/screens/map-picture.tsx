import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import {
  layoutOf,
  dotToText,
  gutter,
  lineHeight,
  type MapLayout,
  type PlacedNode,
} from '../../../core/document-map/layout.ts';
import type { DocumentMap, TieKind } from '../../../core/document-map/map.ts';
import type { Route } from '../../../core/document-map/routes.ts';
import { useWidth } from '../../../web/kit/region/use-width.ts';
import { langOf, say } from '../../../web/say.ts';
import { nodeName } from './map-words.ts';

/** With less room than this, six columns of names would be unreadable, and one is drawn. */
const leastForColumns = 820;

/** Rows by force, columns by subject, a dot for each text; all that one document hangs together with lights up with it. */
export function MapPicture({ map, most }: { readonly map: DocumentMap; readonly most: number }) {
  const [width, measure] = useWidth();
  const [lit, light] = useState<string | null>(null);
  const layout = useMemo(
    () =>
      width === null
        ? null
        : layoutOf(map.nodes, map.ties, {
            width,
            isNarrow: width < leastForColumns,
            most,
            headOf: (subject) => say(`documentMap.subject.${subject}`),
          }),
    [map, most, width],
  );
  return (
    <section className="section" aria-labelledby="picture">
      <h2 id="picture">{say('documentMap.picture')}</h2>
      <p className="small soft">{say('documentMap.hint')}</p>
      <Key hasOrganisation={map.hasOrganisation} />
      <p className="small">
        <a href="#as-table">{say('documentMap.skip')}</a>
      </p>
      <div ref={measure} className="doc-map-box">
        {layout === null ? null : <Drawing layout={layout} lit={lit} onLight={light} />}
      </div>
    </section>
  );
}

type DrawingProps = {
  readonly layout: MapLayout;
  readonly lit: string | null;
  readonly onLight: (ref: string | null) => void;
};

function Drawing({ layout, lit, onLight }: DrawingProps) {
  const { width, height, columns, bands, nodes, routes } = layout;
  const isOf = ({ tie }: Route): boolean => tie.from === lit || tie.to === lit;
  const near = new Set(routes.filter(isOf).flatMap(({ tie }) => [tie.from, tie.to]));
  return (
    <svg
      className="doc-map-drawing"
      width={width}
      height={height}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing with links in it is no img, and no fieldset.
      role="group"
      aria-label={say('documentMap.alt', { count: nodes.length, bands: bands.length, ties: routes.length })}
    >
      {routes
        .toSorted((left, right) => Number(isOf(left)) - Number(isOf(right)))
        .map((route) => (
          <TieLine key={`${route.tie.from} ${route.tie.to} ${route.tie.as}`} route={route} isLit={isOf(route)} />
        ))}
      {bands.map(({ band, top, count }) => (
        <g key={band}>
          <line className="rule" x1="0" x2={width} y1={top + 0.5} y2={top + 0.5} />
          <text className="band" x="0" y={top + 20}>
            {say(`documentMap.band.${band}`)}
            <tspan className="count"> {count}</tspan>
          </text>
        </g>
      ))}
      {columns.map(({ subject, x, lines }) => (
        <text key={subject} className="subject" y="0">
          <Lines lines={lines} x={x + gutter - 8} first={13} step={18} />
        </text>
      ))}
      {nodes.map((placed) => (
        <NodeMark
          key={placed.node.ref}
          placed={placed}
          width={layout.columnWidth}
          isLit={near.has(placed.node.ref)}
          onLight={onLight}
        />
      ))}
    </svg>
  );
}

type LinesProps = {
  readonly lines: readonly string[];
  readonly x: number;
  readonly first: number;
  readonly step: number;
};

const Lines = ({ lines, x, first, step }: LinesProps) =>
  lines.map((line, index) => (
    <tspan key={line} x={x} y={first + index * step}>
      {/* Names that read aloud run on over the end of a line. */}
      {`${line} `}
    </tspan>
  ));

type NodeMarkProps = {
  readonly placed: PlacedNode;
  readonly width: number;
  readonly isLit: boolean;
  readonly onLight: (ref: string | null) => void;
};

function NodeMark({ placed: { node, x, y, radius, lines, top, height }, width, isLit, onLight }: NodeMarkProps) {
  const force = node.force === 'binding_now' || node.force === 'binding_from' ? node.force : 'other';
  return (
    <Link
      to="/library/$id"
      params={{ id: node.ref }}
      aria-label={nodeName(node)}
      className={`node ${force} ${node.safeguards === null ? 'unlisted' : ''} ${isLit ? 'lit' : ''}`}
      onFocus={() => onLight(node.ref)}
      onBlur={() => onLight(null)}
      onMouseEnter={() => onLight(node.ref)}
      onMouseLeave={() => onLight(null)}
    >
      <title>{nodeName(node)}</title>
      <rect className="area" x={x - 12} y={top + 1} width={width - gutter + 8} height={height - 2} rx="3" />
      <Dot force={force} x={x} y={y} radius={radius} />
      <text lang={langOf()}>
        <Lines lines={lines} x={x + dotToText} first={y + 5} step={lineHeight} />
      </text>
    </Link>
  );
}

type DotProps = { readonly force: string; readonly x: number; readonly y: number; readonly radius: number };

/** What binds later is a ring with its centre filled: told apart without colour. */
const Dot = ({ force, x, y, radius }: DotProps) => (
  <>
    <circle className="dot" cx={x} cy={y} r={radius} />
    {force === 'binding_from' ? <circle className="core" cx={x} cy={y} r={radius / 2} /> : null}
  </>
);

const styleOf = (as: TieKind): string =>
  as === 'superseded-by' ? 'superseded' : as === 'amends' || as === 'bears-on' ? 'ahead' : 'tie';

const TieLine = ({ route: { tie, points }, isLit }: { readonly route: Route; readonly isLit: boolean }) => (
  <polyline
    className={`way ${styleOf(tie.as)} ${isLit ? 'lit' : ''}`}
    points={points.map(([x, y]) => `${x},${y}`).join(' ')}
  />
);

function Key({ hasOrganisation }: { readonly hasOrganisation: boolean }) {
  return (
    <ul className="lib-legend small" aria-label={say('library.key')}>
      {hasOrganisation ? (
        <>
          <KeyDot force="binding_now" />
          <KeyDot force="binding_from" />
        </>
      ) : null}
      <KeyDot force="other" />
      <KeyDot force="unlisted" />
      {(['tie', 'superseded', 'ahead'] as const).map((style) => (
        <li key={style}>
          <svg aria-hidden="true" className="doc-map-drawing sign wide-sign" viewBox="0 0 26 16">
            <polyline className={`way ${style} lit`} points="0,8 26,8" />
          </svg>{' '}
          {say(`documentMap.key.${style}`)}
        </li>
      ))}
    </ul>
  );
}

const KeyDot = ({ force }: { readonly force: 'binding_now' | 'binding_from' | 'other' | 'unlisted' }) => (
  <li>
    <svg aria-hidden="true" className="doc-map-drawing sign" viewBox="0 0 16 16">
      <g className={`node ${force === 'unlisted' ? 'other unlisted' : force}`}>
        <Dot force={force} x={8} y={8} radius={force === 'unlisted' ? 4.5 : 6} />
      </g>
    </svg>{' '}
    {say(`documentMap.key.${force}`)}
  </li>
);
