/** Every action of the product, in the order of help: the one table that commands, routes and OpenAPI are made from. */
import { accountActions } from './features/accounts/actions.ts';
import { analysisActions } from './features/analysis/actions.ts';
import { assessmentActions } from './features/assessment/actions.ts';
import { crosswalkActions } from './features/crosswalk/actions.ts';
import { followUpActions } from './features/follow-up/actions.ts';
import { guideActions } from './features/guides/actions.ts';
import { importActions } from './features/imports/actions.ts';
import { libraryActions } from './features/library/actions.ts';
import { mailActions } from './features/mail/actions.ts';
import { oscalActions } from './features/oscal/actions.ts';
import { profileActions } from './features/profile/actions.ts';
import { questionActions } from './features/questions/actions.ts';
import { settingsActions } from './features/settings/actions.ts';
import { siteActions } from './features/sites/actions.ts';
import { snapshotActions } from './features/snapshots/actions.ts';
import { templateActions } from './features/templates/actions.ts';

export const actions = [
  ...analysisActions,
  ...followUpActions,
  ...guideActions,
  ...profileActions,
  ...assessmentActions,
  ...siteActions,
  ...snapshotActions,
  ...questionActions,
  ...libraryActions,
  ...importActions,
  ...crosswalkActions,
  ...oscalActions,
  ...templateActions,
  ...settingsActions,
  ...accountActions,
  ...mailActions,
];
