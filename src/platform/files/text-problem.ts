import type { Refusal } from './accept-file.ts';

/** Control characters that no text has: not tabs, ends of lines or of pages. */
const control = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;
/** How pages, drawings and programs in text begin. */
const markup = /^(?:<!doctype|<html|<head|<body|<svg|<script|<\?xml|<!--|<\w+[\s>][^]*<\/)/iu;
const program = /^(?:#!|<\?php|<%|@echo\b|param\s*\(|import\s+os\b|'use strict'|"use strict")/iu;

/** Why bytes are not plain text in UTF-8; null where they are. */
export function textProblem(bytes: Uint8Array): Refusal | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.subarray(0, 512).includes(0) ? 'unknown' : 'not_utf8';
  }
  if (control.test(text)) return 'unknown';
  const begins = text.slice(0, 4096).trimStart();
  if (program.test(begins)) return 'script';
  return markup.test(begins) ? 'markup' : null;
}
