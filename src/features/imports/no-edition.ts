import type { Failure } from '../../platform/action.ts';

/** No edition is called so. */
export const noEdition = (id: string): Failure => ({
  kind: 'not_found',
  message: `There is no imported edition "${id}". "theriac frameworks list" names them.`,
});
