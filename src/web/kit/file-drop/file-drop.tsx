import { useState, type DragEvent } from 'react';
import { say } from '../../say.ts';
import { sizeText } from './file-bytes.ts';
import './file-drop.css';

export type FileDropProps = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Ends of names, such as `.pdf,.png`. */
  readonly accept: string;
  readonly file: File | null;
  readonly problem: string | undefined;
  readonly onFile: (file: File | null) => void;
};

/** A place to drop a file on, and the usual way to choose one. What the file is, the server finds out. */
export function FileDrop({ id, label, hint, accept, file, problem, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div className={problem === undefined ? 'file-field' : 'file-field wrong'}>
      <label className="label small" htmlFor={id}>
        {label}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem === undefined ? null : (
        <p className="problem small" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div
        className={isOver ? 'file-drop over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="small" aria-hidden="true">
          {file === null ? say('file.drop') : say('file.chosen', { name: file.name, size: sizeText(file.size) })}
        </p>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? `${id}-hint` : `${id}-problem ${id}-hint`}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
      </div>
    </div>
  );
}
