import * as common from '../../../content/words/en/common.json';
import { web as firstSteps } from '../../../content/words/en/screens/first-steps.json';
import { web as guide } from '../../../content/words/en/screens/guide.json';
import { web as shell } from '../../../content/words/en/screens/shell.json';

/** All words of the screens, in English: the source of every other language. */
export const words = { ...common, ...shell, ...firstSteps, ...guide };
