import { type DigitSystem, digitsIn } from '#shared/arabic/digits.ts';
import type { Signer, SigningMode } from '#shared/sealed/sealed-document.ts';
import { isolate, rtlColumns, rtlSlashed } from '../arabic/content.ts';
import type { Content, DocumentDefinition } from '../arabic/definition.ts';
import { fieldTexts } from '../letter-fields.ts';
import { HAIRLINE, INK_SOFT, lineOf, mm } from '../paper.ts';
import { fittedInto, readPicture } from '../picture.ts';
import { typedLine } from '../typed-text.ts';
import { bodyText, bothDates, factRows, hourOnPaper, officialSheet } from './official-sheet.ts';
import type { SignaturesSheet } from './signatures-sheet.ts';

const AS: Readonly<Record<Signer, string>> = {
  applicant: 'جهة المستفيد',
  officer: 'موظف الجمعية',
  witness: 'شاهد',
  member: 'من لجنة البحث',
  receiver: 'المستلم',
};

const HOW: Readonly<Record<SigningMode, string>> = {
  screen: 'توقيع على اللوح',
  paper: 'توقيع على الورقة المطبوعة، وصورتها محفوظة في البرنامج',
  thumb: 'بصمة على الورقة المطبوعة أمام شاهدين، وصورتها محفوظة في البرنامج',
  account: 'توقيع بالحساب الشخصي في البرنامج',
};

const BOX = { width: mm(62), height: mm(26) } as const;
const INSET = mm(2);

/** What was drawn, in a frame of one size, so that no signature looks grander than another. */
function drawingIn(bytes: Uint8Array): Content {
  const picture = readPicture(bytes, 'signature');
  const size = fittedInto(picture, BOX.width - 2 * INSET, BOX.height - 2 * INSET);
  return {
    width: BOX.width,
    stack: [
      {
        canvas: [
          {
            type: 'rect',
            x: 0,
            y: 0,
            w: BOX.width,
            h: BOX.height,
            lineWidth: mm(0.2),
            lineColor: HAIRLINE,
          },
        ],
      },
      {
        relativePosition: {
          x: (BOX.width - size.width) / 2,
          y: -BOX.height + (BOX.height - size.height) / 2,
        },
        alignment: 'left',
        image: picture.dataUrl,
        ...size,
      },
    ],
  };
}

/** A day in a title is written with slashes (`23/11/2026`): on paper it stands from the right, like every date. */
const titleOnPaper = (title: string, digits: DigitSystem): string =>
  title
    .split(/(\d{1,2}\/\d{1,2}\/\d{4})/u)
    .map((part, index) => {
      const said = digitsIn(digits, part);
      return index % 2 === 1 ? rtlSlashed(said.split('/'), 'apart') : said;
    })
    .join('');

/**
 * «بيان التواقيع»: behind a copy of a frozen paper that was signed on the screen. The paper itself is never touched again,
 * so its signatures stand here, each as it was given, with the code and the hash that tie both together (S.4).
 */
export function signaturesDocument(sheet: SignaturesSheet): DocumentDefinition {
  const { profile, logo, code, day } = sheet;
  const digits = profile.letters.fieldDigits;
  const hashed = sheet.pdfSha256.replace(/(.{8})(?!$)/gu, '$1 ');
  return officialSheet({
    profile,
    logo,
    code,
    title: 'بيان التواقيع',
    fields: {
      ...fieldTexts({ referenceNumber: null, day, attachments: { kind: 'list', items: [] } }, digits),
      number: '—',
    },
    day,
    content: (width) => [
      ...factRows(
        [
          { label: 'الورقة', value: titleOnPaper(sheet.title, digits) },
          { label: 'النسخة', value: digitsIn(digits, sheet.version) },
          { label: 'خُتمت', value: `${bothDates(day, digits)}، ${hourOnPaper(sheet.time, digits)}` },
        ],
        width,
      ),
      {
        text: `بصمة ملفها (SHA-256): \u2066${hashed}\u2069`,
        color: INK_SOFT,
        ...lineOf(8.5, mm(5), { above: mm(1), below: mm(2) }),
      },
      bodyText('خُتمت الورقة قبل توقيعها ولا تتغير بعده، وهذه تواقيعها كما أُخذت:'),
      ...sheet.signatures.map((one): Content => {
        const line = (text: string): Content => ({ text, color: INK_SOFT, ...lineOf(11.5, mm(6.2)) });
        return rtlColumns({
          unbreakable: true,
          columnGap: mm(6),
          margin: [0, mm(3), 0, mm(2)],
          columns: [
            {
              width: '*',
              stack: [
                {
                  text: `${AS[one.signer]}: ${isolate(typedLine(one.name))}`,
                  bold: true,
                  ...lineOf(13.5, mm(7.4)),
                },
                ...(one.idNumber === '' ? [] : [line(`رقم الهوية: \u2066${one.idNumber}\u2069`)]),
                line(HOW[one.mode]),
                line(`${bothDates(one.day, digits)}، ${hourOnPaper(one.time, digits)}`),
                ...(one.mode === 'account'
                  ? []
                  : [line(`أُخذ بحضور: ${isolate(typedLine(one.takenByName))}`)]),
              ],
            },
            ...(one.drawing === null ? [] : [drawingIn(one.drawing)]),
          ],
        });
      }),
    ],
  });
}
