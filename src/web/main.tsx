/** Web: the pages. One shell, one route per screen; screens live with their feature. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { fetchWords, language } from './say.ts';

// Some words are said when a module loads, so they come before any other.
await fetchWords();
document.documentElement.lang = language;
const { draw } = await import('./draw.tsx');
draw();
