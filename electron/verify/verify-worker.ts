import { openDatabase } from '#db/open-database.ts';
import { answerJob } from '../threads/answer-job.ts';
import { verifyDatabase, type Verification } from './verify-database.ts';
import type { VerifyJob } from './verify-folder.ts';

/** Checking a large database keeps a core busy for seconds: in a thread, so that the process still hears its signals. */
void answerJob(({ file, key }: VerifyJob): Verification => {
  const database = openDatabase({ file, key: Buffer.from(key), readonly: true });
  try {
    return verifyDatabase(database);
  } finally {
    database.close();
  }
});
