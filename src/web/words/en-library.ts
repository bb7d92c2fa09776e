import * as crosswalk from '../../../content/words/en/crosswalk.json';
import * as imports from '../../../content/words/en/imports.json';
import * as oscal from '../../../content/words/en/oscal.json';
import { web as documentMap } from '../../../content/words/en/screens/document-map.json';
import { web as crosswalking } from '../../../content/words/en/screens/crosswalk.json';
import { web as importing } from '../../../content/words/en/screens/imports.json';
import { web as oscalPage } from '../../../content/words/en/screens/oscal.json';

/** Words in English that only the pages of the library say: they come with these pages, and not with the first load. */
export const words = {
  ...crosswalk,
  ...imports,
  ...oscal,
  ...documentMap,
  ...crosswalking,
  ...importing,
  ...oscalPage,
};
