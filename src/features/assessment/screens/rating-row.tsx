import { memo, type MouseEvent } from 'react';
import type { RatingState } from '../../../core/profile/rating-state.ts';
import type { AssessmentRow, Rating } from '../../../web/client/assessment.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { RatingControl } from '../../../web/kit/rating/rating-control.tsx';
import { ReasonForm } from '../../../web/kit/rating/reason-form.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { ConflictNote } from './conflict-note.tsx';
import type { Edit } from './edits.ts';
import { hasExpired } from './filters.ts';
import { OpenRow } from './open-row.tsx';
import { RefusedNote } from './refused-note.tsx';
import { useSheetInfo } from './sheet-context.ts';
import { shortDay } from './shown-days.ts';
import { rowId } from './use-sheet.ts';

export type RatingRowProps = {
  readonly row: AssessmentRow;
  readonly state: RatingState;
  readonly rating: Rating;
  /** Where a site differs from this rating, in words. */
  readonly worstSite: string | null;
  readonly edit: Edit | undefined;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** Null while no rows are chosen. */
  readonly isChosen: boolean | null;
  readonly asksReason: boolean;
  /** The change waits because the server does not answer. */
  readonly isWaiting: boolean;
};

/** Arrows inside the control pass over values: the last one counts. */
const settleMs = 400;

/** One safeguard: what it is, what is known of it, and its rating. Drawn again only when one of these changes. */
export const RatingRow = memo(function RatingRow({
  row,
  state,
  rating,
  worstSite,
  edit,
  isCurrent,
  isOpen,
  isChosen,
  asksReason,
  isWaiting,
}: RatingRowProps) {
  const { acts, mayRate } = useSheetInfo();
  const toggle = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    acts.toggle(row.id);
  };
  return (
    <li id={rowId(row.id)} data-row={row.id} className={classOf(isOpen, isChosen !== null)}>
      {isChosen === null ? null : <ChooseBox row={row} isChosen={isChosen} />}
      <div className="as-line">
        <div>
          <a
            className="as-title"
            href={`/assessment/${row.id}`}
            aria-expanded={isOpen}
            tabIndex={isCurrent ? 0 : -1}
            onClick={toggle}
          >
            <InLanguage of={row.language} text={row.title} />
          </a>
          <Facts row={row} state={state} worstSite={worstSite} isWaiting={isWaiting} />
        </div>
        {mayRate ? (
          <RatingControl
            id={row.id}
            title={row.title}
            rating={state.rating}
            isCurrent={isCurrent}
            onRate={(rated) => acts.rate(row.id, rated, settleMs)}
          />
        ) : (
          <RatingMark state={state.rating} />
        )}
      </div>
      {asksReason ? (
        <ReasonForm
          id={row.id}
          reason={state.reason}
          onGive={(reason) => acts.giveReason(row.id, reason)}
          onCancel={() => acts.close(row.id)}
        />
      ) : null}
      <Problem id={row.id} edit={edit} />
      {isOpen ? <OpenRow row={row} state={state} rating={rating} /> : null}
    </li>
  );
});

const classOf = (isOpen: boolean, isChoosing: boolean): string =>
  `as-row${isOpen ? ' open' : ''}${isChoosing ? ' choosing' : ''}`;

/** What keeps a change from being saved. */
function Problem({ id, edit }: { readonly id: string; readonly edit: Edit | undefined }) {
  if (edit?.problem?.kind === 'conflict') return <ConflictNote edit={edit} problem={edit.problem} />;
  return edit?.problem?.kind === 'refused' ? <RefusedNote id={id} failure={edit.problem.failure} /> : null;
}

/** Among those that a colleague is asked about, or not. */
function ChooseBox({ row, isChosen }: { readonly row: AssessmentRow; readonly isChosen: boolean }) {
  const { choose } = useSheetInfo();
  return (
    <label className="as-choose">
      <input type="checkbox" checked={isChosen} onChange={() => choose(row.id)} />
      <span className="hidden">{say('questions.choose.box', { title: row.title })}</span>
    </label>
  );
}

/** The quiet line under the title. */
function Facts({
  row,
  state,
  worstSite,
  isWaiting,
}: {
  readonly row: AssessmentRow;
  readonly state: RatingState;
  readonly worstSite: string | null;
  readonly isWaiting: boolean;
}) {
  const { today } = useSheetInfo();
  const { owner, due, reason, rating } = state;
  const isOpenWork = rating !== 'fully' && rating !== 'not_applicable';
  return (
    <p className="as-facts small soft">
      <code>{row.id}</code>
      {row.inMinimumSet ? <span className="as-tag">{say('assessment.minimumSet')}</span> : null}
      {row.rank === null || !isOpenWork ? null : <span>{say('assessment.rank', { rank: row.rank })}</span>}
      {row.waitsFor.length === 0 || !isOpenWork ? null : (
        <span>{say('assessment.waitsFor', { ids: row.waitsFor.join(', ') })}</span>
      )}
      {rating === 'unknown' ? <span>{say('assessment.notRated')}</span> : null}
      {reason === null ? null : <span>{say('assessment.reasonIs', { reason })}</span>}
      {owner === null || owner.trim() === '' ? null : <span>{say('assessment.ownedBy', { owner })}</span>}
      {due === null ? null : due < today && isOpenWork ? (
        <span className="as-tag warn">{say('assessment.overdueShort', { date: shortDay(due) })}</span>
      ) : (
        <span>{say('assessment.dueShort', { date: shortDay(due) })}</span>
      )}
      {worstSite === null ? null : <span className="as-tag warn">{worstSite}</span>}
      {hasExpired(state, today) ? <span className="as-tag warn">{say('assessment.expiredShort')}</span> : null}
      {isWaiting ? <span className="as-tag warn">{say('assessment.waits')}</span> : null}
    </p>
  );
}
