import { useEffect, useRef, useState } from 'react';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { DigitsInput, TextArea, type FieldProps } from './fields.tsx';
import { asText, useFormField } from './form.tsx';

type Named = Omit<FieldProps, 'error' | 'id' | 'onBlur'> & { readonly name: string };

/** A number of the form, with an optional fraction, typed in either digit system. What is no number stays as typed. */
export function FormNumber(props: Named) {
  const field = useFormField(props.name, props.label);
  const [text, setText] = useState(() => asText(field.value));
  const own = useRef(field.value);
  useEffect(() => {
    if (own.current === field.value) return;
    own.current = field.value;
    setText(asText(field.value));
  }, [field.value]);
  const change = (typed: string): void => {
    setText(typed);
    const plain = toAsciiDigits(typed).trim().replace('٫', '.').replace(',', '.');
    own.current = /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : typed;
    field.onChange(own.current);
  };
  return <DigitsInput {...props} {...field} value={text} onChange={change} />;
}

/** A list of short texts, one a line; empty lines between are kept while typing and dropped at the end. */
export function FormLines(props: Named & { readonly rows?: number }) {
  const field = useFormField(props.name, props.label);
  const lines = Array.isArray(field.value) ? (field.value as readonly string[]) : [];
  return (
    <TextArea
      {...props}
      {...field}
      value={lines.join('\n')}
      onChange={(text) => field.onChange(text.split('\n'))}
      onBlur={() => {
        field.onChange(lines.map((line) => line.trim()).filter((line) => line !== ''));
        field.onBlur();
      }}
    />
  );
}
