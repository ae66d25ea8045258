import { openDatabase } from '#db/open-database.ts';
import { answerJob } from '../threads/answer-job.ts';
import { verifyDatabase, type Verification } from './verify-database.ts';
import { readOutsideOf, verifyFile } from './verify-file.ts';
import type { VerifyJob } from './verify-folder.ts';

/** Checking a large database keeps a core busy for seconds: in a thread, so that the process still hears its signals. */
void answerJob(({ file, key, dataFolder, open }: VerifyJob): Verification => {
  const readOutside = readOutsideOf(dataFolder, key);
  if (open !== true) return verifyFile(file, Buffer.from(key), readOutside);
  // The desk has it open: a connection beside the desk's own sees one moment of it, and keeps nobody from writing.
  const database = openDatabase({ file, key: Buffer.from(key) });
  try {
    return verifyDatabase(database, readOutside === undefined ? {} : { readOutside });
  } finally {
    database.close();
  }
});
