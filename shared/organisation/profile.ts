import { z } from 'zod';

const line = z.string().trim().max(120, { message: 'tooLong' });
const millimetres = z
  .number({ message: 'millimetres' })
  .min(0, { message: 'millimetres' })
  .max(297, { message: 'millimetres' });

/** The digit system that a person sees: ٠١٢ or 012. Stored data are always ASCII. */
export const digitSystemSchema = z.enum(['arabicIndic', 'latin']);
export type DigitSystem = z.infer<typeof digitSystemSchema>;

/** Where a block of the head stands across the page, in the reading of a person who looks at the sheet. */
const placeSchema = z.enum(['right', 'centre', 'left']);

/**
 * The letterhead (LH.* of the policy): texts and places are data of the organisation, editable, with a live preview.
 * Measures are millimetres on A4.
 */
export const letterheadSchema = z.object({
  brand: z.object({ text: line, shown: z.boolean() }),
  /** Name, first line (LH.org); may hold a line break for the tall setting of the head. */
  name: line.min(1, { message: 'required' }),
  registration: z.array(line).max(3, { message: 'tooManyLines' }),
  /** The state block (LH.state), top to bottom; the first line is set bold. */
  stateLines: z.array(line).max(6, { message: 'tooManyLines' }),
  footer: z.object({
    address: line,
    phone: line,
    email: line,
    handle: line,
    link: line,
    iban: line,
  }),
  places: z.object({ state: placeSchema, name: placeSchema, fields: placeSchema }),
  measures: z.object({
    sides: millimetres,
    top: millimetres,
    bottom: millimetres,
    fieldsWidth: millimetres,
    fieldsStep: millimetres,
  }),
});
export type Letterhead = z.infer<typeof letterheadSchema>;

/** `{number}` and `{year}` (Hijri) are filled in; both must appear, else two letters could bear one number. */
const patternSchema = z
  .string()
  .trim()
  .max(40, { message: 'tooLong' })
  .refine((text) => text.includes('{number}') && text.includes('{year}'), { message: 'numberPattern' });

export const organisationProfileSchema = z.object({
  name: line.min(1, { message: 'required' }),
  licence: line,
  letterhead: letterheadSchema,
  letters: z.object({
    order: z.enum(['addresseeFirst', 'subjectFirst']),
    fieldDigits: digitSystemSchema,
    basmala: line,
    greeting: line,
    closing: line,
    outgoingPattern: patternSchema,
    incomingPattern: patternSchema,
    /** Numbers start again at 1 with each Hijri year. */
    restartYearly: z.boolean(),
  }),
  screenDigits: digitSystemSchema,
  /** Waiting tickets are off until an office turns them on: small offices have no queue. */
  tickets: z.boolean(),
});
export type OrganisationProfile = z.infer<typeof organisationProfileSchema>;

/** What first run starts from: the letterhead of the policy's scan (LH.*), every text editable. */
export const FIRST_RUN_PROFILE: OrganisationProfile = {
  name: 'جمعية التنمية الأهلية بالحميمة',
  licence: '4215',
  letterhead: {
    brand: { text: 'WISAM', shown: true },
    name: 'جمعية التنمية الأهلية بالحميمة',
    registration: ['مسجلة لدى المركز الوطني لتنمية القطاع غير الربحي برقم 4215'],
    stateLines: [
      'المملكة العربية السعودية',
      'المركز الوطني لتنمية القطاع غير الربحي',
      'جمعية التنمية الأهلية بالحميمة',
      'مكة المكرمة - الجموم',
      'ترخيص (4215)',
    ],
    footer: {
      address: 'قرية الصمد - طريق الجموم حدا',
      phone: '0508072675',
      email: 'Tnmiahomima@gmail.com',
      handle: '@alhom233',
      link: 'cutt.us/WdvzG',
      iban: 'SA4980000324608010160967',
    },
    places: { state: 'right', name: 'centre', fields: 'left' },
    measures: { sides: 22, top: 13, bottom: 11, fieldsWidth: 52, fieldsStep: 7.4 },
  },
  letters: {
    order: 'addresseeFirst',
    fieldDigits: 'arabicIndic',
    basmala: 'بسم الله الرحمن الرحيم',
    greeting: 'السلام عليكم ورحمة الله وبركاته، وبعد:',
    closing: 'شاكرين لكم حسن تعاونكم، وتفضلوا بقبول خالص التحية والتقدير،،',
    outgoingPattern: '{number}/ص/{year}',
    incomingPattern: '{number}/و/{year}',
    restartYearly: true,
  },
  screenDigits: 'latin',
  tickets: false,
};
