import type { SheetLook } from '../../../web/client/imports.ts';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import { rolesFor, type DraftProblems, type SheetColumnRoles } from './sheet-said.ts';
import { Table } from './table.tsx';

export type SheetColumnsProps = {
  readonly look: SheetLook;
  readonly roles: SheetColumnRoles;
  readonly problem: DraftProblems['columns'];
  readonly onRole: (letter: string, role: string) => void;
};

const none = '-';

/** Each column with its head and first cells, and what it is taken for, to be put right. */
export function SheetColumns({ look, roles, problem, onRole }: SheetColumnsProps) {
  const options = [
    { id: none, name: say('importing.sheet.notRead') },
    ...rolesFor(look.as).map((role) => ({ id: role, name: say(`importing.sheet.roles.${role}`) })),
  ];
  return (
    <div id="sheet-columns">
      <h3>{say('importing.sheet.columns')}</h3>
      <p className="small">{say('importing.sheet.columnsLead', { row: look.headRow })}</p>
      <Table
        caption={say('importing.sheet.columns')}
        isCaptionHidden
        heads={[
          { word: say('importing.sheet.column') },
          { word: say('importing.sheet.is') },
          { word: say('importing.sheet.cells') },
        ]}
        rows={look.columns.map(({ letter, head, samples }) => ({
          key: letter,
          head: head === '' ? letter : `${letter}: ${head}`,
          cells: [
            <Select
              key="is"
              id={`sheet-column-${letter}`}
              label={say('importing.sheet.isOf', { column: head === '' ? letter : head })}
              isLabelHidden
              problem={
                problem?.letter === letter
                  ? say(`importing.sheet.problems.${problem.kind}`, {
                      role: say(`importing.sheet.roles.${problem.role}`),
                    })
                  : undefined
              }
              empty=""
              options={options}
              value={(roles[letter] ?? '') === '' ? none : (roles[letter] ?? none)}
              onChange={(role) => onRole(letter, role === none ? '' : role)}
            />,
            samples.join(' · '),
          ],
        }))}
      />
    </div>
  );
}
