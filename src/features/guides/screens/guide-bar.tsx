import { guideFile } from '../../../web/client/guide.ts';
import { Downloads } from '../../../web/kit/downloads/downloads.tsx';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { roleIds, type RoleId } from '../../../core/content/ids.ts';
import { stayAt } from '../../../web/kit/heading/arrival.ts';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';

/** Whose guide it is, and the guide as a file. */
export function GuideBar({ role }: { readonly role: RoleId }) {
  const navigate = useNavigate();
  const [shown, setShown] = useState('');
  // Whoever turns the roles over stays on the control; the region below says what happened.
  const choose = (chosen: string): void => {
    stayAt(chosen);
    setShown(say('guide.shown', { role: say(`role.${chosen as RoleId}`) }));
    void navigate({ to: '/guides/$role/{-$section}', params: { role: chosen }, resetScroll: false });
  };
  return (
    <div className="guide-bar">
      <Select
        id="role"
        label={say('guide.for')}
        empty={say('guide.role')}
        isInline
        options={roleIds.map((id) => ({ id, name: say(`role.${id}`) }))}
        value={role}
        onChange={choose}
      />
      <output className="hidden">{shown}</output>
      <Downloads key={role} make={(format, signal) => guideFile(role, format, signal)} />
    </div>
  );
}
