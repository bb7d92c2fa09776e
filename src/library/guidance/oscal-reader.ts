/** OSCAL, opened already, as what an import carries; all XML that we read is OSCAL. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { documentOfTree, documentOfXml, type Document } from '../../oscal/read/read.ts';
import type { Refusal } from '../../oscal/read/refusal.ts';
import { bundleOfOscal } from './oscal.ts';

type Read = Result<ImportBundle, ImportRefusal>;

export const readTree = (value: unknown): Read => ofOscal(documentOfTree(value, 'json'));
export const readXmlText = (text: string): Read => ofOscal(documentOfXml(text));

/** A document of OSCAL, or why it is none; all XML that we read is OSCAL. */
const ofOscal = (read: Result<Document, Refusal>): Read =>
  read.ok ? ok(bundleOfOscal(read.value)) : fail(refusalOf(read.error));

const ownCodes: Readonly<Partial<Record<Refusal['code'], ImportRefusal['code']>>> = {
  broken_xml: 'broken_xml',
  document_type: 'document_type',
  too_deep: 'too_deep',
  duplicate_key: 'duplicate_key',
  not_oscal: 'unknown_format',
};

const refusalOf = ({ code, at, message }: Refusal): ImportRefusal => ({
  code: ownCodes[code] ?? 'broken_document',
  ...(at === '' ? { message } : { at, message: `At ${at}: ${message}.` }),
});
