import { say } from '../../../web/say.ts';

const roles = ['administrator', 'contributor', 'reader'] as const;

/** What someone may do, most first. */
export const roleOptions = () => roles.map((role) => ({ id: role, name: say(`accounts.roles.${role}`) }));

/** The same with what it means, for choosing. */
export const roleChoices = () =>
  roles.map((role) => ({ value: role, name: `${say(`accounts.roles.${role}`)}: ${say(`accounts.may.${role}`)}` }));
