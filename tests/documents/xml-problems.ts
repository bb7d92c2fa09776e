/** Whether a text is well-formed XML, as far as office programs insist: tags, attributes, entities, characters. */
const token = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gu;
const badCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const badEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;

/** What is wrong with it, the first thing first; nothing where it is well-formed. */
export function xmlProblem(xml: string): string | null {
  const bad = badCharacter.exec(xml) ?? badEntity.exec(xml);
  if (bad !== null) return `has ${JSON.stringify(bad[0])} at ${bad.index}`;
  const open: string[] = [];
  for (const [text, closes, name = '', attributes = '', isEmpty, words, stray] of xml.matchAll(token)) {
    if (stray !== undefined) return 'has a "<" that begins nothing';
    if (words !== undefined && open.length === 0 && words.trim() !== '')
      return `has words outside of its root: ${words}`;
    if (closes === '/' && open.pop() !== name) return `closes "${name}" which is not open`;
    const names = [...attributes.matchAll(/\s([\w:.-]+)=/gu)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `names an attribute twice: ${text}`;
    if (name !== '' && closes === '' && isEmpty === '') open.push(name);
  }
  return open.length === 0 ? null : `leaves "${open.join('" in "')}" open`;
}
