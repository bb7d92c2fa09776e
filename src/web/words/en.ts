import * as common from '../../../content/words/en/common.json';
import * as changes from '../../../content/words/en/changes.json';
import * as compared from '../../../content/words/en/compared.json';
import * as coverage from '../../../content/words/en/coverage.json';
import * as variation from '../../../content/words/en/variation.json';
import { web as accounts } from '../../../content/words/en/screens/accounts.json';
import { web as answersPage } from '../../../content/words/en/screens/answers.json';
import { web as assessment } from '../../../content/words/en/screens/assessment.json';
import { web as dashboard } from '../../../content/words/en/screens/dashboard.json';
import { web as firstSteps } from '../../../content/words/en/screens/first-steps.json';
import { web as follow } from '../../../content/words/en/screens/follow-up.json';
import { web as guide } from '../../../content/words/en/screens/guide.json';
import { web as languages } from '../../../content/words/en/screens/languages.json';
import { web as library } from '../../../content/words/en/screens/library.json';
import { web as obligations } from '../../../content/words/en/screens/obligations.json';
import { web as mail } from '../../../content/words/en/screens/mail.json';
import { web as questions } from '../../../content/words/en/screens/questions.json';
import { web as ranking } from '../../../content/words/en/screens/ranking.json';
import { web as plan } from '../../../content/words/en/screens/plan.json';
import { web as profile } from '../../../content/words/en/screens/profile.json';
import { web as help } from '../../../content/words/en/screens/help.json';
import { web as ratingSheet } from '../../../content/words/en/screens/rating-sheet.json';
import { web as sites } from '../../../content/words/en/screens/sites.json';
import { web as snapshots } from '../../../content/words/en/screens/snapshots.json';
import { web as shell } from '../../../content/words/en/screens/shell.json';
import { web as variationScreen } from '../../../content/words/en/screens/variation.json';
import { web as upkeep } from '../../../content/words/en/screens/upkeep.json';

/** Words of the screens in English, the source of every other language: all but those that come with the library. */
export const words = {
  ...common,
  ...compared,
  ...changes,
  ...coverage,
  ...shell,
  ...help,
  ...firstSteps,
  ...accounts,
  ...assessment,
  ...answersPage,
  ...follow,
  ...guide,
  ...languages,
  ...library,
  ...plan,
  ...dashboard,
  ...profile,
  ...obligations,
  ...ranking,
  ...ratingSheet,
  ...sites,
  ...snapshots,
  ...questions,
  ...mail,
  ...upkeep,
  variation: { ...variation.variation, ...variationScreen.variation },
};
