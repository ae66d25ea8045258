import type { letterList as source } from '../ar/letter-list.ts';
import type { Words } from '../words.ts';

/** The list of outgoing letters: search, filters, marks. */
export const letterList: Words<typeof source> = {
  search: 'Number, date, addressee or words of the text',
  from: 'From',
  to: 'To',
  dateWrong: 'Type a day, a month or a year of either calendar, such as 12/6/1448, 6/1448 or 2026',
  datesTurned: 'The first day lies after the last: exchange the two',
  unsigned: 'Not signed',
  undelivered: 'Not delivered',
  waitingLabel: 'What waits for a signature or for delivery',
  fromPaper: 'Written by hand',
  signed: 'Signed',
  delivered: 'Delivered',
  clear: 'All letters',
  more: 'More than {{total}} letters',
  meant: 'Showing hits of “{{text}}”: the search was typed on the other keyboard layout',
  hint: {
    number: 'letter number {{number}}',
    numberOf: 'letter number {{number}} of {{year}} AH',
    days: 'letters of {{days}}',
    both: '{{one}}, and {{other}}',
  },
};
