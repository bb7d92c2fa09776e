import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Obligations } from '../../../web/client/obligations.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import '../../../web/kit/field/field.css';
import { say } from '../../../web/say.ts';
import { firstDay, isAskable, lastDay, longDay } from './days.ts';

/** Of which day the law is shown, and how to see another. */
export function StateOfLaw({ view: { on, today } }: { readonly view: Obligations }) {
  const navigate = useNavigate();
  const show = (day: string): void =>
    void navigate({
      to: '/obligations',
      search: day === today ? {} : { on: day },
      resetScroll: false,
      replace: true,
    });
  return (
    <div className="law-day">
      <DayField on={on} onDay={show} />
      {on === today ? null : (
        <Button look="quiet" onPress={() => show(today)}>
          {say('obligations.on.today')}
        </Button>
      )}
      <output className="small soft law-day-note">
        {on === today
          ? say('obligations.on.shown', { date: longDay(on) })
          : say('obligations.on.other', { date: longDay(on), today: longDay(today) })}
      </output>
    </div>
  );
}

/**
 * The browser's own field for days, because it fits each reader's calendar and keyboard. What is half written asks
 * nothing; what is wrong says so when the field is left, or at Enter.
 */
function DayField({ on, onDay }: { readonly on: string; readonly onDay: (day: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  // A wrong day is forgotten as soon as another one is shown.
  const [wrongBeside, setWrongBeside] = useState<string | null>(null);
  const isWrong = wrongBeside === on;
  useEffect(() => {
    if (field.current !== null) field.current.value = on;
  }, [on]);
  const take = (isFinal: boolean): void => {
    const day = field.current?.value ?? '';
    if (!isAskable(day)) return isFinal ? setWrongBeside(on) : undefined;
    setWrongBeside(null);
    if (day !== on) onDay(day);
  };
  const problem = { first: longDay(firstDay), last: longDay(lastDay), shown: longDay(on) };
  const invalid = isWrong ? '' : undefined;
  return (
    <div className="field" data-invalid={invalid}>
      <label className="label" htmlFor="law-day">
        {say('obligations.on.label')}
      </label>
      <p className="problem" id="law-day-problem" aria-live="polite">
        {isWrong ? say('obligations.on.wrong', problem) : null}
      </p>
      <input
        ref={field}
        id="law-day"
        className="input"
        type="date"
        min={firstDay}
        max={lastDay}
        defaultValue={on}
        data-invalid={invalid}
        aria-invalid={isWrong}
        aria-describedby="law-day-problem"
        onChange={() => take(false)}
        onBlur={() => take(true)}
        onKeyDown={({ key }) => void (key === 'Enter' && take(true))}
      />
    </div>
  );
}
