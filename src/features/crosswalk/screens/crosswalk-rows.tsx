import { useState } from 'react';
import { onlys, type CrosswalkView, type Named, type PairView, type RowView } from '../../../core/crosswalk/view.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { RequirementName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { formatList } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';
import { readCrosswalk, withPart } from './address.ts';
import type { BodyProps } from './body-props.ts';
import { Leaf } from './leaf.tsx';
import { PairDetail } from './pair-detail.tsx';

/** Requirement by requirement: what stands over against it, in words; a pair opens to who says so. */
export function CrosswalkRows({ view, address, isStale, onGo }: BodyProps) {
  const skipTo = (skip: number): void => onGo(readCrosswalk({ ...address, skip }));
  return (
    <section className="section" aria-labelledby="rows" aria-busy={isStale}>
      <h2 id="rows">{say('crosswalking.rows')}</h2>
      <Select
        id="only"
        label={say('crosswalking.show')}
        empty={say('crosswalking.only.all')}
        options={[
          { id: 'all', name: say('crosswalking.only.all') },
          ...onlys.map((id) => ({ id, name: say(`crosswalking.only.${id}`) })),
        ]}
        value={address.only ?? 'all'}
        onChange={(only) => onGo(withPart(address, { only }))}
        isInline
      />
      <Narrowed view={view} address={address} onGo={onGo} />
      {view.rows.length === 0 ? (
        <p>{say('crosswalking.none')}</p>
      ) : (
        <ul className="ruled-list cw-rows">
          {view.rows.map((row) => (
            <Row key={row.requirement.id} row={row} view={view} />
          ))}
        </ul>
      )}
      <Leaf view={view} onSkip={skipTo} />
    </section>
  );
}

/** Which square was pressed, and the way back. */
function Narrowed({ view: { matrix }, address, onGo }: Pick<BodyProps, 'view' | 'address' | 'onGo'>) {
  const row = matrix.rows.find(({ id }) => id === address.row);
  const column = matrix.columns.find(({ id }) => id === address.column);
  if (row === undefined && column === undefined) return <output className="hidden" />;
  const nameOf = ({ code, title, id }: (typeof matrix.rows)[number]): string =>
    [code === '' ? id : code, title ?? ''].join(' ').trim();
  const parts = [
    ...(row === undefined ? [] : [say('crosswalking.narrowedRow', { row: nameOf(row) })]),
    ...(column === undefined ? [] : [say('crosswalking.narrowedColumn', { column: nameOf(column) })]),
  ];
  return (
    <p className="cw-narrowed">
      <output>{say('crosswalking.narrowed', { parts: formatList(parts) })}</output>{' '}
      <Button look="text" onPress={() => onGo(withPart(address, { row: undefined, column: undefined }))}>
        {say('crosswalking.whole')}
      </Button>
    </p>
  );
}

type RowProps = { readonly row: RowView; readonly view: Pick<CrosswalkView, 'from' | 'to'> };

/** So many candidates stand at once; they say little each. */
const mostCandidates = 5;

function Row({ row: { requirement, pairs }, view }: RowProps) {
  const known = pairs.filter(({ basis }) => basis !== 'candidate');
  const hints = pairs.filter(({ basis }) => basis === 'candidate');
  return (
    <li>
      <h3 className="cw-name">
        <RequirementName name={requirement} framework={view.from} />
      </h3>
      {pairs.length === 0 ? <p className="soft">{say('crosswalk.nothing')}</p> : null}
      <Pairs pairs={[...known, ...hints.slice(0, mostCandidates)]} view={view} of={requirement} />
      {hints.length > mostCandidates ? (
        <Twin title={say('crosswalking.more', { count: hints.length - mostCandidates })}>
          <Pairs pairs={hints.slice(mostCandidates)} view={view} of={requirement} />
        </Twin>
      ) : null}
    </li>
  );
}

type PairsProps = { readonly pairs: readonly PairView[]; readonly view: RowProps['view']; readonly of: Named };

const Pairs = ({ pairs, view, of }: PairsProps) => (
  <ul className="cw-pairs">
    {pairs.map((pair) => (
      <Pair key={pair.target.id} pair={pair} view={view} of={of} />
    ))}
  </ul>
);

/** Words for a pair; those of different sources side by side. */
function wordsOf({ stated, composed }: Pick<PairView, 'stated' | 'composed'>): string {
  const relations = [...stated, ...(stated.length === 0 ? composed : [])].map(({ relation }) => relation);
  const words = relations.map((relation) => say(`crosswalk.relation.${relation}`));
  return words.length === 0 ? say('crosswalk.candidate') : [...new Set(words)].join(' / ');
}

/** A pair opens to who says so; what is inside is drawn only then. */
function Pair({ pair, view, of }: { readonly pair: PairView } & Omit<PairsProps, 'pairs'>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`cw-pair cw-${pair.basis}`}>
      <p>
        <b>{wordsOf(pair)}</b> <RequirementName name={pair.target} framework={view.to} />
        {pair.basis === 'composed' ? <span className="soft"> ({say('crosswalk.basis.composed')})</span> : null}
        {pair.disagrees ? <strong className="cw-flag"> {say('crosswalk.disagrees')}</strong> : null}
      </p>
      <details className="cw-open" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {say(pair.basis === 'candidate' ? 'crosswalking.throughWhich' : 'crosswalking.whoSays')}
          <span className="hidden">
            {' '}
            {of.code}, {pair.target.code}
          </span>{' '}
          <Icon name="down" />
        </summary>
        {isOpen ? <PairDetail pair={pair} of={of} /> : null}
      </details>
    </li>
  );
}
