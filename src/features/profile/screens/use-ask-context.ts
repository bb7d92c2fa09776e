import { useQuery } from '@tanstack/react-query';
import type { AskContext } from '../../../core/profile/fact-groups.ts';
import { countriesQuery } from '../../../web/client/library.ts';
import { obligationsQuery } from '../../../web/client/obligations.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';

/** What decides, besides the answers themselves, which fields are asked. */
export function useAskContext(profile: StoredProfile | null): AskContext {
  const { data: countries = [] } = useQuery(countriesQuery);
  const { data: obligations } = useQuery({ ...obligationsQuery(undefined), enabled: profile !== null });
  return {
    countryGroup: countries.find(({ code }) => code === profile?.country)?.group ?? null,
    questions: new Set(obligations?.questions.map(({ fact }) => fact)),
  };
}
