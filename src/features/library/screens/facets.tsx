import { useState, type ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { forces } from '../../../core/content/obligation-rule.ts';
import { roleIds } from '../../../core/content/ids.ts';
import { itemKinds } from '../../../core/library-item/item.ts';
import { entryStates } from '../../../core/library-search/entry.ts';
import type { FacetName } from '../../../core/library-search/facets.ts';
import type { LibraryFacet } from '../../../web/client/library-search.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { useWide } from '../../../web/kit/region/use-wide.ts';
import { Sheet } from '../../../web/kit/sheet/sheet.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { chosenOf, type LibraryAddress } from './address.ts';
import { valueWord } from './value-words.ts';
import '../../../web/kit/choice/choice.css';

export type FacetsProps = {
  readonly facets: readonly LibraryFacet[];
  readonly address: LibraryAddress;
  readonly total: number;
  readonly onChoose: (name: FacetName, values: readonly string[]) => void;
};

/** By what the answers can be narrowed down: a column, or buttons that open a sheet where there is no room for one. */
export function Facets({ facets, ...props }: FacetsProps) {
  const isWide = useWide();
  const useful = facets.filter(({ values }) => values.length > 0);
  return (
    <div className={isWide ? 'lib-facets' : 'lib-facets lib-facet-buttons'}>
      <h2 className="hidden">{say('library.search.narrow')}</h2>
      {useful.map((facet) =>
        isWide ? (
          <FoldedFacet key={facet.name} facet={facet} {...props} />
        ) : (
          <FacetInSheet key={facet.name} facet={facet} {...props} />
        ),
      )}
    </div>
  );
}

type OneFacetProps = Omit<FacetsProps, 'facets'> & { readonly facet: LibraryFacet };

/** The first three stand open, and those in which something was chosen. */
const openAtFirst: readonly FacetName[] = ['kind', 'role', 'force'];

const FoldedFacet = (props: OneFacetProps) => {
  const { name } = props.facet;
  return (
    <details className="lib-facet" open={openAtFirst.includes(name) || chosenOf(props.address, name).length > 0}>
      <summary>{say(`library.facet.${name}`)}</summary>
      <Values {...props} />
    </details>
  );
};

function FacetInSheet(props: OneFacetProps) {
  const [isOpen, setOpen] = useState(false);
  const { name } = props.facet;
  const title = say(`library.facet.${name}`);
  const count = chosenOf(props.address, name).length;
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {title}
        {count === 0 ? null : (
          <>
            <span className="lib-chosen-count">{count}</span>
            <span className="hidden">{say('library.search.facetChosen')}</span>
          </>
        )}
        <Icon name="down" />
      </Button>
      <Sheet title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Values {...props} isWhole />
        <p className="lib-sheet-end">
          <Button onPress={() => setOpen(false)}>{say('library.search.showAnswers', { count: props.total })}</Button>
        </p>
      </Sheet>
    </>
  );
}

/** So many values are shown before the rest is asked for. */
const shownAtFirst = 8;

function Values({ facet, address, onChoose, isWhole = false }: OneFacetProps & { readonly isWhole?: boolean }) {
  const [showsAll, setShowsAll] = useState(isWhole);
  const chosen = chosenOf(address, facet.name);
  const values = inOrder(facet);
  const shown = showsAll ? values : values.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
  return (
    <>
      <CheckboxGroup
        aria-label={say(`library.facet.${facet.name}`)}
        value={[...chosen]}
        onChange={(next) => onChoose(facet.name, next)}
      >
        {shown.map(({ value, label, count }) => (
          <CheckboxField key={value} value={value} className="lib-value-field">
            <Value name={valueWord(facet.name, value, label)} count={count} />
          </CheckboxField>
        ))}
      </CheckboxGroup>
      {shown.length < values.length ? (
        <Button look="text" onPress={() => setShowsAll(true)}>
          {say('library.search.allValues', { count: values.length })}
        </Button>
      ) : null}
    </>
  );
}

const Value = ({ name, count }: { readonly name: ReactNode; readonly count: number }) => (
  <CheckboxButton className="choice lib-value">
    <span className="choice-sign square">
      <Icon name="check" />
    </span>
    <span className="choice-name">{name}</span>
    <span className="soft lib-count">{count}</span>
  </CheckboxButton>
);

const orders: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  kind: itemKinds,
  role: roleIds,
  force: forces,
  status: entryStates,
};

/** Closed lists keep their order, so that nothing jumps while one chooses; open ones show the most frequent first. */
function inOrder({ name, values }: LibraryFacet): LibraryFacet['values'] {
  const order = orders[name];
  if (order === undefined) return values;
  return values.toSorted((left, right) => order.indexOf(left.value) - order.indexOf(right.value));
}
