import { factGroups, type ProfileField } from '../../../core/profile/fact-groups.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { unnamed } from '../../../web/say.ts';

/** The stored answer to a field; an organisation without a name bears the word that stands for it. */
export function storedAnswer(profile: StoredProfile | null, field: ProfileField): unknown {
  const value: unknown = (profile as Readonly<Record<string, unknown>> | null)?.[field];
  return field === 'name' && value === unnamed ? undefined : value;
}

/** Every field that has an answer. */
export const knownFields = (profile: StoredProfile | null): ReadonlySet<string> =>
  new Set(
    factGroups
      .flatMap((group): readonly ProfileField[] => group.fields)
      .filter((field) => (storedAnswer(profile, field) ?? null) !== null),
  );
