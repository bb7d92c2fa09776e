import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import './field.css';

export type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands after the number. */
  readonly unit?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | 'email';
  readonly autoComplete?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'url';
  /** So many lines to write in, instead of one. */
  readonly rows?: number | undefined;
  readonly mostLetters?: number | undefined;
};

/** A line to write in, or several: label, hint, what is wrong, then the line itself. */
export function TextField({
  id,
  label,
  hint,
  unit,
  problem,
  value,
  onChange,
  inputMode = 'text',
  autoComplete = 'off',
  type = 'text',
  rows,
  mostLetters,
}: TextFieldProps) {
  const input =
    rows === undefined ? (
      <Input className="input" type={type} inputMode={inputMode} autoComplete={autoComplete} spellCheck={false} />
    ) : (
      <TextArea className="input" rows={rows} autoComplete={autoComplete} />
    );
  return (
    <AriaTextField
      id={id}
      className="field"
      value={value}
      onChange={onChange}
      {...(mostLetters === undefined ? {} : { maxLength: mostLetters })}
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
      {unit === undefined ? (
        input
      ) : (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      )}
    </AriaTextField>
  );
}
