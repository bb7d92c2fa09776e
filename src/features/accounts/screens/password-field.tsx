import { useState } from 'react';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';

export type PasswordFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew?: boolean;
};

/** A password, which its owner may look at. */
export function PasswordField({ isNew = false, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        {...field}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <CheckChoice name={say('accounts.show')} isSelected={isShown} onChange={setShown} />
    </>
  );
}
