import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from 'react-aria-components/Button';
import type { Move, StoredPlan } from '../../../web/client/plan.ts';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { AsideForm } from './aside-form.tsx';
import { quarterName } from './plan-words.ts';
import { moveButtonId, type Moved } from './use-moves.ts';

export type MoveMenuProps = {
  readonly what: Moved;
  readonly plan: StoredPlan;
  /** The quarter in which it begins now. */
  readonly standsIn?: string;
  readonly isMoved?: boolean;
  readonly isAside?: boolean;
  readonly isBusy: boolean;
  readonly onMove: (to: Move) => void;
};

/** Where a safeguard can go. Leaving it out asks for the reason, in place. */
export function MoveMenu({ what, plan, standsIn, isMoved = false, isAside = false, isBusy, onMove }: MoveMenuProps) {
  const [asksReason, setAsksReason] = useState(false);
  const choose = (key: string): void => {
    if (key === 'back') onMove({ kind: 'back' });
    else if (key === 'aside') setAsksReason(true);
    else onMove({ kind: 'quarter', quarter: key });
  };
  const items = [
    ...plan.quarters
      .filter(({ quarter }) => quarter !== standsIn)
      .map(({ quarter }) => ({ id: quarter, name: say('plan.move.to', { quarter: quarterName(quarter) }) })),
    ...(isAside ? [] : [{ id: 'aside', name: say('plan.move.aside') }]),
    ...(isMoved || isAside ? [{ id: 'back', name: say('plan.move.back') }] : []),
  ];
  return (
    <>
      <MenuTrigger>
        <Button
          id={moveButtonId(what.id)}
          className="button text move-button"
          aria-label={say(isBusy ? 'plan.move.working' : 'plan.move.menu', { title: what.title })}
        >
          {say('plan.move.word')} <Icon name="down" />
        </Button>
        <Popover className="select-list" offset={4}>
          <Menu items={items} onAction={(key) => choose(String(key))}>
            {({ id, name }) => (
              <MenuItem id={id} textValue={name} className="select-option">
                {name}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asksReason ? (
        <AsideForm
          what={what}
          onCancel={() => {
            setAsksReason(false);
            document.getElementById(moveButtonId(what.id))?.focus();
          }}
          onReason={(reason) => {
            setAsksReason(false);
            onMove({ kind: 'aside', reason });
          }}
        />
      ) : null}
    </>
  );
}
