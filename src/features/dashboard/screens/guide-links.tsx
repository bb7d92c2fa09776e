import { Link } from '@tanstack/react-router';
import { roleIds, type RoleId } from '../../../core/content/ids.ts';
import type { Facts } from '../../../core/profile/facts.ts';
import { fittingRole } from '../../../web/fitting-role.ts';
import { say } from '../../../web/say.ts';

/** Those read most, beside the one that fits. */
const foremost: readonly RoleId[] = ['ciso', 'cio', 'clinical', 'procurement'];
const most = 4;

/** The guide that fits first, then those read most, and the way to all. */
export function GuideLinks({ facts }: { readonly facts: Facts }) {
  const fitting = fittingRole(facts);
  const roles = [...new Set([fitting, ...foremost])].slice(0, most);
  return (
    <section className="part" aria-labelledby="guides">
      <div className="part-head">
        <h2 id="guides">{say('dashboard.guides.title')}</h2>
      </div>
      <ul className="guide-links">
        {roles.map((role) => (
          <li key={role}>
            <Link to="/guides/$role/{-$section}" params={{ role }}>
              {say(`role.${role}`)}
            </Link>
            {role === fitting ? <span className="small soft">{say('dashboard.guides.fits')}</span> : null}
          </li>
        ))}
        <li>
          <Link to="/guides">{say('dashboard.guides.all', { count: roleIds.length })}</Link>
        </li>
      </ul>
      <p className="small soft">
        <Link to="/first-steps/check">{say('dashboard.guides.check')}</Link>
      </p>
    </section>
  );
}
