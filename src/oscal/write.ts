/** A document as bytes, in any of its three forms. */
import { dump } from 'js-yaml';
import type { JsonObject, Model } from './model.ts';
import type { Form } from './read/read.ts';
import { toXml } from './xml/to-xml.ts';

/** Writes a document; the same document and form give the same text. */
export function writeDocument(model: Model, root: JsonObject, form: Form): string {
  if (form === 'xml') return toXml(model, root);
  if (form === 'json') return `${JSON.stringify({ [model]: root }, null, 2)}\n`;
  // Texts that any version of YAML takes for dates, numbers or truths stand between quotation marks.
  return dump({ [model]: root }, { noRefs: true, lineWidth: 120 });
}
