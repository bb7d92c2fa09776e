import { formatList, formatTime } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import type { Outbox, OutboxState } from './outbox.ts';
import type { Sheet } from './use-sheet.ts';

/** What is saved, what waits and why, and what needs a person. It stays in view, and is said aloud when it changes. */
export function SaveState({
  outbox,
  state,
  sheet,
}: {
  readonly outbox: Outbox;
  readonly state: OutboxState;
  readonly sheet: Sheet;
}) {
  const edits = [...state.edits.values()];
  const asked = edits.filter(({ problem }) => problem !== null);
  const isWaiting = state.line !== 'open' && edits.length > asked.length;
  const isQuiet = edits.length === 0 && state.savedAt === null && !sheet.isAtEnd;
  return (
    <div className={isQuiet ? 'as-state quiet' : 'as-state'}>
      <output className={isWaiting || asked.length > 0 ? 'as-state-text waits' : 'as-state-text'}>
        {stateText(state, edits.length - asked.length)}
        {sheet.isAtEnd ? ` ${say('assessment.state.last')}` : ''}
      </output>
      {isWaiting && state.line === 'unauthenticated' ? (
        <a href={`/sign-in?${new URLSearchParams({ to: location.pathname + location.search })}`}>
          {say('assessment.state.signIn')}
        </a>
      ) : null}
      {isWaiting && state.line === 'no_answer' ? (
        <Button look="text" onPress={outbox.sendNow}>
          {say('assessment.state.now')}
        </Button>
      ) : null}
      {asked.length === 0 ? null : (
        <Button look="text" onPress={() => asked[0] !== undefined && sheet.acts.focus(asked[0].id, 'row')}>
          <Icon name="warn" />
          {say('assessment.state.decide', { count: asked.length, ids: formatList(asked.map(({ id }) => id)) })}
        </Button>
      )}
    </div>
  );
}

function stateText({ line, savedAt, isKept }: OutboxState, count: number): string {
  if (line !== 'open' && count > 0) {
    const why = say(line === 'no_answer' ? 'assessment.state.noAnswer' : 'assessment.state.signedOut');
    return `${say(isKept ? 'assessment.state.waiting' : 'assessment.state.notKept', { count })}. ${why}`;
  }
  if (count > 0) return say('assessment.state.saving');
  return savedAt === null ? '' : say('assessment.state.saved', { time: formatTime(savedAt) });
}
