import { Button } from '../../../web/kit/button/button.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { say } from '../../../web/say.ts';
import type { Moves } from './use-moves.ts';

/** Why a move was not made, at the place where it was asked for. */
export function Refused({ id, moves: { refused, forget } }: { readonly id: string; readonly moves: Moves }) {
  if (refused?.id !== id) return null;
  return (
    <div className="refused" role="alert">
      <Note look="ochre">
        <h4>{refused.title}</h4>
        <p>{refused.text}</p>
        <Button look="text" onPress={forget}>
          {say('plan.move.close')}
        </Button>
      </Note>
    </div>
  );
}
