import { useState, type DragEvent } from 'react';
import { say } from '../../../web/say.ts';
import { sizeText } from './file-text.ts';

const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt,.csv,.tsv,.log,.md';

export type FileDropProps = {
  readonly id: string;
  readonly file: File | null;
  readonly problem: string | undefined;
  readonly onFile: (file: File | null) => void;
};

/** A place to drop a file on, and the usual way to choose one. What the file is, the server finds out. */
export function FileDrop({ id, file, problem, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div className={problem === undefined ? 'as-line-field' : 'as-line-field wrong'}>
      <label className="label small" htmlFor={id}>
        {say('assessment.evidence.file')}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {say('assessment.evidence.fileHint')}
      </p>
      {problem === undefined ? null : (
        <p className="problem small" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div
        className={isOver ? 'as-drop over' : 'as-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="small" aria-hidden="true">
          {file === null
            ? say('assessment.evidence.drop')
            : say('assessment.evidence.chosen', { name: file.name, size: sizeText(file.size) })}
        </p>
        <input
          id={id}
          type="file"
          accept={accepted}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? `${id}-hint` : `${id}-problem ${id}-hint`}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
      </div>
    </div>
  );
}
