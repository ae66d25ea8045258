/** One run of the text put in another's place; offsets of the plain text. */
export type TextChange = { readonly start: number; readonly text: string; readonly to: string };

/** A correction that one key makes. `name` says which, `value` what will stand there. */
export type StyleFix = {
  readonly name: 'weekday' | 'date' | 'hijri' | 'gregorian' | 'plainTitle' | 'remove' | 'digits';
  readonly value: string;
  readonly changes: readonly TextChange[];
};

/**
 * What looks wrong in a letter. It warns and never blocks: the text is somebody's. `text` is what is meant, as it stands
 * at `start` of the body's plain text; `value` and `other` are facts for the sentence.
 */
export type StyleWarning = {
  readonly kind: 'weekday' | 'twins' | 'iban' | 'identity' | 'praise' | 'subjects' | 'subjectLine' | 'digits';
  readonly start: number;
  readonly text: string;
  readonly value: string;
  readonly other: string;
  readonly fixes: readonly StyleFix[];
};
