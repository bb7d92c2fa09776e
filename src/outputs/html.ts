import { readFileSync } from 'node:fs';
import type { RichText, Run } from '../core/report/prose.ts';
import type { Report, Section, Source } from '../core/report/report.ts';
import { htmlBlocks, langOf, scrollable } from './html-blocks.ts';
import { escapeXml, hatchPattern } from './svg.ts';

const styleSheet = readFileSync(new URL('./templates/guide.css', import.meta.url), 'utf8');

/** What blocks need to write text: runs as HTML, with marks that lead to the source and can be come back from. */
export type HtmlWriter = {
  readonly rich: (text: RichText) => string;
  readonly text: (text: string) => string;
  readonly words: Report['words'];
};

/**
 * A report as one self-contained HTML file: no script, no request. Every text is escaped; nothing in the model is markup.
 */
export function renderHtml(report: Report): string {
  const write = writerFor(report);
  const { words } = report;
  return `<!doctype html>
<html lang="${escapeXml(report.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${escapeXml(words.product)}">
<meta name="document-id" content="${escapeXml(report.id)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escapeXml(report.title)}${report.owner === null ? '' : ` – ${escapeXml(report.owner.shortName)}`}</title>
<style>${styleSheet}</style>
</head>
<body class="layout-${report.layout}">
<a class="skip" href="#main">${escapeXml(words.skip)}</a>
${hatchPattern}
${masthead(report, write)}
<main id="main" tabindex="-1">
${report.lead.length === 0 ? '' : `<div class="lead">${report.lead.map((text) => `<p>${write.rich(text)}</p>`).join('')}</div>`}
${report.layout === 'chapters' ? contents(report) : ''}
${report.sections.map((section) => sectionHtml(section, write)).join('\n')}
${annex(report, write)}
</main>
<footer><p>${escapeXml(report.owner?.shortName ?? words.product)} · ${escapeXml(report.edition)} · <time datetime="${report.date}">${escapeXml(report.dateShown)}</time> · <code>${escapeXml(report.id)}</code> · <span class="tlp tlp-${tlpClass(report)}">${report.tlp}</span></p></footer>
</body>
</html>
`;
}

const tlpClass = ({ tlp }: Report): string => tlp.slice(4).toLowerCase().replace('+', '-');

function masthead(report: Report, write: HtmlWriter): string {
  const { owner } = report;
  const name =
    owner === null
      ? ''
      : `<p class="owner">${escapeXml(owner.name)}</p>${owner.nativeName === undefined ? '' : `<p class="owner native" lang="${escapeXml(owner.nativeName.language)}">${escapeXml(owner.nativeName.text)}</p>`}`;
  return `<header class="masthead">
<p class="brand">${escapeXml(report.words.product)} <span class="tlp tlp-${tlpClass(report)}">${report.tlp}</span></p>
<h1>${escapeXml(report.title)}</h1>
${name}
<dl class="masthead-facts">${report.masthead.map(({ label, text }) => `<div><dt>${escapeXml(label)}</dt><dd>${escapeXml(text)}</dd></div>`).join('')}</dl>
${report.banners.map((banner) => `<p class="banner">${write.rich(banner)}</p>`).join('')}
</header>`;
}

const contents = (report: Report): string =>
  `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escapeXml(report.words.contents)}</h2><ol>${report.sections
    .map(
      ({ id, number, title, titleLanguage }) =>
        `<li><a href="#s-${escapeXml(id)}"${langOf(titleLanguage)}>${number === undefined ? '' : `<span class="no">${number}</span> `}${escapeXml(title)}</a></li>`,
    )
    .join('')}</ol></nav>`;

const sectionHtml = ({ id, number, title, titleLanguage, blocks }: Section, write: HtmlWriter): string =>
  `<section id="s-${escapeXml(id)}" aria-labelledby="h-${escapeXml(id)}"><h2 id="h-${escapeXml(id)}"${langOf(titleLanguage)}>${number === undefined ? '' : `<span class="no">${number}</span> `}${escapeXml(title)}</h2>${htmlBlocks(blocks, write, id)}</section>`;

function annex({ sources, about, words, digest, id, language }: Report, write: HtmlWriter): string {
  const heads = [words.number, words.source, words.publisher, words.date, words.status, words.checked];
  const cited = `<section id="s-sources" aria-labelledby="h-sources"><h2 id="h-sources">${escapeXml(words.sources)}</h2>
${scrollable(escapeXml(words.sources), `<table class="sources"><thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead><tbody>${sources.map((source) => sourceRow(source, language)).join('')}</tbody></table>`)}</section>\n`;
  return `${sources.length === 0 ? '' : cited}<section id="s-about" aria-labelledby="h-about"><h2 id="h-about">${escapeXml(words.about)}</h2><dl class="facts">${about.map(({ label, text }) => `<div><dt>${escapeXml(label)}</dt><dd>${write.rich(text)}</dd></div>`).join('')}<div><dt>${escapeXml(id)}</dt><dd><code class="digest">SHA-256 ${digest.replace(/(.{16})/gu, '$1 ').trim()}</code></dd></div></dl></section>`;
}

/** Sources are called as content calls them, in English; records of the organisation in the language of the document. */
const sourceRow = (
  { number, title, url, publisher, date, status, checked, checkedWord, note }: Source,
  language: string,
): string => {
  const lang = langOf(language === 'en' || checked === 'own' ? undefined : 'en');
  const linked =
    url === null ? escapeXml(title) : `<a href="${escapeXml(url)}" rel="noreferrer">${escapeXml(title)}</a>`;
  return `<tr id="source-${number}"><td><a href="#cite-${number}">${number}</a></td><td${lang}>${linked}${note === '' ? '' : `<br><span class="note">${escapeXml(note)}</span>`}</td><td${lang}>${escapeXml(publisher)}</td><td>${escapeXml(date)}</td><td>${escapeXml(status)}</td><td><span class="check check-${checked}">${escapeXml(checkedWord)}</span></td></tr>`;
};

/** The first mark of each source carries the anchor that its row leads back to. */
function writerFor({ sources, words }: Report): HtmlWriter {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const anchored = new Set<string>();
  const cite = (id: string, locator: string | undefined): string => {
    const source = byId.get(id);
    if (source === undefined) throw new Error(`Cannot cite "${id}": the report has no such source`);
    const anchor = anchored.has(id) ? '' : ` id="cite-${source.number}"`;
    anchored.add(id);
    const place = locator === undefined ? '' : `,\u00a0${escapeXml(locator).replaceAll(' ', '\u00a0')}`;
    return `<a class="cite"${anchor} href="#source-${source.number}" title="${escapeXml(`${words.citedAs} ${source.number}: ${source.title.slice(0, 120)}. ${source.checkedWord}`)}">[${source.number}${place}]</a>`;
  };
  const run = (part: Run): string => {
    if (typeof part === 'string') return escapeXml(part);
    if ('cite' in part) return cite(part.cite, part.locator);
    if ('strong' in part) return `<strong>${escapeXml(part.strong)}</strong>`;
    if ('em' in part) return `<em>${escapeXml(part.em)}</em>`;
    return 'href' in part
      ? `<a href="${escapeXml(part.href)}" rel="noreferrer">${escapeXml(part.text)}</a>`
      : `<span lang="${escapeXml(part.language)}">${escapeXml(part.foreign)}</span>`;
  };
  return { rich: (text) => text.map(run).join(''), text: escapeXml, words };
}
