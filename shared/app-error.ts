/**
 * Every way in which Wisam refuses or fails, as a closed list. A code is a locale key (`errors.<code>` in
 * `shared/locales`): no sentence for a person is written below the renderer and the PDFs.
 */
export const APP_ERROR_CODES = [
  // calendar
  'dateNotIso',
  'dateDoesNotExist',
  'dateOutOfRange',
  // input
  'invalidInput',
  'notFound',
  'conflict',
  // staff and session
  'notSignedIn',
  'notAllowed',
  'wrongPassword',
  'tooManyAttempts',
  'staffNameTaken',
  'passwordTooShort',
  'lastAdministrator',
  // ipc
  'untrustedSender',
  'unknownChannel',
  'internal',
  // data folder and database
  'dataFolderMissing',
  'dataFolderNotOurs',
  'dataFolderNotEmpty',
  'dataFolderInUse',
  'dataFolderReadOnly',
  'firstRunNeeded',
  'firstRunAlreadyDone',
  'databaseMissing',
  'databaseKeyMissing',
  'databaseKeyWrong',
  'databaseCorrupt',
  'databaseTooNew',
  'databasePragmaRefused',
  'diskFull',
  'diskFailed',
  'databaseBusy',
  // registers, letters, clock
  'clockWentBack',
  'clockJumped',
  'clockMoved',
  'registerMoved',
  'reservedNumberSettled',
  'paperDayOutside',
  'letterStateForbids',
  'letterIncomplete',
  'signingPictureMissing',
  'signatureNotApproved',
  'deliveryDayWrong',
  'missingGlyph',
  'batchRunning',
  'batchEmpty',
  'renderFailed',
  'printerFailed',
  'printerMissing',
  'pageRangeWrong',
  // papers
  'paperGone',
  'paperEmpty',
  'pictureUnreadable',
  // files
  'fileTooLarge',
  'fileEmpty',
  'fileTypeRefused',
  'fileVanished',
  'imageUnreadable',
  'pdfUnreadable',
  'imageTooLarge',
  // incoming letters
  'incomingStateForbids',
  // templates
  'templateUnknownField',
  'templateOpenBrace',
  'templateNameTaken',
  // requests and visits
  'mayNotAct',
  'requestForbids',
  'sealedForbids',
  'visitStateForbids',
  'referralForbids',
  'researchForbids',
  'identifierTaken',
  // imports
  'importFileRefused',
  'importColumns',
  'importBusy',
  'importGone',
  'importCancelled',
  'importUndecided',
  'importNothing',
  'importStale',
  'importUndone',
  // agreements
  'agreementRenewed',
  'agreementEndWrong',
  'agreementEventWrong',
  'agreementSettleWrong',
  // exports
  'exportRunning',
  'exportTooLong',
  // households and circumstances
  'memberElsewhere',
  'memberTwice',
  'dayNotCome',
  'dayPassed',
  'actsForSelf',
  'categoryNameTaken',
  'categoryGiven',
  // services and deliveries
  'serviceNameTaken',
  'serviceUsed',
  'handoverForbids',
  'deedNotValid',
  'ibanMissing',
  'transferReferenceMissing',
  'dayEmpty',
  'dayClosed',
  'ratingForbids',
  'categoryStands',
  // raising, reply and appeal
  'urgentWithoutReason',
  'appealDay',
  'appealPaperMissing',
  // need and the research committee
  'needUnknown',
  'committeeMemberTwice',
  'committeeEmpty',
  'sessionForbids',
  'sessionYear',
  'sessionNumberTaken',
  'caseElsewhere',
  'quorumMissing',
  'voterAbsent',
  'votesNotCarried',
  'conflictNotAcknowledged',
  'replyEarly',
  'replyBlocked',
  'decidedBeforeRaised',
  'letterStands',
  // merged records
  'partyMerged',
  'mergeRefused',
  'undoRefused',
  'lastRole',
  // documents and outreach
  'documentRemoved',
  'matchedValueChanged',
  'formValueChanged',
  'formWants',
  'requirementForbids',
  'dayPast',
  // recovery and backup
  'recoveryProofWrong',
  'recoveryKeyWrong',
  'backupFolderMissing',
  'backupFolderReadOnly',
  'backupNotOurs',
  'backupDamaged',
  'backupVerifyFailed',
  'restoreTargetNotEmpty',
  'restoreInterrupted',
  // command line
  'usage',
  'fileMissing',
  'fileUnreadable',
  'fileUnwritable',
  'jsonInvalid',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Facts for the message: what was found, where, what was expected. Never a secret, never a whole record. */
export type AppErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The one error that Wisam throws on purpose. It is thrown inside a process and becomes a `Result` between two. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}, options?: { cause?: unknown }) {
    super(
      Object.keys(details).length === 0 ? code : `${code} ${JSON.stringify(details)}`,
      options?.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.details = details;
  }
}

export const isAppErrorCode = (value: unknown): value is AppErrorCode =>
  typeof value === 'string' && (APP_ERROR_CODES as readonly string[]).includes(value);
