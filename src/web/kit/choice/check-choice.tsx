import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { FieldError } from 'react-aria-components/FieldError';
import type { ReactNode } from 'react';
import { Icon } from '../signs/signs.tsx';
import '../field/field.css';
import './choice.css';

const Box = ({ name }: { readonly name: ReactNode }) => (
  <CheckboxButton className="choice">
    <span className="choice-sign square">
      <Icon name="check" />
    </span>
    <span className="choice-name">{name}</span>
  </CheckboxButton>
);

/** Yes or no, by itself: "I do not know yet" under a field. */
export const CheckChoice = ({
  name,
  isSelected,
  onChange,
}: {
  readonly name: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}) => (
  <CheckboxField isSelected={isSelected} onChange={onChange} className="choice-field unknown">
    <Box name={name} />
  </CheckboxField>
);

export type CheckChoicesProps = {
  readonly id: string;
  readonly labelledBy: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly problem?: string | undefined;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** Any of several. */
export const CheckChoices = ({ id, labelledBy, choices, problem, values, onChange }: CheckChoicesProps) => (
  <CheckboxGroup
    id={id}
    className="field"
    aria-labelledby={labelledBy}
    value={[...values]}
    onChange={onChange}
    isInvalid={problem !== undefined}
    validationBehavior="aria"
  >
    <FieldError elementType="p" className="problem">
      {problem}
    </FieldError>
    <div className="choice-list columns">
      {choices.map(({ value, name }) => (
        <CheckboxField key={value} value={value} className="choice-field">
          <Box name={name} />
        </CheckboxField>
      ))}
    </div>
  </CheckboxGroup>
);
