export type LineFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'url' | 'date' | 'search';
  readonly list?: string;
};

/** One line of a small form inside the list: label, hint, what is wrong, then the line. */
export const LineField = ({ id, label, hint, problem, value, onChange, type = 'text', list }: LineFieldProps) => (
  <div className={problem === undefined ? 'as-line-field' : 'as-line-field wrong'}>
    <label className="label small" htmlFor={id}>
      {label}
    </label>
    {hint === undefined ? null : (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {problem === undefined ? null : (
      <p className="problem small" id={`${id}-problem`}>
        {problem}
      </p>
    )}
    <input
      id={id}
      className="input"
      type={type}
      list={list}
      value={value}
      maxLength={type === 'date' ? undefined : 2000}
      autoComplete="off"
      aria-invalid={problem === undefined ? undefined : true}
      aria-describedby={
        [problem === undefined ? '' : `${id}-problem`, hint === undefined ? '' : `${id}-hint`].join(' ').trim() ||
        undefined
      }
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);
