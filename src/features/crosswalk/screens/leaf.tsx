import type { CrosswalkView } from '../../../core/crosswalk/view.ts';
import { formatNumber } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';

/** `1 to 25 of 399`, and the ways to the rows before and after. */
export const Leaf = ({
  view: { skipped, rows, total },
  onSkip,
}: {
  readonly view: CrosswalkView;
  readonly onSkip: (skip: number) => void;
}) => {
  const step = 25;
  if (total <= step) return null;
  return (
    <p className="buttons cw-leaf">
      <output className="small soft">
        {say('crosswalking.shown', {
          from: formatNumber(skipped + 1),
          to: formatNumber(skipped + rows.length),
          total: formatNumber(total),
        })}
      </output>
      <Button look="quiet" isDisabled={skipped === 0} onPress={() => onSkip(Math.max(0, skipped - step))}>
        {say('crosswalking.earlier')}
      </Button>
      <Button look="quiet" isDisabled={skipped + rows.length >= total} onPress={() => onSkip(skipped + step)}>
        {say('crosswalking.further')}
      </Button>
    </p>
  );
};
