import { join } from 'node:path';
import { addDays, daysBetween } from '#shared/calendar/iso-day.ts';
import { gregorianFromHijri } from '#shared/calendar/hijri.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { recordOfDoor } from '#shared/parties/party-record.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import { richTextFromPlain } from '#shared/letters/rich-text.ts';
import { loadInBulk } from '#db/bulk-load.ts';
import { letterColumns, letterSearchText } from '#db/letters/letter-rows.ts';
import { indexLetter } from '#db/letters/letter-search.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { openRegister } from '#db/registers/register-counter.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { queries } from '#db/statement.ts';
import { demoPerson } from '#electron/demo/demo-people.ts';
import { createDemoRandom } from '#electron/demo/demo-random.ts';
import { demoPartyInput } from '#electron/demo/demo-register.ts';
import { DEMO_LETTERS, DEMO_SERVICES } from '#electron/demo/demo-words.ts';

/** Ten Hijri years of letters, as many a year as a ministry writes: far more than the office ever will. */
export const REGISTER_LETTERS = 100_000;
export const REGISTER_YEARS = 10;
export const LAST_YEAR = 1448;
export const PARTIES = 2000;
const A_YEAR = REGISTER_LETTERS / REGISTER_YEARS;
const UNFINISHED = 400;
const HASH = 'a'.repeat(64);

const dayIn = (year: number, part: number): string => {
  const from = gregorianFromHijri({ year, month: 1, day: 1 });
  const to = year === LAST_YEAR ? '2026-11-22' : gregorianFromHijri({ year: year + 1, month: 1, day: 1 });
  return addDays(from, Math.floor(daysBetween(from, to) * part));
};

/** A letter of one page, its names, numbers and sentences other ones at every index. */
export function registerLetter(index: number): LetterContent {
  const random = createDemoRandom(index + 104_729);
  const { recipient, subject } = random.pick(DEMO_LETTERS);
  const about = demoPerson(random.int(90_000_000), index, random);
  const to = demoPerson(random.int(90_000_000), index + 1, random);
  const text = [0, 1, 2].map(() => random.pick(random.pick(DEMO_LETTERS).paragraphs));
  const { service, need } = random.pick(DEMO_SERVICES);
  return {
    recipient: random.int(2) === 0 ? { ...recipient } : { ...recipient, name: to.name },
    subject: `${random.int(2) === 0 ? subject : service} (${index % 997})`,
    body: richTextFromPlain(
      [...text, `${need} وذلك بشأن ${about.name}، والمبلغ ${100 + random.int(90_000)} ريالًا.`].join('\n\n'),
    ),
    attachments: { kind: 'list', items: [] },
    signatory: { title: 'رئيس مجلس الإدارة', name: 'عبد الله بن عوض البشري' },
    copies: [],
    inReplyTo: '',
  };
}

/** An encrypted database with a full register of outgoing letters and nothing else, on the disk in `folder`. */
export async function makeLetterRegister(folder: string, key: Buffer): Promise<Database> {
  const db = createDatabase({ file: join(folder, 'app.db'), key });
  await loadInBulk(db, () => {
    const staff = db.write((tx) => {
      tx.unaudited();
      const id = insertStaff(
        tx,
        { name: 'سارة المطيري', jobTitle: '', roles: [], rights: [] },
        '$argon2id$x',
        1,
      );
      for (let year = LAST_YEAR - REGISTER_YEARS + 1; year <= LAST_YEAR; year += 1)
        openRegister(tx, 'outgoing', year, 0);
      for (let index = 0; index < PARTIES; index += 1)
        insertParty(tx, recordOfDoor(demoPartyInput(index, 7)), id, 1);
      return id;
    });
    for (let from = 0; from < REGISTER_LETTERS + UNFINISHED; from += 2000)
      db.write((tx) => {
        tx.unaudited();
        const to = Math.min(from + 2000, REGISTER_LETTERS + UNFINISHED);
        for (let index = from; index < to; index += 1) {
          const content = registerLetter(index);
          const issued = index < REGISTER_LETTERS ? issuedRow(index, content, staff) : null;
          const row = issued ?? draftRow(index, content, staff);
          const { id } = tx.exec(queries.insertInto('letter').values(row));
          indexLetter(tx, id, content, issued?.reference_number ?? null);
        }
      });
    return Promise.resolve();
  });
  return db;
}

const common = (index: number, content: LetterContent, staff: number) => ({
  ...letterColumns(content),
  party_id: index % 5 < 3 ? 1 + ((index * 7919) % PARTIES) : null,
  request_id: null,
  author_id: staff,
  version: 1,
  remarks: '',
  void_reason: '',
  created_at_ms: index,
  updated_at_ms: index,
  corrects_id: null,
  answers_id: null,
  batch_id: null,
  discarded_at_ms: null,
});

const draftRow = (index: number, content: LetterContent, staff: number) => ({
  ...common(index, content, staff),
  state: ['draft', 'proof', 'returned', 'draft'][index % 4] ?? 'draft',
});

function issuedRow(index: number, content: LetterContent, staff: number) {
  const hijri_year = LAST_YEAR - REGISTER_YEARS + 1 + Math.floor(index / A_YEAR);
  const number = (index % A_YEAR) + 1;
  const reference_number = `${number}/ص/${hijri_year}`;
  const voided = index % 101 === 0;
  // Of the latest letters most wait for their scan and their receipt; of old ones a few were forgotten.
  const waits = index > REGISTER_LETTERS - 500 ? index % 2 === 0 : index % 211 === 0;
  return {
    ...common(index, content, staff),
    state: voided ? 'voided' : 'issued',
    search_text: letterSearchText(content, reference_number),
    approved_by: staff,
    approved_at_ms: index,
    register: 'outgoing',
    hijri_year,
    number,
    reference_number,
    day: dayIn(hijri_year, (number - 1) / A_YEAR),
    issued_by: staff,
    issued_at_ms: index,
    content_sha256: HASH,
    seal: HASH,
    chain_before: HASH,
    chain_after: HASH,
    audit_hash: HASH,
    pages: 1,
    pdf_sha256: HASH,
    ...(voided ? { voided_by: staff, voided_at_ms: index, void_reason: 'خطأ في الاسم' } : {}),
    origin: index % 203 === 0 ? 'paper' : 'desk',
    signed_at_ms: waits ? null : index,
    delivered_at_ms: waits || index % 97 === 0 ? null : index,
  };
}

/** The addressee's line of the letter at an index. */
export const registerRecipient = (index: number): string => recipientLine(registerLetter(index).recipient);
