import type { Failure } from '../../../web/client/ask.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { useSheetInfo } from './sheet-context.ts';

/** A change that the server will not have: why, and the change stays until its author decides. */
export function RefusedNote({ id, failure }: { readonly id: string; readonly failure: Failure }) {
  const { acts } = useSheetInfo();
  const details = failure.details ?? [];
  return (
    <div className="as-problem" role="alert">
      <h3>{say('assessment.refused.title', { id })}</h3>
      <p>{failureText(failure)}</p>
      {details.length === 0 ? null : (
        <ul className="small soft">
          {details.map(({ path, message }) => (
            <li key={path + message}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
      <p className="buttons">
        <Button look="quiet" onPress={() => acts.again(id)}>
          {say('assessment.refused.again')}
        </Button>
        <Button look="text" onPress={() => acts.giveUp(id)}>
          {say('assessment.refused.giveUp')}
        </Button>
      </p>
    </div>
  );
}
