import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { countriesQuery } from '../../../web/client/library.ts';
import { CheckChoice, CheckChoices } from '../../../web/kit/choice/check-choice.tsx';
import { RadioChoice } from '../../../web/kit/choice/radio-choice.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { byName, say } from '../../../web/say.ts';
import type { ControlProps } from './field.tsx';
import { unknown } from './field-draft.ts';
import type { FieldKind } from './field-kinds.ts';
import { valueName } from './field-words.ts';

type Of<Kind extends FieldKind['kind']> = ControlProps<Extract<FieldKind, { kind: Kind }>>;

/** The question of a group of choices; its name and hint together say what is asked. */
const Asked = ({
  field,
  name,
  hint,
  children,
}: Pick<ControlProps, 'field' | 'name' | 'hint'> & { readonly children: ReactNode }) => (
  <>
    <p className="label" id={`${field}-name`}>
      {name}
    </p>
    {hint === undefined ? null : (
      <p className="hint" id={`${field}-hint`}>
        {hint}
      </p>
    )}
    {children}
  </>
);

const labelsOf = ({ field, hint }: Pick<ControlProps, 'field' | 'hint'>): string =>
  hint === undefined ? `${field}-name` : `${field}-name ${field}-hint`;

const dontKnow = () => ({ value: unknown, name: say('profile.unknown') });

export const YesNoField = (props: ControlProps) => (
  <Asked {...props}>
    <div className="in-line">
      <RadioChoice
        id={props.field}
        labelledBy={labelsOf(props)}
        choices={[{ value: 'yes', name: say('profile.yes') }, { value: 'no', name: say('profile.no') }, dontKnow()]}
        or={say('profile.or')}
        problem={props.problem}
        value={props.draft.choice}
        onChange={(choice) => props.onChange({ choice })}
      />
    </div>
  </Asked>
);

export const ChoiceField = (props: Of<'choice'>) => (
  <Asked {...props}>
    <RadioChoice
      id={props.field}
      labelledBy={labelsOf(props)}
      choices={props.kind.values.map((value) => ({ value, name: valueName(props.field, value) }))}
      last={dontKnow()}
      or={say('profile.or')}
      problem={props.problem}
      value={props.draft.choice}
      onChange={(choice) => props.onChange({ choice })}
    />
  </Asked>
);

export const ChoicesField = (props: Of<'choices'>) => (
  <Asked {...props}>
    <CheckChoices
      id={props.field}
      labelledBy={labelsOf(props)}
      choices={props.kind.values.map((value) => ({ value, name: valueName(props.field, value) }))}
      problem={props.problem}
      values={props.draft.choices}
      onChange={(choices) => props.onChange({ choices, isNone: false, isUnknown: false })}
    />
    <NoneAndUnknown {...props} />
  </Asked>
);

/** An empty list and "not known" are two answers. */
export const NoneAndUnknown = ({ draft, onChange }: Pick<ControlProps, 'draft' | 'onChange'>) => (
  <div className="in-line none-unknown">
    <CheckChoice
      name={say('profile.noneOf')}
      isSelected={draft.isNone}
      onChange={(isNone) => onChange(isNone ? { isNone, isUnknown: false, choices: [], records: [] } : { isNone })}
    />
    <CheckChoice
      name={say('profile.unknown')}
      isSelected={draft.isUnknown}
      onChange={(isUnknown) =>
        onChange(isUnknown ? { isUnknown, isNone: false, choices: [], records: [] } : { isUnknown })
      }
    />
  </div>
);

function useCountryOptions() {
  const { data = [] } = useQuery(countriesQuery);
  return data
    .map(({ code, name }) => ({ id: code as string, name }))
    .toSorted((left, right) => byName(left.name, right.name));
}

export const CountryField = ({ field, name, hint, problem, draft, onChange }: ControlProps) => (
  <Select
    id={field}
    label={name}
    hint={hint}
    problem={problem}
    empty={say('profile.chooseCountry')}
    options={useCountryOptions()}
    value={draft.choice}
    onChange={(choice) => onChange({ choice, isUnknown: false })}
  />
);

/** Countries one after the other: chosen ones stand as a list, each with a way out. */
export function CountriesField(props: Of<'countries'>) {
  const { field, name, draft, onChange } = props;
  const options = useCountryOptions();
  const nameOf = (code: string): string => options.find(({ id }) => id === code)?.name ?? code;
  const set = (choices: readonly string[]): void => onChange({ choices, isNone: false, isUnknown: false });
  return (
    <Asked {...props}>
      {draft.choices.length === 0 ? null : (
        <ul className="chosen" aria-labelledby={`${field}-name`}>
          {draft.choices.map((code) => (
            <li key={code}>
              {nameOf(code)}
              <button
                type="button"
                className="button text"
                aria-label={say('profile.removeOne', { name: nameOf(code) })}
                onClick={() => set(draft.choices.filter((other) => other !== code))}
              >
                {say('profile.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        key={draft.choices.length}
        id={field}
        label={say('profile.addCountry', { field: name })}
        isLabelHidden
        empty={say('profile.addOne')}
        problem={props.problem}
        options={options.filter(({ id }) => !draft.choices.includes(id))}
        value={null}
        onChange={(code) => set([...draft.choices, code])}
      />
      <NoneAndUnknown {...props} />
    </Asked>
  );
}
