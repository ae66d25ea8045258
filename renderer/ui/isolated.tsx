import type { ReactNode } from 'react';
import css from './numbers.module.css';

// In a right-to-left sentence 1448-0010 would stand as 0010-1448, and a path would lose its first slash.
const LEFT_TO_RIGHT = /([\d٠-٩]+(?:-[\d٠-٩]+)+|(?<=^|\s)(?:[A-Za-z]:[\\/]\S+|[\\/](?=\S*[A-Za-z])\S+))/u;

/** Request and file numbers and paths, each isolated, a number never in two lines; what is read or copied stays the same text. */
export const isolated = (message: string): ReactNode =>
  message.split(LEFT_TO_RIGHT).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <bdi key={part} dir="ltr" className={/^[\d٠-٩]/u.test(part) ? css['number'] : undefined}>
        {part}
      </bdi>
    ),
  );
