import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { acceptFile, bytesOfBase64, largestFileBytes, plainName } from './accept-file.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const zip = (names: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(names).map(([name, text]) => [name, [strToU8(text), { level: 0 }]])));
const docx = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' };

const kept = [
  { name: 'policy.pdf', bytes: latin('%PDF-1.7\n1 0 obj\n%%EOF\n'), type: 'application/pdf' },
  { name: 'POLICY.PDF', bytes: latin('%PDF-1.7\n1 0 obj\n%%EOF\n'), type: 'application/pdf' },
  { name: 'screen.png', bytes: latin('\x89PNG\r\n\x1a\n\x00\x00IEND\xaeB`\x82'), type: 'image/png' },
  { name: 'photo.jpeg', bytes: latin('\xff\xd8\xff\xe0\x00\x10JFIF\xff\xd9'), type: 'image/jpeg' },
  {
    name: 'report.docx',
    bytes: zip(docx),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    name: 'list.xlsx',
    bytes: zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    name: 'minutes.odt',
    bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<c/>' }),
    type: 'application/vnd.oasis.opendocument.text',
  },
  { name: 'export.csv', bytes: new TextEncoder().encode('user;δεύτερος παράγοντας\nanna;ναι\n'), type: 'text/csv' },
  { name: 'web.log', bytes: latin('10.0.0.1 GET /?q=<script>alert(1)</script> 404\n'), type: 'text/plain' },
  { name: 'MZ.txt', bytes: latin('MZ is how the note begins\n'), type: 'text/plain' },
  { name: 'list.txt', bytes: latin('a < b, b > c\n'), type: 'text/plain' },
] as const;

test.each(kept)('acceptFile: keeps $name by its content', ({ name, bytes, type }) => {
  const read = acceptFile(name, bytes);
  expect(read).toMatchObject({ ok: true, value: { name, mediaType: type, size: bytes.length } });
});

const refused = [
  { what: 'an empty file', name: 'a.txt', bytes: latin(''), why: 'empty' },
  { what: 'a program for Windows', name: 'a.pdf', bytes: latin('MZ\x90\x00\x03'), why: 'program' },
  { what: 'a program for Linux', name: 'a.png', bytes: latin('\x7fELF\x02'), why: 'program' },
  { what: 'a shell script', name: 'a.txt', bytes: latin('#!/bin/sh\necho'), why: 'script' },
  { what: 'a batch file under another name', name: 'a.txt', bytes: latin('@echo off\r\ndel'), why: 'script' },
  { what: 'PHP', name: 'a.txt', bytes: latin('<?php system($_GET[0]);'), why: 'script' },
  { what: 'a web page as text', name: 'a.txt', bytes: latin('  <!DOCTYPE html><p>'), why: 'markup' },
  { what: 'a drawing that can run scripts', name: 'a.png', bytes: latin('<svg onload="x()"/>'), why: 'markup' },
  { what: 'XML', name: 'a.csv', bytes: latin('<?xml version="1.0"?><a/>'), why: 'markup' },
  { what: 'a script by its name', name: 'a.js', bytes: latin('let x = 1'), why: 'name' },
  { what: 'a page by its name', name: 'a.html', bytes: latin('plain words'), why: 'name' },
  { what: 'text that calls itself PDF', name: 'a.pdf', bytes: latin('plain words'), why: 'name' },
  { what: 'an archive', name: 'a.zip', bytes: zip({ 'a.txt': 'x' }), why: 'archive' },
  { what: 'an archive that calls itself DOCX', name: 'a.docx', bytes: zip({ 'a.txt': 'x' }), why: 'archive' },
  {
    what: 'a document with macros',
    name: 'a.docx',
    bytes: zip({ ...docx, 'word/vbaProject.bin': 'x' }),
    why: 'macros',
  },
  {
    what: 'the old format of Office',
    name: 'a.doc',
    bytes: latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x'),
    why: 'old_office',
  },
  { what: 'a picture of another kind', name: 'a.gif', bytes: latin('GIF89a\x01\x00'), why: 'other_image' },
  { what: 'a PDF that breaks off', name: 'a.pdf', bytes: latin('%PDF-1.7\n1 0 obj'), why: 'damaged' },
  { what: 'a package that breaks off', name: 'a.docx', bytes: zip(docx).subarray(0, 60), why: 'damaged' },
  { what: 'text in another code', name: 'a.csv', bytes: latin('\xe4\xf6\xfc;1\n'), why: 'not_utf8' },
  { what: 'bytes of no known kind', name: 'a.txt', bytes: latin('\x01\x02\x03'), why: 'unknown' },
] as const;

test.each(refused)('acceptFile: refuses $what', ({ name, bytes, why }) => {
  const read = acceptFile(name, bytes);
  expect(read).toMatchObject({ ok: false, error: { kind: 'refused_file', details: [{ path: why }] } });
});

test('acceptFile: refuses what is too large before it looks inside', () => {
  expect(acceptFile('a.txt', new Uint8Array(largestFileBytes + 1))).toMatchObject({
    ok: false,
    error: { kind: 'too_large' },
  });
});

const names = [
  { given: '../../etc/passwd.txt', plain: 'passwd.txt' },
  { given: 'C:\\Users\\x\\policy.pdf', plain: 'policy.pdf' },
  { given: 'policy\u202Efdp.txt', plain: 'policyfdp.txt' },
  { given: 'a\r\nSet-Cookie: x.txt', plain: 'aSet-Cookie- x.txt' },
  { given: 'Πολιτική.pdf', plain: 'Πολιτική.pdf' },
  { given: '.txt', plain: 'file.txt' },
  { given: `${'x'.repeat(500)}.pdf`, plain: `${'x'.repeat(150)}.pdf` },
];

test.each(names)('plainName: $given', ({ given, plain }) => {
  expect(plainName(given)).toBe(plain);
});

test('bytesOfBase64: nothing else passes', () => {
  expect(bytesOfBase64('YWI=')).toEqual(Buffer.from('ab'));
  expect(['YWI', 'YW I=', '%%%%', 'YWI=='].map(bytesOfBase64)).toEqual([null, null, null, null]);
});
