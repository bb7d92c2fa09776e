import { useState } from 'react';
import type { Failure } from '../../../web/client/ask.ts';
import { saveFile } from '../../../web/client/file.ts';
import {
  checkOscal,
  convertOscal,
  resolveOscal,
  type OscalFile,
  type OscalForm,
  type OscalResolved,
  type OscalValidity,
} from '../../../web/client/oscal.ts';
import { base64Of } from '../../../web/kit/file-drop/file-bytes.ts';

/** Where a document is on its way: chosen, read, judged. */
export type DocumentStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'judged'; readonly file: OscalFile; readonly validity: OscalValidity };

/** What came of the last file that was made of it. */
export type Made =
  | { readonly kind: 'none' | 'making' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'converted'; readonly name: string; readonly lost: readonly string[] }
  | { readonly kind: 'resolved'; readonly name: string; readonly resolved: OscalResolved };

export type DocumentHandling = {
  readonly stage: DocumentStage;
  readonly made: Made;
  readonly check: (file: File) => Promise<void>;
  readonly convert: (form: OscalForm) => Promise<void>;
  readonly resolve: (catalogs: readonly File[], form: OscalForm) => Promise<void>;
};

const mediaTypes = { json: 'application/json', yaml: 'application/yaml', xml: 'application/xml' } as const;

const stemOf = (name: string): string => name.replace(/\.(?:json|ya?ml|xml)$/iu, '');

const save = (text: string, name: string, form: OscalForm): void =>
  saveFile({ blob: new Blob([text], { type: mediaTypes[form] }), name });

const read = async (file: File): Promise<OscalFile> => ({ name: file.name, content: await base64Of(file) });

/** Takes a document to the server and back; what was refused stays on the page with its reason. */
export function useDocument(): DocumentHandling {
  const [stage, setStage] = useState<DocumentStage>({ kind: 'none' });
  const [made, setMade] = useState<Made>({ kind: 'none' });
  return {
    stage,
    made,
    check: async (chosen) => {
      setStage({ kind: 'working', name: chosen.name });
      setMade({ kind: 'none' });
      const file = await read(chosen);
      const answer = await checkOscal(file);
      setStage(
        answer.ok ? { kind: 'judged', file, validity: answer.value } : { kind: 'failed', failure: answer.error },
      );
    },
    convert: async (form) => {
      if (stage.kind !== 'judged') return;
      setMade({ kind: 'making' });
      const answer = await convertOscal(stage.file, form);
      if (!answer.ok) return setMade({ kind: 'failed', failure: answer.error });
      const name = `${stemOf(stage.file.name)}.${form}`;
      save(answer.value.text, name, form);
      return setMade({ kind: 'converted', name, lost: answer.value.lost });
    },
    resolve: async (chosen, form) => {
      if (stage.kind !== 'judged') return;
      setMade({ kind: 'making' });
      const catalogs = await Promise.all(chosen.map(read));
      const answer = await resolveOscal(stage.file, catalogs, form);
      if (!answer.ok) return setMade({ kind: 'failed', failure: answer.error });
      const name = `${stemOf(stage.file.name)}-resolved.${form}`;
      save(answer.value.text, name, form);
      return setMade({ kind: 'resolved', name, resolved: answer.value });
    },
  };
}
