import type { FacetName } from '../../../core/library-search/facets.ts';
import { languageName } from '../../../web/language-name.ts';
import { isWordKey, say } from '../../../web/say.ts';

/** A key that data names; data without words is a fault of the catalogue, and shown as it stands. */
export const sayKey = (key: string): string => (isWordKey(key) ? say(key) : key);

/** What a value of a facet is called. Content names its own; the rest has words. */
export function valueWord(name: FacetName, value: string, label: string | null): string {
  switch (name) {
    case 'kind':
      return sayKey(`library.kinds.${value}`);
    case 'force':
      return sayKey(`force.${value}`);
    case 'status':
      return sayKey(`library.state.${value}`);
    case 'framework':
    case 'role':
    case 'topic':
      return label ?? value;
    case 'writtenIn':
      return languageName(value);
    case 'country':
      return label ?? sayKey(`library.place.${value}`);
  }
}
