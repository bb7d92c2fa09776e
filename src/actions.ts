/** Every action of the product, in the order of help: the one table that commands, routes and OpenAPI are made from. */
import { analysisActions } from './features/analysis/actions.ts';
import { guideActions } from './features/guides/actions.ts';
import { libraryActions } from './features/library/actions.ts';
import { profileActions } from './features/profile/actions.ts';

export const actions = [...analysisActions, ...guideActions, ...profileActions, ...libraryActions];
