/** Another hash than the right one. */
const other = `'${'e'.repeat(64)}'`;

/** What was changed by hand, the SQL that does it in the office of `verify-records`, and the fault that must be named. */
export const PLANTED_EDITS: readonly (readonly [what: string, sql: string, fault: string])[] = [
  // what was written by hand
  [
    'a paper letter’s subject',
    `UPDATE letter SET subject = 'x' WHERE number = 128`,
    'letter.content:outgoing-1448-128',
  ],
  ['its day', `UPDATE letter SET day = '2026-11-21' WHERE number = 128`, 'letter.content:outgoing-1448-128'],
  [
    'its text',
    `UPDATE letter SET content_json = replace(content_json, 'باليد', 'باليدين'), subject = 'كُتب باليدين' WHERE number = 128`,
    'letter.content:outgoing-1448-128',
  ],
  ['its scan', `UPDATE letter_pdf SET pdf = x'00' WHERE letter_id = 2`, 'letter.pdf:outgoing-1448-128'],
  ['its pages', 'UPDATE letter SET pages = 9 WHERE number = 128', 'letter.log:outgoing-1448-128'],
  ['its origin', `UPDATE letter SET origin = 'desk' WHERE number = 128`, 'letter.content:outgoing-1448-128'],
  ['its seal', `UPDATE letter SET seal = ${other} WHERE number = 128`, 'letter.seal:outgoing-1448-128'],
  [
    'its link',
    `UPDATE letter SET chain_after = ${other} WHERE number = 128`,
    'letter.chain:outgoing-1448-128',
  ],
  // numbers that were kept
  [
    'the reason of a void number',
    `UPDATE reserved_number SET reason = 'x' WHERE number = 129`,
    'paper.settled:outgoing-1448-129',
  ],
  [
    'an open number made void',
    `UPDATE reserved_number SET state = 'voided', reason = 'x', settled_by = 1, settled_at_ms = 1 WHERE number = 130`,
    'paper.settled:outgoing-1448-130',
  ],
  [
    'a void number opened again',
    `UPDATE reserved_number SET state = 'open', settled_by = NULL, settled_at_ms = NULL WHERE number = 129`,
    'paper.settled:outgoing-1448-129',
  ],
  [
    'an entered number opened again',
    `UPDATE reserved_number SET state = 'open', letter_id = NULL, settled_by = NULL, settled_at_ms = NULL WHERE number = 128`,
    'register.gap:outgoing-1448-129',
  ],
  [
    'the printed number of a kept one',
    `UPDATE reserved_number SET reference_number = '9/ص/1448' WHERE number = 131`,
    'paper.seal:outgoing-1448-131',
  ],
  [
    'why a range was kept',
    `UPDATE reserved_range SET reason = 'x' WHERE id = 1`,
    'paper.log:outgoing-1448-128',
  ],
  ['a kept number gone', `DELETE FROM reserved_number WHERE number = 130`, 'register.gap:outgoing-1448-130'],
  [
    'the last kept number gone, and the counter with it',
    `DELETE FROM reserved_number WHERE number = 131; UPDATE register_counter SET last = 130 WHERE register = 'outgoing'`,
    'paper.range:outgoing-1448-128',
  ],
  // incoming letters
  [
    'an incoming subject',
    `UPDATE incoming_letter SET subject = 'x' WHERE number = 34`,
    'incoming.content:incoming-1448-34',
  ],
  [
    'their number',
    `UPDATE incoming_letter SET their_number = '6' WHERE number = 34`,
    'incoming.content:incoming-1448-34',
  ],
  [
    'its day',
    `UPDATE incoming_letter SET day = '2026-11-21' WHERE number = 34`,
    'incoming.content:incoming-1448-34',
  ],
  [
    'who registered it',
    `UPDATE incoming_letter SET registered_at_ms = 1 WHERE number = 34`,
    'incoming.log:incoming-1448-34',
  ],
  [
    'its link',
    `UPDATE incoming_letter SET chain_after = ${other} WHERE number = 34`,
    'incoming.chain:incoming-1448-34',
  ],
  [
    'an entered one',
    `UPDATE incoming_letter SET sender_line = 'x' WHERE number = 35`,
    'incoming.content:incoming-1448-35',
  ],
  [
    'an entered one’s day',
    `UPDATE incoming_letter SET day = '2026-11-21' WHERE number = 35`,
    'incoming.content:incoming-1448-35',
  ],
  [
    'its void',
    `UPDATE incoming_letter SET void_reason = 'x' WHERE number = 34`,
    'incoming.void:incoming-1448-34',
  ],
  [
    'its void taken back',
    `UPDATE incoming_letter SET state = 'open', voided_by = NULL, voided_at_ms = NULL, void_reason = '' WHERE number = 34`,
    'incoming.void:incoming-1448-34',
  ],
  ['a letter gone', 'DELETE FROM incoming_letter WHERE number = 34', 'register.gap:incoming-1448-34'],
  // what became of a letter
  [
    'a void nobody made',
    `UPDATE letter SET state = 'voided', voided_by = 1, voided_at_ms = 1, void_reason = 'x' WHERE number = 127`,
    'letter.void:outgoing-1448-127',
  ],
  [
    'its code',
    `UPDATE letter SET code = '1234567890123456' WHERE number = 127`,
    'letter.code:outgoing-1448-127',
  ],
  [
    'the sealed paper',
    `UPDATE letter_paper SET paper_json = replace(paper_json, 'الأسرة', 'الأسر')`,
    'letter.content:outgoing-1448-127',
  ],
  ['the sealed head', `UPDATE letter_paper SET profile_json = '{}'`, 'letter.log:outgoing-1448-127'],
  [
    'the mark of signing',
    'UPDATE letter SET signed_at_ms = NULL WHERE number = 127',
    'letter.signed:outgoing-1448-127',
  ],
  [
    'the mark of delivery',
    'UPDATE letter SET delivered_at_ms = 5 WHERE number = 127',
    'letter.delivered:outgoing-1448-127',
  ],
  [
    'a signing gone',
    'DELETE FROM letter_signing WHERE letter_id = 1; UPDATE letter SET signed_at_ms = NULL WHERE id = 1',
    'letter.signing:outgoing-1448-127',
  ],
  [
    'a signing withdrawn by hand',
    'UPDATE letter_signing SET withdrawn_at_ms = 1, withdrawn_by = 1 WHERE letter_id = 1; UPDATE letter SET signed_at_ms = NULL WHERE id = 1',
    'letter.signing:outgoing-1448-127',
  ],
  [
    'to whom it was delivered',
    `UPDATE letter_delivery SET receiver = 'x'`,
    'letter.delivery:outgoing-1448-127',
  ],
  [
    'when it was delivered',
    `UPDATE letter_delivery SET day = '2026-11-21'`,
    'letter.delivery:outgoing-1448-127',
  ],
  [
    'a delivery gone',
    'DELETE FROM letter_delivery; UPDATE letter SET delivered_at_ms = NULL WHERE id = 1',
    'letter.delivery:outgoing-1448-127',
  ],
  [
    'a kept rendering',
    `INSERT INTO letter_rendering VALUES (1, 'preprinted', 'x', x'00', 1, ${other}, 1)`,
    'letter.rendering:outgoing-1448-127',
  ],
  // files
  [
    'a kept file, by the letter whose signed sheet it is',
    `UPDATE stored_file SET content = x'00', size_bytes = 1`,
    'letter.file:outgoing-1448-127',
  ],
  [
    'a kept file, by the letter that it was scanned of',
    `DELETE FROM letter_signing WHERE letter_id = 1; UPDATE stored_file SET content = x'00', size_bytes = 1`,
    'letter.file:outgoing-1448-128',
  ],
  [
    'a kept file, by the incoming letter that it is of',
    `DELETE FROM letter_signing; UPDATE stored_file SET content = x'00', size_bytes = 1`,
    'incoming.file:incoming-1448-34',
  ],
  [
    'a file that a letter speaks of',
    `DELETE FROM letter_signing; DELETE FROM attachment; DELETE FROM stored_file`,
    'letter.signed:outgoing-1448-127',
  ],
];
