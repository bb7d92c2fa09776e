/** Settings: what an organisation chose for itself, beside what it says of itself. It never changes what is true. */
import type { Weights } from '../../core/ranking/weights.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { readSettingRow } from './queries.ts';

/** The weights with which the stored profile is ranked; null where the method's hold. */
export const weightsFor = async ({ store }: ActionContext<Services>): Promise<Weights | null> =>
  (await store.read(readSettingRow)).weights;
