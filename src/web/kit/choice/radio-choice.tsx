import { FieldError } from 'react-aria-components/FieldError';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { ReactNode } from 'react';
import '../field/field.css';
import './choice.css';

export type Choice = { readonly value: string; readonly name: ReactNode; readonly hint?: ReactNode };

export type RadioChoiceProps = {
  readonly id: string;
  /** The heading that asks the question. */
  readonly labelledBy: string;
  readonly choices: readonly Choice[];
  /** Set apart from the others by "or". */
  readonly last?: Choice | undefined;
  readonly or: string;
  readonly problem?: string | undefined;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
};

/** One of several. */
export const RadioChoice = ({ id, labelledBy, choices, last, or, problem, value, onChange }: RadioChoiceProps) => (
  <RadioGroup
    id={id}
    className="field"
    aria-labelledby={labelledBy}
    value={value}
    onChange={onChange}
    isInvalid={problem !== undefined}
    validationBehavior="aria"
  >
    <FieldError elementType="p" className="problem">
      {problem}
    </FieldError>
    <div className="choice-list">
      {choices.map((choice) => (
        <OneRadio key={choice.value} {...choice} />
      ))}
      {last === undefined ? null : (
        <>
          <p className="choice-or" aria-hidden="true">
            {or}
          </p>
          <OneRadio {...last} />
        </>
      )}
    </div>
  </RadioGroup>
);

const OneRadio = ({ value, name, hint }: Choice) => (
  <RadioField value={value} className="choice-field">
    <RadioButton className="choice">
      <span className="choice-sign round" />
      <span className="choice-name">{name}</span>
    </RadioButton>
    {hint === undefined ? null : (
      <Text slot="description" className="choice-hint">
        {hint}
      </Text>
    )}
  </RadioField>
);
