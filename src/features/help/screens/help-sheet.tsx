import { Link } from '@tanstack/react-router';
import { Button } from '../../../web/kit/button/button.tsx';
import { Sheet } from '../../../web/kit/sheet/sheet.tsx';
import { say } from '../../../web/say.ts';
import { helpPageAt, type HelpTerm } from './help-topics.ts';
import { Terms } from './terms.tsx';

export type HelpSheetProps = {
  /** The page's address. */
  readonly pathname: string;
  readonly onClose: () => void;
};

/** What the page answers and what its words mean, beside the page. */
export function HelpSheet({ pathname, onClose }: HelpSheetProps) {
  const page = helpPageAt(pathname);
  const terms: readonly HelpTerm[] = page?.terms ?? [];
  return (
    <Sheet
      title={page === undefined ? say('help.title') : say(`help.screens.${page.id}.name`)}
      isOpen
      onClose={onClose}
    >
      <p>{page === undefined ? say('help.lead') : say(`help.screens.${page.id}.text`)}</p>
      {terms.length === 0 ? null : (
        <>
          <h3>{say('help.wordsHere')}</h3>
          <Terms terms={terms} />
        </>
      )}
      <p className="buttons">
        <Link to="/help" onClick={onClose}>
          {say('help.all')}
        </Link>
        <Button look="quiet" onPress={onClose}>
          {say('help.close')}
        </Button>
      </p>
    </Sheet>
  );
}
