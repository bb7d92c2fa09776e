import type { RoleName } from '../../../web/client/session.ts';
import { RadioChoice } from '../../../web/kit/choice/radio-choice.tsx';
import { say } from '../../../web/say.ts';
import { roleChoices } from './role-options.ts';

export type RoleQuestionProps = {
  readonly id: string;
  readonly value: RoleName;
  readonly onChange: (role: RoleName) => void;
};

/** What someone, or a program, may do. */
export const RoleQuestion = ({ id, value, onChange }: RoleQuestionProps) => (
  <>
    <p className="label" id={`${id}-label`}>
      {say('accounts.people.inviteRole')}
    </p>
    <RadioChoice
      id={id}
      labelledBy={`${id}-label`}
      or=""
      choices={roleChoices()}
      value={value}
      onChange={(role) => onChange(role as RoleName)}
    />
  </>
);
