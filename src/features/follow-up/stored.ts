/** Follow-up: what an organisation keeps of each duty of law, as stored. */
import type { FollowUps } from '../../core/follow-up/standing.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { readFollowUps } from './queries.ts';

/** The records of the organisation, by the id of their duty. */
export const followUpsFor = async ({ store }: Pick<ActionContext<Services>, 'store'>): Promise<FollowUps> =>
  new Map((await store.read(readFollowUps)).map(({ id, record }) => [id, record]));
