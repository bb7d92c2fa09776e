import { facetNames, type FacetName } from '../../../core/library-search/facets.ts';
import type { LibraryFacet } from '../../../web/client/library-search.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';
import { chosenOf, type LibraryAddress } from './address.ts';
import { valueWord } from './value-words.ts';

export type ChosenFiltersProps = {
  readonly address: LibraryAddress;
  readonly facets: readonly LibraryFacet[];
  readonly onChoose: (name: FacetName, values: readonly string[]) => void;
  readonly onReset: () => void;
};

/** What narrows the answers down; each part can be taken back where one sees it. */
export function ChosenFilters({ address, facets, onChoose, onReset }: ChosenFiltersProps) {
  const all = facetNames.flatMap((name) => chosenOf(address, name).map((value) => ({ name, value })));
  if (all.length === 0) return null;
  const labelOf = (name: FacetName, value: string): string | null =>
    facets.find((facet) => facet.name === name)?.values.find((known) => known.value === value)?.label ?? null;
  return (
    <div className="lib-chosen small">
      <h3 className="hidden">{say('library.search.chosen')}</h3>
      <ul>
        {all.map(({ name, value }) => {
          const word = valueWord(name, value, labelOf(name, value));
          const facet = say(`library.facet.${name}`);
          return (
            <li key={`${name} ${value}`}>
              <Button
                look="quiet"
                aria-label={say('library.search.remove', { facet, value: word })}
                onPress={() =>
                  onChoose(
                    name,
                    chosenOf(address, name).filter((other) => other !== value),
                  )
                }
              >
                {word} <span aria-hidden="true">×</span>
              </Button>
            </li>
          );
        })}
        {all.length > 1 ? (
          <li>
            <Button look="text" onPress={onReset}>
              {say('library.search.removeAll')}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
