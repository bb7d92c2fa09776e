import { Button } from 'react-aria-components/Button';
import { useDrag } from 'react-aria-components/useDrag';
import type { PlanShare, StoredPlan } from '../../../web/client/plan.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { MoveMenu } from './move-menu.tsx';
import { daysText } from './plan-words.ts';
import { Refused } from './refused.tsx';
import type { Moved, Moves } from './use-moves.ts';

export type ShareRowProps = {
  readonly plan: StoredPlan;
  readonly share: PlanShare;
  readonly quarter: string;
  readonly moves: Moves;
  readonly onDrag: (what: Moved | null) => void;
};

/** A safeguard in a quarter. It is moved where it begins: by its menu, or by dragging it. */
export const ShareRow = (props: ShareRowProps) =>
  props.share.begins ? <MovableRow {...props} /> : <li className="share">{<Said {...props} />}</li>;

function MovableRow(props: ShareRowProps) {
  const { plan, share, quarter, moves, onDrag } = props;
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    getItems: () => [{ 'text/plain': `${share.id} ${share.title}` }],
    getAllowedDropOperations: () => ['move'],
    onDragStart: () => onDrag(share),
    onDragEnd: () => onDrag(null),
  });
  return (
    <li className={isDragging ? 'share is-dragged' : 'share'}>
      <div className="share-line" {...dragProps}>
        <Button className="grip" aria-label={say('plan.move.handle', { title: share.title })} {...dragButtonProps}>
          <svg viewBox="0 0 10 16" aria-hidden="true">
            <path d="M2 3h2v2H2zM6 3h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 11h2v2H2zM6 11h2v2H6z" />
          </svg>
        </Button>
        <Said {...props} />
        <MoveMenu
          what={share}
          plan={plan}
          standsIn={quarter}
          isMoved={share.movedTo !== null}
          isBusy={moves.moving === share.id}
          onMove={(to) => moves.move(share, to)}
        />
      </div>
      <Refused id={share.id} moves={moves} />
    </li>
  );
}

/** What it is, what it waited for, how many days. */
function Said({ share }: ShareRowProps) {
  const remarks = [
    ...(share.needs.length === 0 ? [] : [say('plan.quarters.needs', { ids: share.needs.join(', ') })]),
    ...(share.begins ? [] : [say('plan.quarters.goesOn')]),
    daysText(share.personDays),
  ];
  return (
    <>
      <a className="plain share-title" href={`/ranking/${share.id}`}>
        <InLanguage of={share.language} text={share.title} />
      </a>
      <span className="soft share-days">
        {share.movedTo !== null && share.begins ? <b className="moved">{say('plan.quarters.here')}</b> : null}
        {remarks.join(', ')}
      </span>
    </>
  );
}
