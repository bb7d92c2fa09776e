import { memo } from 'react';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import { nobody, shows, type Filter, type Show } from './filters.ts';
import { LineField } from './line-field.tsx';

export const findId = 'as-find';
const anyone = '*';

export type FilterToolsProps = {
  readonly filter: Filter;
  /** How many rows each would show, in all domains together. */
  readonly counts: Readonly<Record<Show, number>>;
  readonly owners: readonly string[];
  /** The name of whoever is signed in. */
  readonly me: string | null;
  readonly onFilter: (filter: Filter) => void;
};

/** Which rows are shown. Lists of choices are costly to draw, so they are drawn only when they change. */
export const FilterTools = memo(({ filter, counts, owners, me, onFilter }: FilterToolsProps) => (
  <div className="as-tools">
    <Select
      id="as-show"
      isInline
      label={say('assessment.show')}
      empty=""
      value={filter.show}
      options={shows.map((show) => ({
        id: show,
        name: say(`assessment.shows.${show}`, { count: counts[show] }),
      }))}
      onChange={(show) => onFilter({ ...filter, show: show as Filter['show'] })}
    />
    <Select
      id="as-owner"
      isInline
      label={say('assessment.owner')}
      empty=""
      value={filter.owner ?? anyone}
      options={ownerOptions(owners, me, filter.owner)}
      onChange={(owner) => onFilter({ ...filter, owner: owner === anyone ? null : owner })}
    />
    <div className="as-find">
      <LineField
        id={findId}
        type="search"
        label={say('assessment.find')}
        value={filter.find}
        onChange={(find) => onFilter({ ...filter, find })}
      />
    </div>
    <CheckChoice
      name={say('assessment.minimumSetOnly')}
      isSelected={filter.isMinimumSet}
      onChange={(isMinimumSet) => onFilter({ ...filter, isMinimumSet })}
    />
  </div>
));

/** An owner that the address names is offered even where nobody bears the name any more. */
function ownerOptions(owners: readonly string[], me: string | null, wanted: string | null) {
  const names = [...new Set([...owners, ...(wanted === null || wanted === nobody ? [] : [wanted])])];
  return [
    { id: anyone, name: say('assessment.owners.all') },
    ...(me === null ? [] : [{ id: me, name: say('assessment.owners.me', { name: me }) }]),
    ...names.filter((name) => name !== me).map((name) => ({ id: name, name })),
    { id: nobody, name: say('assessment.owners.nobody') },
  ];
}
