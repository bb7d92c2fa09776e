import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';
import type { Moved } from './use-moves.ts';

export type AsideFormProps = {
  readonly what: Moved;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks why a safeguard is not in this plan, before it goes. */
export function AsideForm({ what, onReason, onCancel }: AsideFormProps) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLeaving(form, onCancel);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') return onReason(reason.trim());
    setMissing(true);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form ref={form} className="aside-form" noValidate aria-labelledby={`aside-${what.id}`} onSubmit={submit}>
      <h4 id={`aside-${what.id}`}>{say('plan.move.reasonTitle', { title: what.title })}</h4>
      <TextField
        id={`reason-${what.id}`}
        label={say('plan.move.reason')}
        hint={say('plan.move.reasonHint')}
        problem={isMissing && reason.trim() === '' ? say('plan.move.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
      <div className="buttons">
        <Button type="submit">{say('plan.move.reasonSave')}</Button>
        <Button look="text" onPress={onCancel}>
          {say('plan.move.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The form takes the focus when it opens; Escape closes it. */
function useLeaving(form: RefObject<HTMLFormElement | null>, onCancel: () => void): void {
  useEffect(() => form.current?.querySelector('input')?.focus(), [form]);
  useEffect(() => {
    const box = form.current;
    const hear = ({ key }: KeyboardEvent): void => void (key === 'Escape' && onCancel());
    box?.addEventListener('keydown', hear);
    return () => box?.removeEventListener('keydown', hear);
  }, [form, onCancel]);
}
