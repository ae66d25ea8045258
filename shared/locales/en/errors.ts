import type { AppErrorCode } from '../../app-error.ts';

/** Every refusal and failure: what happened and what to do. The command line prints these too. */
export const errors = {
  dateNotIso: 'the date is not written as it must be: year, month, day, as 2026-11-22',
  dateDoesNotExist: 'there is no such day: check the day and the month, as 12 / 6 / 1448 AH',
  dateOutOfRange: 'the date lies outside the published Umm al-Qura calendar: use a year from 1343 to 1500 AH',

  invalidInput:
    'something in the input is not right: check the fields that are marked; what was typed is kept',
  notFound: 'this record was not found: search for it by name or number with Ctrl K',
  conflict: 'it was changed or made by somebody else meanwhile: open it again, then repeat the change',

  notSignedIn: 'the session has ended: sign in again; what was typed is kept',
  notAllowed: 'this is not among your rights: ask whoever has them, or the administrator',
  wrongPassword: 'the password is not right: check the keyboard language and Caps Lock, then try again',
  tooManyAttempts: 'too many attempts: wait {{seconds}} seconds, then try again',
  staffNameTaken: 'another member of staff has this name: add the father’s or grandfather’s name',
  passwordTooShort: 'the password is too short: use 8 characters or more, such as a short sentence',
  lastAdministrator: 'nobody would be left to administer: make somebody else an administrator first',

  untrustedSender:
    'a request that did not come from the desk was refused: close the program and open it again',
  unknownChannel: 'the window asked for what this version does not know: close the program and open it again',
  internal:
    'the program failed and nothing was changed: try again; if it happens again, report the time and the act',

  dataFolderMissing: 'the data folder is not there: connect its disk, or name the right folder with --data',
  dataFolderNotOurs:
    'this is not a data folder of Wisam; it was not touched: name the folder that holds app.db',
  dataFolderNotEmpty: 'the folder is not empty; it was not touched: name an empty or a new folder',
  dataFolderInUse: 'the data are open in another program on this machine: close it, then try again',
  dataFolderReadOnly:
    'the data folder cannot be written to: give this user the right to, or move it to another disk',
  firstRunNeeded: 'this folder was not set up yet: open Wisam and complete the first run',
  firstRunAlreadyDone: 'this folder is set up already: sign in, or name another folder',
  databaseMissing: 'app.db is not in the data folder: put it back, or restore a backup',
  databaseKeyMissing:
    'database.key is not in the data folder: put it back, or restore a backup with the printed key',
  databaseKeyWrong:
    'the key does not belong to this database: put back the database.key that lay beside it, or restore',
  databaseCorrupt:
    'the database is damaged and was kept as it is: restore the last backup and keep this folder',
  databaseTooNew:
    'a newer version of Wisam wrote these data; they were not touched: install the newer version',
  databasePragmaRefused:
    'the database refused its safety settings and was not opened: move the folder to a local disk',
  diskFull: 'there is no room on the disk: free some, then try again; what was there is kept',
  diskFailed:
    'the disk did not answer as it should: check its connection, back up, and replace it if this goes on',
  databaseBusy: 'the database is busy with something else: wait a moment, then try again',

  clockMoved: 'the clock was moved while Wisam runs: set it right, or confirm that it is right',
  clockJumped: 'the clock stands far from the last act on record: set it right, or confirm that it is right',
  signingPictureMissing:
    'the signature of this signatory, or the stamp, is not kept as a picture: add it under Settings, or issue without it',
  signatureNotApproved:
    'the picture of a signature stands only on a letter that its owner approved: ask {{name}} to approve it, or issue it without the picture, to be signed with a pen',
  deliveryDayWrong:
    'a letter is delivered between its own day and today: write a day from {{from}} to {{to}}, for instance {{to}}',
  clockWentBack: 'the clock stands before the last act on record: set it right, or confirm that it is right',
  reservedNumberSettled:
    'Number {{referenceNumber}} was entered or voided before: open the register to see what stands under it',
  paperDayOutside:
    'The day on the paper lies between the reservation of its number and today: type one from {{from}} to {{to}}',
  registerMoved: 'another number was given in the register meanwhile: try again to get the next one',
  letterStateForbids: 'the letter’s state does not allow this: open it again to see how it stands',
  templateUnknownField: 'there is no field named “{{field}}”: choose it from the list of fields',
  templateOpenBrace: 'a brace { without its other half at “{{field}}”: close it or remove it',
  templateNameTaken: 'the library has a template of this name: choose another, such as “{{name}} (2)”',
  letterIncomplete:
    'the letter is not complete: fill in the recipient, the subject, the text and the signatory, and what stands in braces {…}',
  missingGlyph: 'the paper’s font has no letter for "{{character}}" in {{place}}: remove it or write another',
  batchRunning: 'Letters to many are under way: wait until they are done, or stop them on their page',
  batchEmpty: 'Nobody would get a letter with this choice: look at why each is left out, or choose others',
  renderFailed:
    'the pages of the paper could not be set and nothing was issued: check tables and long lines, then try again',
  printerFailed: 'the printer did not take the job: check its power, paper and ink, then print again',
  pageRangeWrong: 'the range of pages is not right: write numbers between 1 and {{pages}}, such as 1-3 or 2',
  printerMissing:
    'the chosen printer is not on this machine, or none is set up: choose another or add one in the system settings, or save a PDF',

  paperGone:
    'This paper was previewed too long ago: open it again and print, as what it says may have changed',
  paperEmpty:
    'Nothing would stand on this paper: check the day, the year or the chosen letters, such as the register of 1448',
  pictureUnreadable:
    'The picture is not a sound PNG or JPEG file: upload it again in the settings, such as logo.png',
  pictureUnreadable_logo:
    'The logo is not a sound PNG or JPEG file: upload it again in the settings, such as logo.png',
  pictureUnreadable_signature:
    'The picture of the signature is not a sound PNG or JPEG file: upload it again in the settings, or issue the letter without it',
  pictureUnreadable_stamp:
    'The picture of the stamp is not a sound PNG or JPEG file: upload it again in the settings, or issue the letter without it',

  fileTooLarge:
    'The file “{{name}}” is larger than {{maxMb}} MB: scan it at 200 dpi or split it, such as letter-1.pdf and letter-2.pdf',
  fileEmpty: 'The file “{{name}}” is empty: open it where it lies, see that it was saved, then add it again',
  fileTypeRefused:
    'The file “{{name}}” is not taken here: save it as PDF or as a JPEG picture, such as letter.pdf',
  fileVanished:
    'The file “{{name}}” is no longer there as it was kept: add it again if you have it, or restore from a backup, and tell the administrator',
  imageUnreadable:
    'The file “{{name}}” is not a sound picture: scan or photograph it again, and save it as PNG or JPEG',
  pdfUnreadable:
    'The file “{{name}}” is not a whole PDF that opens: save it again without a password, or scan the sheet again, such as letter.pdf',
  imageTooLarge:
    'The picture “{{name}}” is larger than can be shown: make it smaller than {{maxMegapixels}} megapixels, such as 3000 × 4000',

  incomingStateForbids: 'The incoming letter’s state does not allow this: open it again to see how it stands',

  requestForbids: '$t(requests.refused.{{reason}})',
  mayNotAct:
    'They may not act in this capacity today: match the deed to its original and make sure it is in force, on the household tab of the file',
  sealedForbids: '$t(sealed.refused.{{reason}})',
  referralForbids:
    'This referral has moved on: refresh the screen to see where it stands, as it may have been answered, returned or cancelled',
  researchForbids: '$t(research.forbids.{{reason}})',
  visitStateForbids: 'the visit’s state does not allow this: refresh to see how it stands',
  agreementRenewed: 'this agreement was renewed before: open the one that follows it',
  agreementEndWrong: 'an end is neither before the signing nor after today: check the date',
  agreementEventWrong: 'that day has not come yet: write a day up to today',
  agreementSettleWrong: 'a settlement is neither before what happened nor after today: check the date',
  exportTooLong: 'more rows than a sheet of Excel holds (1,048,575): choose CSV',
  exportRunning: 'an export is under way: wait until it is done, or stop it and try again',
  importFileRefused: '$t(imports.refused.{{why}})',
  importColumns: '$t(imports.missing.{{why}})',
  importBusy: 'an import is running: wait until it is done, or stop it on its page',
  importGone: 'the import is no longer open: choose the file again, such as list.xlsx',
  importCancelled:
    'the import was stopped as you asked, and nothing was written: try again whenever you like',
  importUndecided:
    '{{count}} rows like registered files await you: add, complete or leave them out, then try again',
  importNothing:
    'no row is imported by these choices: mend the rows in the file, or change what you left out',
  importStale:
    'the register changed meanwhile and nothing was written: the rows were compared again, check them and try again',
  importUndone: 'this import was undone before: open the list to see by whom and when',
  identifierTaken: 'this id number belongs to {{name}}: open that file instead of adding another',
  memberElsewhere:
    '{{name}} belongs to the household of {{head}}: move them to this one, or record first that they left that one',
  memberTwice: '{{name}} is a member of this household already: edit that line instead of adding another',
  dayPassed: 'that day has passed: write today or a day after it, such as next Sunday',
  dayNotCome: 'that day has not come yet: write today or a day before it, such as {{day}}',
  actsForSelf: 'nobody acts for themselves: choose another person as guardian or proxy, such as a brother',
  categoryNameTaken:
    'there is a category «{{name}}» already: write another name, such as a prisoner’s family',
  serviceNameTaken: 'The service “{{name}}” is there already: write another name, as Ramadan basket',
  handoverForbids: '$t(deliveries.refused.{{state}})',
  deedNotValid:
    'The deed of who acts for the beneficiary does not hold today: record one that does in the file, or choose another receiver',
  ibanMissing: 'No IBAN of {{name}} is on record today: record it in the file, then finish the transfer',
  transferReferenceMissing: 'Write the bank’s reference of the transfer of {{name}}, as FT2632700012',
  dayEmpty: 'Nothing was planned for this day or handed out on it: choose another day',
  dayClosed:
    'The deliveries of this day were closed before: write why it is closed anew, as a delivery after the closing',
  ratingForbids: 'The rating is offered once, after the close of a request whose service was delivered',
  serviceUsed:
    'The service “{{name}}” was asked for, so it is not removed: put it aside, and it is not offered any more',
  categoryGiven:
    'the category «{{name}}» was given to people and is never deleted: put it aside, and it is not offered',
  categoryStands: 'this file has the category «{{name}}» already: end it first if things have changed',
  needUnknown:
    'Nothing is known that need could be assessed by: record income, housing and household in the file first, such as a monthly salary',
  committeeMemberTwice:
    '{{name}} is a member of the committee in this span already: edit that membership instead',
  committeeEmpty:
    'The research committee has no members on this day: add them in the settings, such as a chair and two members',
  sessionForbids: '$t(committee.forbids.{{state}})',
  sessionYear:
    'The number of the session is of the year {{year}} AH: choose a day in it, or cancel the session and plan another',
  sessionNumberTaken:
    'Session {{number}} exists in this year: write the number as in the minutes, or leave it empty for the next one',
  caseElsewhere:
    'Request {{number}} is on the agenda of session {{session}}: put it off there first, or see it there',
  quorumMissing:
    'There is no quorum: {{present}} present, {{quorum}} needed. Record who is there, or put the session off',
  voterAbsent:
    'A vote is of somebody who is not recorded as present: record attendance first, then the votes',
  votesNotCarried:
    'The votes do not carry this decision: {{for}} for, {{against}} against. Check the votes, or choose the decision of the majority',
  conflictNotAcknowledged:
    '{{names}} researched the case and votes on it: write why they take part, or record an abstention',
  replyEarly:
    'The time that the applicant was told has not passed: write why the reply comes before {{notBefore}}, such as urgent need',
  replyBlocked:
    'No reply before {{notBefore}}: wait for its day, or let a manager record the decision with a reason',
  decidedBeforeRaised:
    'Request {{number}} was raised on {{day}}, after the session: check the day of the session in the minutes',
  letterStands:
    'The letter of this decision was issued as {{number}}: void the letter with a reason first, then the decision',

  partyMerged: 'this file was merged into that of {{name}}: open the file of {{name}} and go on there',
  mergeRefused:
    'these two files cannot be merged now: open the page again to see how they stand, such as one that was merged a moment ago',
  undoRefused:
    'this merge cannot be undone: open its page to see why, such as a later merge that has to be undone first',

  documentRemoved: 'this document was removed or restored a moment ago: open the documents again',
  matchedValueChanged:
    'one of the values has changed since it was shown: open the matching again and compare it, such as the mobile',
  formValueChanged:
    'a datum changed after it was shown: look at it as it is now and confirm it, such as the mobile',
  formWants:
    'this datum is needed: write it by “Change” and confirm it, such as the id number or why there is none',
  requirementForbids: '$t(requests.requirementForbids.{{reason}})',
  urgentWithoutReason:
    'the request is urgent and nobody wrote why: write it under «More» and raise it then, such as “the house burnt”',
  appealPaperMissing:
    'a refusal is changed by somebody else than you: attach the signed decision of the level, or ask the manager to enter it',
  appealDay: 'this day is before what it follows, or still to come: write a day from {{after}} to {{today}}',
  dayPast: 'this day is past or today: write a later one, such as a day of next month',

  lastRole: 'this is the only role of this file: add the new one first, such as donor, then remove this one',

  recoveryProofWrong:
    'the six characters are not those of the printed sheet: read them at the places asked for',
  recoveryKeyWrong:
    'the recovery key does not open this; nothing was changed: type it as it is printed, beginning with AGE-SECRET-KEY-1',
  backupFolderMissing: 'the folder for backups is not there: connect the stick, or name another folder',
  backupFolderReadOnly:
    'the folder for backups cannot be written to: unlock the stick, or name another folder',
  backupNotOurs: 'this file is not a backup of Wisam: name a file like backup-20261122-103000.tar.zst.age',
  backupDamaged: 'the backup is cut or altered; nothing was changed: use another backup',
  backupVerifyFailed: 'the backup could not be read as it was written and was removed: use another stick',
  restoreInterrupted:
    'a restore was interrupted in this folder: open it once with Wisam, which finishes or undoes it',
  restoreTargetNotEmpty: 'the folder holds other files; it was not touched: restore into an empty folder',

  usage: 'wrong usage: see npm run wisam -- --help',
  fileMissing: 'there is no such file: {{path}}',
  fileUnreadable: 'the file cannot be read: {{path}}',
  fileUnwritable: 'the file cannot be written: {{path}}',
  jsonInvalid: 'the JSON is wrong at {{path}}: {{expected}}',
} satisfies Record<AppErrorCode, string> & Record<string, string>;
