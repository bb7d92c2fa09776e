/** Names of properties of ours in OSCAL documents: what OSCAL has no word for, written by exports and read by imports. */
export const ownNamespace = 'urn:theriac:oscal';

/** Of a control: its id, where OSCAL allows none of that form; that it is not assessed; that its title is left out. */
export const ownProperties = { id: 'requirement-id', notAssessed: 'not-assessed', untitled: 'untitled' } as const;
