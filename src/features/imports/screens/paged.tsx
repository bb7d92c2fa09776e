import type { ReactNode } from 'react';
import { formatNumber } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';

export type PagedProps = {
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  readonly step: number;
  readonly onFrom: (from: number) => void;
  readonly children: ReactNode;
};

/** A part of a long list, with the ways to the parts before and after it. */
export const Paged = ({ from, shown, total, step, onFrom, children }: PagedProps) => (
  <>
    {children}
    {total <= step ? null : (
      <p className="buttons imp-pages">
        <output className="small soft">
          {say('importing.shown', {
            from: formatNumber(from + 1),
            to: formatNumber(from + shown),
            total: formatNumber(total),
          })}
        </output>
        <Button look="quiet" isDisabled={from === 0} onPress={() => onFrom(Math.max(0, from - step))}>
          {say('importing.earlier')}
        </Button>
        <Button look="quiet" isDisabled={from + shown >= total} onPress={() => onFrom(from + step)}>
          {say('importing.further')}
        </Button>
      </p>
    )}
  </>
);
