import type { validation as source } from '../ar/validation.ts';
import type { Words } from '../words.ts';

/** The sentence at a field, by the code that a zod schema or an identifier parser gives: what to do, then an example. */
export const validation: Words<typeof source> = {
  required: 'Fill in this field',
  tooLong: 'The text is longer than fits: shorten it',
  tooManyLines: 'Too many lines: three for the registration, six for the state block',
  invalid: 'Check what is written here',
  tooDeep: 'Lists are nested deeper than three levels: flatten them',
  rolesRequired: 'Choose at least one role, such as receptionist',
  passwordTooShort: '8 characters or more, such as a short sentence you remember',
  passwordsDiffer: 'The two passwords differ: type the password again in both fields',
  wholeNumber: 'A whole number from 0 to 999999, such as 126',
  recoveryProof: 'The six characters of the printed sheet, such as K7QX2M',
  numberPattern: 'The pattern needs {number} and {year}, such as {number}/ص/{year}',
  millimetres: 'Millimetres from 0 to 297, such as 22',
  dateNotIso: 'Write day, month and year, such as 12 / 6 / 1448',
  dateIncomplete: 'Complete day, month and year, such as 12 / 6 / 1448',
  dateDoesNotExist: 'There is no such day: check day and month, such as 12 / 6 / 1448',
  dateOutOfRange: 'A year from 1343 to 1500 AH (1924 to 2077), such as 1448',
  date: { iso: 'Write day, month and year, such as 12 / 6 / 1448' },
  name: {
    required: 'Write the name, such as نورة سليمان اللحياني',
    short: 'First name and family name at least, such as نورة اللحياني',
  },
  noIdReason: { required: 'Say why there is no id, such as lost, a new one applied for' },
  nextAction: { required: 'Say what is to be done on that day, such as call about the decision' },
  nationalId: {
    empty: 'Write the id number, 10 digits, such as 1058529940',
    notDigits: 'An id number has digits only, such as 1058529940',
    length: 'An id number has 10 digits, such as 1058529940',
    prefix: 'A national id begins with 1, an iqama with 2, such as 1058529940',
    checkDigit: 'The number has a slip: type it again from the card, such as 1058529940',
  },
  mobile: {
    empty: 'Write the mobile number, such as 0508072675',
    notDigits: 'A mobile number has digits only, such as 0508072675',
    length: 'A mobile number has 10 digits and begins with 05, such as 0508072675',
    prefix: 'A mobile number has 10 digits and begins with 05, such as 0508072675',
    landline: 'This is a landline: write a mobile number that begins with 05, such as 0508072675',
  },
  landline: {
    empty: 'Write the telephone number, such as 0125551234',
    notDigits: 'A telephone number has digits only, such as 0125551234',
    length: 'A landline has 10 digits, such as 0125551234',
    prefix: 'A landline begins with 011, 012 and the like, such as 0125551234',
    mobile: 'This is a mobile number: write it in the mobile field',
  },
  shiftMillimetres: 'Write the shift in millimetres from -30 to 30, such as 1.5',
  iban: {
    empty: 'Write the IBAN, such as SA4980000324608010160967',
    characters: 'An IBAN has Latin letters and digits only, such as SA4980000324608010160967',
    country: 'A Saudi IBAN begins with SA, such as SA4980000324608010160967',
    length: 'An IBAN has 24 characters, such as SA4980000324608010160967',
    shape: 'After SA four digits, then 18 characters, such as SA4980000324608010160967',
    checkDigits: 'The IBAN has a slip: type it again from the certificate, such as SA4980000324608010160967',
  },
  shortAddress: {
    empty: 'Write the short address, such as RRRD2929',
    lowerCase: 'Write the letters as capitals, such as RRRD2929',
    shape: 'Four Latin letters, then four digits, such as RRRD2929',
  },
};
