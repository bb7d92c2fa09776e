import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import '../../../web/kit/field/field.css';
import type { RecordKind } from './field-kinds.ts';

export type LineFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly unit?: string | undefined;
  readonly problem?: string | undefined;
  readonly kind: RecordKind;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

/** A line for a text, a number or a day; the browser helps with the day in its own language. */
export const LineField = ({ id, label, hint, unit, problem, kind, value, onChange }: LineFieldProps) => (
  <TextField
    id={id}
    className="field"
    value={value}
    onChange={onChange}
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
    <div className={unit === undefined ? 'line' : 'with-unit'}>
      <Input
        className={kind.kind === 'date' ? 'input day' : 'input'}
        type={kind.kind === 'date' ? 'date' : 'text'}
        inputMode={kind.kind === 'number' ? (kind.whole ? 'numeric' : 'decimal') : 'text'}
        autoComplete="off"
        spellCheck={kind.kind === 'text'}
      />
      {unit === undefined ? null : <span>{unit}</span>}
    </div>
  </TextField>
);
