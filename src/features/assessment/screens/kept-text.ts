import { useState } from 'react';

/** While someone writes nothing else changes what stands in the field, not even the answer of the server. */
export function useKeptText(
  stored: string,
  keep: (text: string) => void,
): { readonly value: string; readonly onChange: (value: string) => void; readonly onBlur: () => void } {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? stored,
    onChange: (value) => {
      setDraft(value);
      keep(value);
    },
    onBlur: () => setDraft(null),
  };
}
