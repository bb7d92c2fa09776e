import { useState, type FormEvent } from 'react';
import type { SheetAsked } from '../../../web/client/imports.ts';
import { language as ownLanguage } from '../../../web/say.ts';
import { emptyDraft, problemsIn, rolesSeen, saidBy } from './sheet-said.ts';
import type { DraftProblems, SheetColumnRoles, SheetDraft } from './sheet-said.ts';
import type { ImportHandling, SheetOnItsWay } from './use-import.ts';

export type SheetHandling = Pick<ImportHandling, 'stage' | 'lookAgain' | 'readSheet' | 'reconsider' | 'putAway'>;

export type SheetDrafting = {
  readonly draft: SheetDraft;
  readonly roles: SheetColumnRoles;
  readonly problems: DraftProblems;
  readonly change: (more: Partial<SheetDraft>) => void;
  readonly changeRole: (letter: string, role: string) => void;
  readonly lookAgain: (asked: SheetAsked) => void;
  readonly submit: (event: FormEvent) => void;
};

/** What somebody says of a sheet, until it is enough to read it. */
export function useSheetDraft(look: SheetOnItsWay['look'], handling: SheetHandling): SheetDrafting {
  const [draft, setDraft] = useState<SheetDraft>(() => emptyDraft(ownLanguage));
  const [chosen, setChosen] = useState({ look, roles: rolesSeen(look) });
  const [problems, setProblems] = useState<DraftProblems>({});
  // Another sheet or purpose has other columns; what was typed stays.
  const roles = chosen.look === look ? chosen.roles : rolesSeen(look);
  const forget = (): void => {
    setProblems({});
    handling.reconsider();
  };
  return {
    draft,
    roles,
    problems,
    change: (more) => {
      setDraft({ ...draft, ...more });
      forget();
    },
    changeRole: (letter, role) => {
      setChosen({ look, roles: { ...roles, [letter]: role } });
      forget();
    },
    lookAgain: (asked) => {
      forget();
      void handling.lookAgain(asked);
    },
    submit: (event) => {
      event.preventDefault();
      const found = problemsIn(look.as, draft, roles);
      setProblems(found);
      const [first] = Object.keys(found);
      if (first === undefined) return void handling.readSheet(saidBy(look, draft, roles));
      const place = found.columns === undefined ? first : `column-${found.columns.letter}`;
      return document.querySelector<HTMLElement>(`#sheet-${place} :is(input, textarea, button)`)?.focus();
    },
  };
}
