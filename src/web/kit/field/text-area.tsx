import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import './field.css';

export type TextAreaProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly rows?: number;
  readonly mostLetters: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Several lines to write in: label, hint, what is wrong, then the lines. */
export const TextArea = ({ id, label, hint, problem, rows = 3, mostLetters, value, onChange }: TextAreaProps) => (
  <AriaTextField
    id={id}
    className="field"
    value={value}
    onChange={onChange}
    maxLength={mostLetters}
    isInvalid={problem !== undefined}
    validationBehavior="aria"
  >
    <Label className="label">{label}</Label>
    {hint === undefined ? null : (
      <Text slot="description" elementType="p" className="hint">
        {hint}
      </Text>
    )}
    <FieldError elementType="p" className="problem">
      {problem}
    </FieldError>
    <AriaTextArea className="input" rows={rows} autoComplete="off" />
  </AriaTextField>
);
